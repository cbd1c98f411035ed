using System.Globalization;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Shared arrays of which lanes read every second to sixteenth element, again and again in a region that does not change them: copied in parts before the
/// region's groups, each part with the elements that one such read has side by side.</summary>
internal sealed partial class VectorEmitter
{
    // To copy a vector costs about what two reads by steps do.
    private const int WorthCopying = 2;

    /// <summary>An array and its copy: of elements of a type every so-many-th is in one part.</summary>
    private sealed record SplitArray(string Start, string Copy, IrType Type, long Bytes, long Step);

    private readonly Dictionary<int, SplitArray> _splits = [];

    private void SplitArrays(EquatableArray<Stmt> body)
    {
        foreach (var read in SteppedReads.Of(_module, _frame.Function, _frame.Shapes, body))
        {
            var (variable, type, step) = read;
            long bytes = _frame.Function.Variables[variable].Type.Size;
            long vectors = bytes / (type.Size * _width);
            if (bytes > MaxOnStack || bytes % (type.Size * _width * step) != 0 || (long)read.Reads * _total < WorthCopying * vectors)
            {
                continue;
            }
            string start = _frame.Memory[variable]!;
            Settle(start);
            string copy = Alloca(Build.Invariant($"[{bytes} x i8]"));
            Line(Build.Invariant($"call void {SplitHelper(Word(type), type.Size, (int)step)}(ptr {Pointer(start, 0)}, ptr {copy}, i64 {bytes / step})"));
            _splits[variable] = new SplitArray(start, copy, type, bytes, step);
        }
    }

    /// <summary>What is read out of a copy; null where it is not.</summary>
    private Value? OfSplit(Place place, Value address)
    {
        if (_splits.Count == 0 || Build.VariableOf(place) is not { Id.Index: var variable } || !_splits.TryGetValue(variable, out var split) || place.Type != split.Type
            || Array.Exists(address.Pieces, p => !p.Uniform || p.Stride != split.Step * split.Type.Size))
        {
            return null;
        }
        var pieces = new Piece[!IsSpread(address) && IsAll(_mask) ? 1 : _units];
        for (int u = 0; u < pieces.Length; u++)
        {
            string at = Assign($"getelementptr i8, ptr {split.Copy}, i64 {InCopy(At(address, u), split)}");
            pieces[u] = new Piece(split.Type, LoadRow(at, Word(split.Type), split.Type.Alignment, _mask[u]), false);
        }
        return new Value(split.Type, pieces);
    }

    /// <summary>Where in the copy the element of lane 0 is; the other lanes' follow it.</summary>
    private string InCopy(Piece address, SplitArray split)
    {
        long size = split.Type.Size;
        if (address.Origin is { } origin)
        {
            long element = origin.Offset / size;
            return Build.Invariant($"{(element % split.Step * (split.Bytes / split.Step)) + (element / split.Step * size)}");
        }
        string offset = Assign($"sub i64 {address.Name}, {split.Start}");
        string number = Assign(Build.Invariant($"sdiv exact i64 {offset}, {size}"));
        string part = Assign(Build.Invariant($"mul i64 {Assign(Build.Invariant($"and i64 {number}, {split.Step - 1}"))}, {split.Bytes / split.Step}"));
        string turn = Assign(Build.Invariant($"ashr i64 {number}, {long.Log2(split.Step)}"));
        return Assign($"add i64 {part}, {Assign(Build.Invariant($"mul i64 {turn}, {size}"))}");
    }

    /// <summary>Copies an array in parts: vectors side by side are parted into their even and odd elements, until each has those of one part.</summary>
    private string SplitHelper(string word, long size, int step)
    {
        string name = Build.Invariant($"@kp.split.{Mangle(word)}.{step}");
        if (_helpers.ContainsKey(name))
        {
            return name;
        }
        var body = new System.Text.StringBuilder();
        int count = 0;
        string Put(string text)
        {
            string made = Build.Invariant($"%x{count++}");
            body.Append(CultureInfo.InvariantCulture, $"  {made} = {text}\n");
            return made;
        }
        string[] Parted(string[] vectors)
        {
            if (vectors.Length == 1)
            {
                return vectors;
            }
            string[] Half(int odd) => Parted([.. Enumerable.Range(0, vectors.Length / 2).Select(i =>
                Put($"shufflevector {Vector(word)} {vectors[2 * i]}, {Vector(word)} {vectors[(2 * i) + 1]}, <{_width} x i32> {Lanes("i32", l => (2 * l) + odd)}"))]);
            var (even, uneven) = (Half(0), Half(1));
            return [.. even.Zip(uneven).SelectMany(p => new[] { p.First, p.Second })];
        }
        string[] parts = Parted([.. Enumerable.Range(0, step).Select(i =>
            Put($"load {Vector(word)}, ptr {Put(Build.Invariant($"getelementptr i8, ptr %from.i, i64 {i * _width * size}"))}, align {size}"))]);
        for (int i = 0; i < step; i++)
        {
            string at = Put($"getelementptr i8, ptr %to.i, i64 {Put(Build.Invariant($"mul i64 %part, {i}"))}");
            body.Append(CultureInfo.InvariantCulture, $"  store {Vector(word)} {parts[i]}, ptr {at}, align {size}\n");
        }
        _helpers[name] = $"define internal void {name}(ptr %from, ptr %to, i64 %part) {{\nentry:\n  br label %turn\nturn:\n  %i = phi i64 [ 0, %entry ], [ %n, %turn ]\n"
            + Build.Invariant($"  %f = mul i64 %i, {step}\n  %from.i = getelementptr i8, ptr %from, i64 %f\n  %to.i = getelementptr i8, ptr %to, i64 %i\n{body}")
            + Build.Invariant($"  %n = add i64 %i, {_width * size}\n  %more = icmp ult i64 %n, %part\n  br i1 %more, label %turn, label %done\ndone:\n  ret void\n}}\n");
        return name;
    }
}
