using KernelPort.Core;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>A file's raw tokens; the same ones for every pass over it.</summary>
public sealed class LexedFile(SourceText source, Token[] tokens, IReadOnlyList<Diagnostic> diagnostics)
{
    public SourceText Source { get; } = source;

    public Token[] Tokens { get; } = tokens;

    /// <summary>What the lexer had to say; reported once the file is used.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
}
