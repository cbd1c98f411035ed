using KernelPort.Backends.CLike;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <summary>How a machine of vector operations says what its scalar unit does: the text of kernels that run thread after thread.</summary>
public abstract class ScalarMachine
{
    /// <summary>What a kernel of this tier may use.</summary>
    public abstract Target Target { get; }

    public abstract CLikeDialect Dialect { get; }

    /// <summary>What stands before a function.</summary>
    public abstract string FunctionHead { get; }

    /// <summary>Reads and writes of memory.</summary>
    public abstract string Memory { get; }

    /// <summary>Operations that it spells its own way, and the functions they need.</summary>
    public abstract IReadOnlyList<(Intrinsic Of, string Spelling, string Needs)> Own { get; }

    /// <summary>The head of the class that a block's threads are.</summary>
    public abstract string ClassHead { get; }

    /// <summary>Functions of that class.</summary>
    public abstract IReadOnlyList<(string Name, string Text)> Members { get; }

    /// <summary>Bytes of the fast memory that the class takes for itself.</summary>
    public abstract int OwnBytes { get; }

    public abstract string LocalAtomic(AtomicOp op, string change);

    /// <summary>A member function of the class; null for what copies cannot combine.</summary>
    public abstract string? GlobalAtomic(AtomicOp op);

    /// <summary>A member function that is one of the vector unit's or the library's, for one element.</summary>
    public abstract string OneOperand(string function);

    /// <summary>The words of a kernel's entry.</summary>
    public abstract EntryWords Entry { get; }

    /// <summary>Why no atomic of global memory gives an old value, and where that is written; null where they do.</summary>
    public abstract Evidence? NoOldValues { get; }
}

/// <summary>How the entries of kernels are written.</summary>
/// <param name="Head">Before its name.</param>
/// <param name="Pointer">The type of a pointer that it is given.</param>
/// <param name="Begin">The first statement, if there is one to be.</param>
/// <param name="Core">The number of the core that runs.</param>
/// <param name="Cores">How many there are.</param>
/// <param name="BlockCheck">Leaves a launch the text was not written for.</param>
public sealed record EntryWords(string Head, string Pointer, string Begin, string Core, string Cores, Func<Function, Extent, string> BlockCheck);
