using KernelPort.Core;

namespace KernelPort.Backends.Vectors;

/// <summary>Raised where a statement has no vector form: becomes a refusal that names it, never a guess.</summary>
internal sealed class NotVectorised(string what, bool missingType = false) : Exception(what)
{
    /// <summary>The machine has no lanes of this type.</summary>
    public bool MissingType { get; } = missingType;

    public Span At { get; set; } = Span.None;
}

/// <summary>Raised where a loop has to be printed again because a guess about its values was wrong.</summary>
internal sealed class PrintAgain : Exception;
