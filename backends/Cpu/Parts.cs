using KernelPort.Ir;

namespace KernelPort.Backends.Cpu;

/// <summary>What a value consists of that is no number: a struct of its fields, an array of its elements.</summary>
internal static class Parts
{
    // Each part of a value is a register of its own.
    private const int MostElements = 64;

    /// <summary>The parts and where they lie; null of a number.</summary>
    public static IReadOnlyList<(IrType Type, long Offset)>? Of(IrType type) => type switch
    {
        StructType { IsUnion: false } s => [.. s.Fields.Select(f => (f.Type, f.Offset))],
        ArrayType { Length: <= MostElements } a => [.. Enumerable.Range(0, (int)a.Length).Select(i => (a.Element, i * a.Element.Size))],
        _ => null,
    };
}
