using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>An operand of a vector operation. <paramref name="Element"/>: what a tensor is made of; empty for a scalar or a number of elements.</summary>
public readonly record struct Operand(string Text, string Element = "")
{
    public static implicit operator Operand(string text) => new(text);

    public override string ToString() => Text;
}

/// <summary>Something no document promises. <paramref name="Words"/>: texts that have one of them rely on it.</summary>
public sealed record Assumption(string What, params string[] Words)
{
    /// <summary>What makes text that does not rely on int32's wrapping.</summary>
    public const string IntRange = "--no-int-wrap";

    /// <summary>What makes text that selects nothing but floats.</summary>
    public const string FloatSelects = "--no-select-bits";

    /// <summary>The option that avoids it; empty for none.</summary>
    public string Switch { get; init; } = "";

    public bool IsAvoided(EmissionOptions options) => (Switch == IntRange && options.KeepsIntRange) || (Switch == FloatSelects && options.SelectsFloats);

    public override string ToString() => Switch.Length == 0 ? What : $"{What}, which {Switch} avoids";
}

/// <summary>From[At + Index * Scale + Besides] for the lanes of a mask.</summary>
/// <param name="Reach">How far the lanes' parts besides the index may lie apart.</param>
public sealed record FetchOperands(Operand To, Operand From, string At, Operand Index, string Scale, Operand Besides, string IsBesides, string Reach, Operand Mask, Operand Room, Operand Offsets, Operand Work, string Lanes);

/// <summary>
/// A machine of vector operations over memory that a program fills by copies: how it says what kernels as vectors are made of. Operations go by the names of
/// their count forms: Add, Adds (a tensor and a scalar), Cast, Compare, Select, SelectOrZero, Gather, Duplicate, Fill (only the first lanes), ReduceSum, Sequence, Expand (a block of memory an element) and so on.
/// A name that begins with Kp is a function of the emitted text, which the machine has among its <see cref="Helpers"/>.
/// </summary>
public abstract class VectorMachine
{
    /// <summary>What <see cref="View"/> is asked for to get a truth value a lane.</summary>
    public const string Mask = "mask";

    /// <summary>Tensors that its operations need for themselves; they lie behind the room for copies.</summary>
    public virtual int WorkTensors => 0;

    /// <summary>Operations touch as many elements as they are told, and operands may begin on any multiple of 32 bytes.</summary>
    public abstract bool CountsAreExact { get; }

    /// <summary>It has the greater and the smaller of int32.</summary>
    public abstract bool HasIntegerExtremes { get; }

    /// <summary>It has the sum, the greatest and the least of a tensor's floats in one operation; the sum in an order of its own.</summary>
    public abstract bool Reduces { get; }

    /// <summary>Small integers are widened by copies of bytes, as there are no conversions.</summary>
    public abstract bool WidensByCopies { get; }

    /// <summary>Bytes of the memory that vectors lie in.</summary>
    public abstract int ScratchBytes { get; }

    public abstract string ScratchName { get; }

    /// <summary>What functions of the library may take of it.</summary>
    public virtual int LibraryBytes => 0;

    /// <summary>Rows that one copy moves begin on multiples of so many bytes in a tensor; 1 where they may begin anywhere.</summary>
    public abstract int CopyBlock { get; }

    /// <summary>A truth value is a lane of 0 or -1, not a bit.</summary>
    public abstract bool MasksAreLanes { get; }

    /// <summary>Elements of a tensor can be picked by a tensor of offsets in one operation.</summary>
    public abstract bool Gathers { get; }

    /// <summary>What is before and after accesses that other units must have seen; empty where nothing is needed.</summary>
    public abstract string Barrier { get; }

    /// <summary>What keeps copies out in order.</summary>
    public abstract string CopyOrder { get; }

    /// <summary>What makes stores seen by others.</summary>
    public abstract string DeviceFence { get; }

    /// <summary>Functions that emitted text may call, by name, in the order they are written.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> Helpers { get; }

    /// <summary>What texts rely on that no document promises: where a text has a word, what it assumes.</summary>
    public abstract IReadOnlyList<Assumption> Assumptions { get; }

    /// <summary>What every file begins with, and what files with vectors have besides.</summary>
    public abstract string Head { get; }

    public abstract string VectorHead { get; }

    /// <summary>A tensor's lanes as they are computed with.</summary>
    public abstract Operand View(int slot, string element);

    /// <summary>A tensor as elements that lie in it as they lie in global memory.</summary>
    public abstract Operand Stage(int slot, string element);

    public abstract Operand Reinterpret(Operand tensor, string element);

    /// <summary>A tensor from one of its elements on.</summary>
    public abstract Operand From(Operand tensor, string first);

    public abstract string Get(Operand tensor, string index);

    public abstract string Set(Operand tensor, string index, string value);

    /// <summary>The condition that lane l is in a mask.</summary>
    public abstract string LaneOf(Operand mask);

    /// <summary>How much of global memory may be brought in for lanes to pick from; 0 where they can be gathered from where they lie.</summary>
    public abstract int SpanBytes { get; }

    /// <summary>Where elements that lanes point at go lane by lane all the same.</summary>
    public abstract string BeyondSpan { get; }

    /// <summary>The condition that elements lanes point at came.</summary>
    public abstract string Fetch(FetchOperands fetch);

    /// <summary>A buffer's address.</summary>
    public abstract string Address(string buffer);

    public abstract string Assert(string condition, string message);

    /// <summary>A copy of neighbouring elements from global memory.</summary>
    public abstract string CopyIn(Operand to, Operand from, string at, string count, IrType type);

    public abstract string CopyOut(Operand to, string at, Operand from, string count, IrType type, AtomicOp? combine);

    /// <summary>The helper that copies rows out.</summary>
    public abstract string StoreRows(AtomicOp? combine);

    /// <summary>What makes the copies out that follow combine with what is there, and ends it.</summary>
    public abstract string BeginCombining(AtomicOp op, IrType type);

    public abstract string EndCombining { get; }

    /// <summary>The statements of one operation.</summary>
    public abstract IEnumerable<string> Call(string operation, IReadOnlyList<Operand> operands);

    /// <summary>A kernel's text around the body of a block.</summary>
    public abstract string Print(VectorKernel kernel);
}
