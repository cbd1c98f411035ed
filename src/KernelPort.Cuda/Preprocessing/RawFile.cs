using KernelPort.Core;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>What became of a raw token. A token of a file included twice can be several of these.</summary>
[Flags]
public enum RawTokenUse : byte
{
    None = 0,

    /// <summary>Read in an active branch of the conditionals.</summary>
    Active = 1,

    /// <summary>Skipped by an #if at least once.</summary>
    Inactive = 2,

    /// <summary>Part of a directive line.</summary>
    Directive = 4,

    /// <summary>Part of the replacement text in a #define.</summary>
    MacroBody = 8,

    /// <summary>Part of the arguments of a macro use.</summary>
    MacroArgument = 16,

    /// <summary>The name of a macro where it was replaced.</summary>
    MacroUse = 32,
}

/// <summary>A file that was read: all its raw tokens, active or not, and what became of each.</summary>
public sealed record RawFile(LexedFile File, RawTokenUse[] Uses, bool IsStub)
{
    public SourceText Source => File.Source;

    public Token[] Tokens => File.Tokens;
}

/// <summary>One #include: where it stands, what it asks for, and the file it found (null where none).</summary>
public sealed record IncludeEdge(Span Span, string Name, bool Angled, SourceText? Target);
