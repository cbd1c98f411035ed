using KernelPort.Cuda.Preprocessing;

namespace KernelPort.Cuda.Syntax.Classification;

internal enum ScopeKind
{
    /// <summary>A namespace or the file.</summary>
    Namespace,
    Class,
    Enum,

    /// <summary>A function's body.</summary>
    Function,

    /// <summary>A block inside a function.</summary>
    Block,

    /// <summary>A braced initialiser.</summary>
    Initializer,

    /// <summary>Parentheses.</summary>
    Parentheses,
}

/// <summary>What the next opening brace will open.</summary>
internal enum PendingBrace
{
    Nothing,
    Namespace,
    Class,
    Enum,
}

/// <summary>An open bracket and what has been seen of the declaration being read in it.</summary>
internal sealed class Scope(ScopeKind kind, int close, int undoMark)
{
    public ScopeKind Kind { get; } = kind;

    /// <summary>The index of the closing bracket.</summary>
    public int Close { get; } = close;

    public int UndoMark { get; set; } = undoMark;

    /// <summary>The class or namespace this is the body of.</summary>
    public Name? Owner { get; init; }

    public int DeclarationStart { get; set; }

    /// <summary>Where to undo to when a declaration ends: its parameters go, its own name stays.</summary>
    public int DeclarationMark { get; set; } = -1;

    public bool IsTypedef { get; set; }

    public bool SawAssign { get; set; }

    public bool SawParentheses { get; set; }

    public bool SawDevice { get; set; }

    public bool InTemplate { get; set; }

    public bool InUsing { get; set; }

    public bool ColonAfterParentheses { get; set; }

    /// <summary>Declarators follow each other, separated by commas.</summary>
    public bool InDeclaratorList { get; set; }

    public PendingBrace Pending { get; set; }

    public Name? PendingOwner { get; set; }

    public bool IsDeclarative => Kind is ScopeKind.Namespace or ScopeKind.Class;

    public void ForgetDeclaration(int nextStart)
    {
        DeclarationStart = nextStart;
        IsTypedef = SawAssign = SawParentheses = SawDevice = InTemplate = InUsing = ColonAfterParentheses = InDeclaratorList = false;
        Pending = PendingBrace.Nothing;
        PendingOwner = null;
    }
}
