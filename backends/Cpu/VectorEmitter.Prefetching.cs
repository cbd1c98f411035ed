using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>Loops whose threads go on by what the launch says, as over a grid's width: each turn reads a piece of a page far from the one before, which no processor
/// foresees. What a later turn reads is asked for ahead. It is a hint: nothing depends on its being right.</summary>
internal sealed partial class VectorEmitter
{
    // So many turns take about as long as memory does.
    private const int TurnsAhead = 8;

    // A line of the cache; and a piece of so many bytes the processor asks for by itself once its first are read.
    private const int LineBytes = 64;
    private const int MaxPieceBytes = 128;

    // The carried numbers of the loops around, and what each goes up by a turn.
    private readonly Dictionary<LetId, Expr> _steps = [];

    /// <summary>The numbers of a loop that go up by what is one for the block and no literal, from here on.</summary>
    private List<LetId> NoteSteps(Loop x)
    {
        var found = new List<LetId>();
        if (x.Body.Concat(x.Continuing).OfType<Yield>().LastOrDefault() is not { } turn)
        {
            return found;
        }
        for (int i = 0; i < x.Carried.Count; i++)
        {
            var id = x.Carried[i].Id;
            if (Defined(turn.Values[i]) is Binary { Op: BinaryOp.Add, Type.IsInteger: true } sum && Defined(sum.Left) is LetRef before && before.Id == id
                && sum.Right is var step && Defined(step) is not Literal && _frame.Shapes.Of(step).IsUniform && _steps.TryAdd(id, step))
            {
                found.Add(id);
            }
        }
        return found;
    }

    /// <summary>What a name stands for, or a conversion is of.</summary>
    private Expr Defined(Expr e) => e switch
    {
        LetRef x when _frame.Definitions.TryGetValue(x.Id, out var definition) => Defined(definition),
        Cast { Type.IsInteger: true, Operand: { Type.IsInteger: true } operand } => Defined(operand),
        _ => e,
    };

    /// <summary>Asks for what a read finds some turns on, where its vectors lie side by side.</summary>
    private void Prefetch(Place place, Value address)
    {
        if (_steps.Count == 0 || !IsAll(_mask) || place is not Deref { Pointer: var pointer } || place.Type is not ScalarType || _units * _width * place.Type.Size is < LineBytes or > MaxPieceBytes
            || (Defined(pointer) as PointerOffset)?.Index is not { } index || Advancing(index) is not { } step || Expression(step) is not { Scalar: { } each, Type: ScalarType { Size: 4 or 8 } type })
        {
            return;
        }
        var rows = Enumerable.Range(0, _units).Where(u => u * _width * place.Type.Size % LineBytes == 0).Select(u => At(address, u)).ToArray();
        if (!Array.TrueForAll(rows, a => a.Uniform && a.Stride == place.Type.Size))
        {
            return;
        }
        Declare("declare void @llvm.prefetch.p0(ptr, i32, i32, i32)");
        string wide = type.Size == 8 ? each : AssignOnce($"{(type.IsSigned ? "sext" : "zext")} i32 {each} to i64");
        string ahead = AssignOnce(Build.Invariant($"mul i64 {wide}, {TurnsAhead * place.Type.Size}"));
        foreach (var row in rows)
        {
            // Read, to be kept in all caches, as data.
            Line($"call void @llvm.prefetch.p0(ptr {Pointer(Assign($"add i64 {row.Name}, {ahead}"), 0)}, i32 0, i32 3, i32 1)");
        }
    }

    /// <summary>The step of an index that goes up with exactly one of the loops' numbers.</summary>
    private Expr? Advancing(Expr index) => Defined(index) switch
    {
        LetRef x => _steps.GetValueOrDefault(x.Id),
        Binary { Op: BinaryOp.Add } x => Advancing(x.Left) is not { } step ? Advancing(x.Right) : Advancing(x.Right) is null ? step : null,
        _ => null,
    };
}
