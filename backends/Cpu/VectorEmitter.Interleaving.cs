using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Stores of every second or fourth element wait until the elements between are stored too, and go to memory as whole vectors then. They wait within straight
/// code only, and for nothing that may look at the same memory.</summary>
internal sealed partial class VectorEmitter
{
    private Waiting? _waiting;

    private sealed record Column(long[] Offsets, Piece[] Addresses, string[] Values);

    /// <summary>Stores of one stride from one base: by the distance of the first vector's element, the vectors' values.</summary>
    private sealed class Waiting(IrType type, long step, bool streams, string[] bases, int alignment)
    {
        public IrType Type { get; } = type;

        public long Step { get; } = step;

        public bool Streams { get; } = streams;

        public string[] Bases { get; } = bases;

        public int Alignment { get; } = alignment;

        public List<Column> Stores { get; } = [];

        public bool Takes(IrType type, long step, string[] bases, long[] offsets) =>
            type == Type && step == Step && bases.SequenceEqual(Bases)
            && Stores.TrueForAll(s => offsets[0] != s.Offsets[0] && (offsets[0] - s.Offsets[0]) % Type.Size == 0 && Math.Abs(offsets[0] - s.Offsets[0]) < step * Type.Size
                && offsets.Zip(s.Offsets, (a, b) => a - b).Distinct().Count() == 1);
    }

    /// <summary>False where a store is none of every second or fourth element.</summary>
    private bool TryWait(Place place, Value address, Value value, int alignment)
    {
        if (value.Parts is not null || value.Type == IrType.Bool || !IsAll(_mask) || Build.SpaceOf(place, _frame.Function, _module) != AddressSpace.Global)
        {
            return false;
        }
        var to = Enumerable.Range(0, _units).Select(u => At(address, u)).ToArray();
        long step = to[0].Stride / value.Type.Size;
        if (step is not (2 or 4) || !Array.TrueForAll(to, a => a.Uniform && a.Stride == step * value.Type.Size && !IsConstant(a.Name)))
        {
            return false;
        }
        string[] bases = [.. to.Select(a => a.Near?.Base ?? a.Name)];
        long[] offsets = [.. to.Select(a => a.Near?.Offset ?? 0)];
        bool streams = _writtenOnly?.Has(place) ?? false;
        if (_waiting is { } before && !before.Takes(value.Type, step, bases, offsets))
        {
            StoreWaiting();
        }
        _waiting ??= new Waiting(value.Type, step, streams, bases, Alignment(value.Type, 0, alignment));
        _waiting.Stores.Add(new Column(offsets, to, [.. Enumerable.Range(0, _units).Select(u => Varying(At(value, u)))]));
        if (_waiting.Stores.Count == step)
        {
            StoreWaiting();
        }
        return true;
    }

    /// <summary>Everything that waits goes to memory.</summary>
    private void StoreWaiting()
    {
        if (_waiting is not { } all)
        {
            return;
        }
        _waiting = null;
        string word = Word(all.Type);
        if (all.Stores.Count < all.Step)
        {
            foreach (var (_, addresses, values) in all.Stores)
            {
                for (int u = 0; u < addresses.Length; u++)
                {
                    StoreStrided(addresses[u], 0, all.Type, word, values[u], all.Alignment);
                }
            }
            return;
        }
        var ordered = all.Stores.OrderBy(s => s.Offsets[0]).ToArray();
        var (to, whole) = (new List<(string, long)>(), new List<string>());
        for (int u = 0; u < all.Bases.Length; u++)
        {
            for (int i = 0; i < all.Step; i++)
            {
                to.Add((all.Bases[u], ordered[0].Offsets[u] + (i * _width * all.Type.Size)));
                whole.Add(Interleave([.. ordered.Select(s => s.Values[u])], i, word));
            }
        }
        StoreRows(to, whole, all.Type, all.Alignment, all.Streams);
    }

    /// <summary>One of the vectors in which those given lie element by element.</summary>
    private string Interleave(string[] vectors, int which, string word)
    {
        int step = vectors.Length;
        string Two(int first) => Assign($"shufflevector {Vector(word)} {vectors[first]}, {Vector(word)} {vectors[first + 1]}, <{_width} x i32> {Lanes("i32", l =>
        {
            int element = ((which * _width) + l) / step;
            int part = ((which * _width) + l) % step;
            return element + ((part & 1) * _width);
        })}");
        if (step == 2)
        {
            return Two(0);
        }
        return Assign($"shufflevector {Vector(word)} {Two(0)}, {Vector(word)} {Two(2)}, <{_width} x i32> {Lanes("i32", l => l + (l % 4 / 2 * _width))}");
    }
}
