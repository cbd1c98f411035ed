using KernelPort.Ir;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.Vectors;

/// <summary>The capability table that cores without threads share when they run a block's threads one after the other: plain C++, one-element calls for mathematics, and
/// copies that add or compare where global memory has atomics.</summary>
/// <param name="Unit">Where it stands what scalars can do.</param>
/// <param name="Library">Where the mathematics stands.</param>
/// <param name="Atomics">Where the atomics of global memory stand.</param>
/// <param name="Types">Where it stands that there is no double.</param>
/// <param name="NoForm">Where it stands what has no form.</param>
public sealed record ScalarCapabilities(Evidence Unit, Evidence Library, Evidence Atomics, Evidence Types, Evidence NoForm)
{
    /// <summary>Why there is no double.</summary>
    public required string NoDouble { get; init; }

    /// <summary>Which types global memory adds and compares.</summary>
    public required string AtomicTypes { get; init; }

    /// <summary>That global memory has no other atomics.</summary>
    public required string NoOtherAtomics { get; init; }

    /// <summary>What the machine spells by its own words.</summary>
    public required IReadOnlyList<(Intrinsic Of, string Spelling, string Needs)> Own { get; init; }

    /// <summary>A target of this table; its name, text and memory are the backend's.</summary>
    public Target Of(string name, string extension, int sharedMemoryBytes, Evidence sharedMemoryFrom, Evidence languageFrom) => new()
    {
        Name = name,
        Extension = extension,
        WarpWidth = 32,
        SharedMemoryBytes = sharedMemoryBytes,
        SharedMemoryFrom = sharedMemoryFrom,
        Intrinsics = Operations(),
        Scalars = new Dictionary<Scalar, Support> { [Scalar.F64] = new Support.Missing(NoDouble, Types) },
        Atomic = Atomic,
        Global = _ => new Support.Lowered(new TakeGlobalsAsArguments(), Unit),
        PackedStructs = new Support.Gap("members that are not aligned", Unit),
        HasGenericPointers = false,
        HasTiers = true,
        LanguageFrom = languageFrom,
    };

    /// <summary>Global memory has sums, minima and maxima without the old value; a core's own memory is touched by one thread at a time.</summary>
    private Support? Atomic(AtomicOp op, Scalar type, AddressSpace space) => (space, op, type) switch
    {
        (AddressSpace.Shared or AddressSpace.Local, _, Scalar.F16 or Scalar.BF16 or Scalar.F64) => new Support.Gap("atomics of 16 bits", Atomics),
        (AddressSpace.Shared or AddressSpace.Local, _, _) => null,
        (_, AtomicOp.Add or AtomicOp.Sub, Scalar.I32 or Scalar.U32 or Scalar.F32) => null,
        (_, AtomicOp.Min or AtomicOp.Max, Scalar.I32) => null,
        (_, AtomicOp.Add or AtomicOp.Min or AtomicOp.Max, Scalar.F16 or Scalar.BF16) => new Support.Gap("atomics of 16 bits", Atomics),
        (_, AtomicOp.Add or AtomicOp.Min or AtomicOp.Max, _) => new Support.Missing(AtomicTypes, Atomics),
        _ => new Support.Missing(NoOtherAtomics, Atomics),
    };

    private Dictionary<Intrinsic, Support> Operations()
    {
        var t = Intrinsics.All.ToDictionary(i => i, _ => (Support)new Support.Gap("the scalar form has none of it", Unit));
        foreach (var (i, function) in ScalarFunctions.OneOperand)
        {
            t[i] = new Support.Native($"Kp{function}({{0}})", Library);
        }
        foreach (var (i, spelling, _) in ScalarFunctions.Others.Concat(Own))
        {
            t[i] = new Support.Native(spelling, Unit);
        }
        foreach (var i in Intrinsics.Textures)
        {
            t[i] = new Support.Missing("no texture units", NoForm);
        }
        t[Intrinsics.Dp4aSigned] = t[Intrinsics.Dp4aUnsigned] = new Support.Lowered(new ExpandDp4a(), Unit);
        t[Intrinsics.Clock] = new Support.Missing("its meaning between threads has no equal", NoForm);
        t[Intrinsics.Sleep] = new Support.Missing("no thread waits by itself", NoForm);
        return t;
    }
}
