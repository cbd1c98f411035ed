using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Memory in which values wait: for the next turn of a loop, behind a condition, across a barrier. LLVM takes into registers what it can.</summary>
internal sealed partial class VectorEmitter
{
    /// <summary>Room for a value: a scalar for all, or a scalar or a vector for each vector of the group, or of the block where it crosses regions.</summary>
    private sealed record Slot(IrType Type, LaneShape Shape, bool Crossing, string Memory)
    {
        public Slot[]? Parts { get; init; }
    }

    private Slot NewSlot(IrType type, LaneShape shape, bool crossing)
    {
        if (Cpu.Parts.Of(type) is { } parts)
        {
            return new Slot(type, shape, crossing, "") { Parts = [.. parts.Select(p => NewSlot(p.Type, shape, crossing))] };
        }
        string word = shape.IsVarying ? Vector(Word(type)) : Word(type);
        return new Slot(type, shape, crossing, Alloca(Build.Invariant($"[{(shape.IsOfBlock ? 1 : crossing ? _total : _units)} x {word}]")));
    }

    private Slot SlotFor(LetId id, bool crossing)
    {
        if (!crossing)
        {
            return NewSlot(_frame.Function.TypeOf(id), _frame.Shapes.Of(id), false);
        }
        if (!_frame.Crossing.TryGetValue(id, out var slot))
        {
            _frame.Crossing[id] = slot = NewSlot(_frame.Function.TypeOf(id), _frame.Shapes.Of(id), true);
        }
        return slot;
    }

    private string SlotAt(Slot slot, int unit)
    {
        string word = slot.Shape.IsVarying ? Vector(Word(slot.Type)) : Word(slot.Type);
        return Assign($"getelementptr {word}, ptr {slot.Memory}, i64 {(slot.Shape.IsOfBlock ? "0" : slot.Crossing ? _index[unit] : Build.Invariant($"{unit}"))}");
    }

    private Value Read(Slot slot)
    {
        if (slot.Parts is { } parts)
        {
            return Value.Struct(slot.Type, [.. parts.Select(Read)]);
        }
        var shape = slot.Shape;
        string word = shape.IsVarying ? Vector(Word(slot.Type)) : Word(slot.Type);
        var pieces = Enumerable.Range(0, shape.IsOfBlock ? 1 : _units).Select(u => new Piece(slot.Type, Assign($"load {word}, ptr {SlotAt(slot, u)}"), !shape.IsVarying) { Stride = shape.Stride });
        return new Value(slot.Type, [.. pieces]) { Along = shape.IsOfBlock && shape.Stride != 0 };
    }

    /// <summary>Writes a value; where a mask is given, for its lanes only.</summary>
    private void Write(Slot slot, Value value, string[]? mask = null)
    {
        if (slot.Parts is { } parts)
        {
            for (int i = 0; i < parts.Length; i++)
            {
                Write(parts[i], value.Parts![i], mask);
            }
            return;
        }
        string word = Word(slot.Type);
        for (int u = 0; u < (slot.Shape.IsOfBlock ? 1 : _units); u++)
        {
            var piece = slot.Shape.IsOfBlock ? value.Pieces[0] : At(value, u);
            string at = SlotAt(slot, u);
            if (!slot.Shape.IsVarying)
            {
                if (!piece.Uniform)
                {
                    throw new InvalidOperationException("a value is less uniform than the analysis says");
                }
                // Each vector of the group goes its own way.
                if (mask is null || slot.Shape.IsOfBlock || mask[u] == On)
                {
                    Line($"store {word} {piece.Name}, ptr {at}");
                }
                else if (mask[u] != Off)
                {
                    string kept = Assign($"load {word}, ptr {at}");
                    Line($"store {word} {Assign($"select i1 {Any(mask[u])}, {word} {piece.Name}, {word} {kept}")}, ptr {at}");
                }
                continue;
            }
            string vector = Varying(piece);
            if (mask is not null && mask[u] == Off)
            {
                continue;
            }
            if (mask is not null && mask[u] != On)
            {
                string old = Assign($"load {Vector(word)}, ptr {at}");
                vector = Assign($"select {MaskType} {mask[u]}, {Vector(word)} {vector}, {Vector(word)} {old}");
            }
            Line($"store {Vector(word)} {vector}, ptr {at}");
        }
    }

    private Slot NewMask(string[] lanes)
    {
        var slot = NewSlot(IrType.Bool, LaneShape.Varying, false);
        WriteMask(slot, lanes);
        return slot;
    }

    private void WriteMask(Slot slot, string[] lanes) => Write(slot, new Value(IrType.Bool, [.. lanes.Select(l => new Piece(IrType.Bool, l, false))]));

    private string[] ReadMask(Slot slot) => [.. Read(slot).Pieces.Select(p => p.Name)];

    private string And(string a, string b) => a == b ? a : a == On || b == Off ? b : b == On || a == Off ? a : Assign($"and {MaskType} {a}, {b}");

    private string[] And(string[] a, string[] b) => [.. a.Select((m, u) => And(m, b[u]))];

    private string AndNot(string a, string b) => b == Off ? a : b == On || a == Off ? Off : And(a, Assign($"xor {MaskType} {b}, {On}"));

    private string[] AndNot(string[] a, string[] b) => [.. a.Select((m, u) => AndNot(m, b[u]))];

    /// <summary>A condition as a mask for each vector.</summary>
    private string[] Lanes(Value condition) => [.. Enumerable.Range(0, _units).Select(u => At(condition, u)).Select(p => p is { Uniform: true, Name: "true" } ? On : Varying(p))];

    private static bool IsAll(string[] mask) => Array.TrueForAll(mask, m => m == On);

    private string Bits(string mask) => Assign($"bitcast {MaskType} {mask} to i{_width}");

    /// <summary>Whether any lane is in a mask, as an i1.</summary>
    private string Any(params string[] mask)
    {
        if (Array.Exists(mask, m => m == On || (m[0] == '<' && m.Contains("true", StringComparison.Ordinal))))
        {
            return "true";
        }
        string? all = null;
        foreach (string m in mask.Where(m => m != Off).Distinct())
        {
            all = all is null ? m : Assign($"or {MaskType} {all}, {m}");
        }
        return all is null ? "false" : Assign($"icmp ne i{_width} {Bits(all)}, 0");
    }

    /// <summary>Whether all lanes are in a mask.</summary>
    private string All(string[] mask)
    {
        if (Array.Exists(mask, m => m[0] == '<'))
        {
            return "false";
        }
        string all = On;
        foreach (string m in mask.Distinct())
        {
            all = And(all, m);
        }
        return all == On ? "true" : all == Off ? "false" : Assign($"icmp eq i{_width} {Bits(all)}, -1");
    }
}
