using KernelPort.Core;

namespace KernelPort.Cuda.Syntax;

/// <summary>A statement as it was written.</summary>
public abstract record StmtSyntax(Span Span);

public sealed record CompoundStmt(Span Span, EquatableArray<StmtSyntax> Statements) : StmtSyntax(Span);

public sealed record ExprStmt(Span Span, ExprSyntax Expression) : StmtSyntax(Span);

public sealed record DeclStmt(Span Span, DeclSyntax Declaration) : StmtSyntax(Span);

/// <summary><c>if</c>; <paramref name="Init"/> is C++17's init statement; a declared condition is a <see cref="ConditionDecl"/>.</summary>
public sealed record IfStmt(Span Span, bool Constexpr, StmtSyntax? Init, ConditionSyntax Condition, StmtSyntax Then, StmtSyntax? Else) : StmtSyntax(Span);

public sealed record WhileStmt(Span Span, ConditionSyntax Condition, StmtSyntax Body) : StmtSyntax(Span)
{
    public PragmaSyntax? Pragma { get; init; }
}

public sealed record DoStmt(Span Span, StmtSyntax Body, ExprSyntax Condition) : StmtSyntax(Span)
{
    public PragmaSyntax? Pragma { get; init; }
}

public sealed record ForStmt(Span Span, StmtSyntax? Init, ConditionSyntax? Condition, ExprSyntax? Step, StmtSyntax Body) : StmtSyntax(Span)
{
    public PragmaSyntax? Pragma { get; init; }
}

public sealed record RangeForStmt(Span Span, DeclSyntax Variable, ExprSyntax Range, StmtSyntax Body) : StmtSyntax(Span);

public sealed record SwitchStmt(Span Span, StmtSyntax? Init, ConditionSyntax Condition, StmtSyntax Body) : StmtSyntax(Span);

/// <summary><c>case v:</c> (or GNU <c>case a ... b:</c>); <c>default:</c> where <paramref name="Value"/> is null. The labelled statement follows as the next statement of the enclosing compound.</summary>
public sealed record CaseLabel(Span Span, ExprSyntax? Value, ExprSyntax? UpTo) : StmtSyntax(Span);

/// <summary><c>name:</c>; the labelled statement follows as the next one.</summary>
public sealed record LabelStmt(Span Span, string Name) : StmtSyntax(Span);

public sealed record GotoStmt(Span Span, string Label) : StmtSyntax(Span);

public sealed record BreakStmt(Span Span) : StmtSyntax(Span);

public sealed record ContinueStmt(Span Span) : StmtSyntax(Span);

public sealed record ReturnStmt(Span Span, ExprSyntax? Value) : StmtSyntax(Span);

public sealed record EmptyStmt(Span Span) : StmtSyntax(Span);

/// <summary>Inline assembly: its template text and operands.</summary>
public sealed record AsmStmt(Span Span, bool Volatile, string Template, EquatableArray<AsmOperandSyntax> Outputs, EquatableArray<AsmOperandSyntax> Inputs) : StmtSyntax(Span)
{
    /// <summary>What it does, as C++; null where that cannot be told. See <see cref="InlinePtx"/>.</summary>
    public CompoundStmt? Meaning { get; init; }
}

public sealed record AsmOperandSyntax(Span Span, string Constraint, ExprSyntax? Value);

/// <summary>try/catch, parsed for host code only.</summary>
public sealed record TryStmt(Span Span, CompoundStmt Body, EquatableArray<StmtSyntax> Handlers) : StmtSyntax(Span);

/// <summary>The condition of an if, while, for or switch: an expression or a declaration.</summary>
public sealed record ConditionSyntax(Span Span, ExprSyntax? Expression, DeclSyntax? Declaration);

/// <summary><c>#pragma unroll [N]</c>: <paramref name="Factor"/> is null for "all"; <c>nounroll</c> is a factor of 1.</summary>
public sealed record PragmaSyntax(Span Span, ExprSyntax? Factor);

/// <summary>One translation unit after parsing: declarations in order, and what was counted on the way.</summary>
public sealed record TranslationUnit(SourceText Source, EquatableArray<DeclSyntax> Declarations, ParseCounts Counts);

/// <summary>What a report must say of a parse. All are counts.</summary>
public sealed record ParseCounts(int Tokens, int Declarations, int FailedDeclarations, int Islands, int GuessedTypeNames, int MissingIncludes);
