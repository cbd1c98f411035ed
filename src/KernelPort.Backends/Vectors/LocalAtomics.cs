using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>Old value and operand to the new value, in memory of the block alone: one thread after the other is an order that CUDA allows.</summary>
public static class LocalAtomics
{
    public static readonly IReadOnlyList<(AtomicOp Op, string Change)> All =
    [
        (AtomicOp.Add, "T(old + value)"), (AtomicOp.Sub, "T(old - value)"), (AtomicOp.Exchange, "T(value)"), (AtomicOp.Min, "T(value) < old ? T(value) : old"), (AtomicOp.Max, "T(value) > old ? T(value) : old"),
        (AtomicOp.Increment, "old >= T(value) ? T(0) : T(old + 1)"), (AtomicOp.Decrement, "old == T(0) || old > T(value) ? T(value) : T(old - 1)"),
        (AtomicOp.And, "T(old & value)"), (AtomicOp.Or, "T(old | value)"), (AtomicOp.Xor, "T(old ^ value)"), (AtomicOp.CompareExchange, "old == T(expected) ? T(value) : old"),
    ];

    public static string Change(AtomicOp op) => All.First(a => a.Op == op).Change;
}
