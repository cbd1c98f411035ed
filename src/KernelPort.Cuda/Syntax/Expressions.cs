using KernelPort.Core;

namespace KernelPort.Cuda.Syntax;

/// <summary>An expression as it was written; names are not looked up yet.</summary>
public abstract record ExprSyntax(Span Span);

/// <summary>An integer, floating, character, boolean or null-pointer literal; <paramref name="Text"/> is its spelling.</summary>
public sealed record LiteralSyntax(Span Span, LiteralKind Kind, string Text) : ExprSyntax(Span);

public enum LiteralKind { Integer, Floating, Character, String, Boolean, NullPointer }

/// <summary>A possibly qualified name: <c>x</c>, <c>ns::f&lt;int&gt;</c>, <c>T::value</c>.</summary>
public sealed record NameExpr(Span Span, NameSyntax Name) : ExprSyntax(Span);

public sealed record ThisExpr(Span Span) : ExprSyntax(Span);

public sealed record ParenthesizedExpr(Span Span, ExprSyntax Inner) : ExprSyntax(Span);

/// <summary>A prefix operator: <c>+ - ! ~ * &amp; ++ --</c>.</summary>
public sealed record PrefixExpr(Span Span, string Operator, ExprSyntax Operand) : ExprSyntax(Span);

/// <summary><c>x++</c> or <c>x--</c>.</summary>
public sealed record PostfixExpr(Span Span, string Operator, ExprSyntax Operand) : ExprSyntax(Span);

/// <summary>A binary operator, precedence resolved; <c>","</c> is one too. Assignments are <see cref="AssignExpr"/>.</summary>
public sealed record BinaryExpr(Span Span, string Operator, ExprSyntax Left, ExprSyntax Right) : ExprSyntax(Span)
{
    public Span OperatorSpan { get; init; }
}

/// <summary><c>=</c> or a compound assignment such as <c>+=</c>.</summary>
public sealed record AssignExpr(Span Span, string Operator, ExprSyntax Target, ExprSyntax Value) : ExprSyntax(Span);

public sealed record ConditionalExpr(Span Span, ExprSyntax Condition, ExprSyntax Then, ExprSyntax Else) : ExprSyntax(Span);

/// <summary>A call, or <c>T(…)</c> where the callee is a type (see <see cref="ConstructExpr"/> for what is known to be one).</summary>
public sealed record CallExpr(Span Span, ExprSyntax Callee, EquatableArray<ExprSyntax> Arguments) : ExprSyntax(Span);

/// <summary>A kernel launch <c>f&lt;&lt;&lt;grid, block, shared, stream&gt;&gt;&gt;(…)</c>.</summary>
public sealed record LaunchExpr(Span Span, ExprSyntax Kernel, EquatableArray<ExprSyntax> Configuration, EquatableArray<ExprSyntax> Arguments) : ExprSyntax(Span);

/// <summary><c>a[i]</c>.</summary>
public sealed record IndexExpr(Span Span, ExprSyntax Base, ExprSyntax Index) : ExprSyntax(Span);

/// <summary><c>a.b</c> or, with <paramref name="Arrow"/>, <c>a-&gt;b</c>.</summary>
public sealed record MemberExpr(Span Span, ExprSyntax Base, bool Arrow, NameSyntax Member) : ExprSyntax(Span);

/// <summary>A C-style or named cast; <paramref name="Style"/> is <c>"c"</c>, <c>"static_cast"</c>, <c>"reinterpret_cast"</c>, <c>"const_cast"</c>, <c>"dynamic_cast"</c>.</summary>
public sealed record CastExpr(Span Span, string Style, TypeSyntax Type, ExprSyntax Operand) : ExprSyntax(Span);

/// <summary><c>T(a, b)</c> or, with <paramref name="Braces"/>, <c>T{a, b}</c>, where T was classified as a type.</summary>
public sealed record ConstructExpr(Span Span, TypeSyntax Type, EquatableArray<ExprSyntax> Arguments, bool Braces) : ExprSyntax(Span);

/// <summary><c>{a, b}</c>, designators kept: an element is a value or a <see cref="DesignatedExpr"/>.</summary>
public sealed record BraceExpr(Span Span, EquatableArray<ExprSyntax> Elements) : ExprSyntax(Span);

public sealed record DesignatedExpr(Span Span, EquatableArray<string> Path, ExprSyntax Value) : ExprSyntax(Span);

/// <summary><c>sizeof</c> or <c>alignof</c> of a type (<paramref name="Type"/>) or an expression (<paramref name="Operand"/>); <c>"sizeof..."</c> keeps the pack's name as operand.</summary>
public sealed record SizeofExpr(Span Span, string Keyword, TypeSyntax? Type, ExprSyntax? Operand) : ExprSyntax(Span);

/// <summary><c>pattern...</c>, also the bare <c>...</c> of a fold (then <paramref name="Pattern"/> is null).</summary>
public sealed record PackExpansionExpr(Span Span, ExprSyntax? Pattern) : ExprSyntax(Span);

public sealed record LambdaExpr(Span Span, EquatableArray<CaptureSyntax> Captures, EquatableArray<ParameterSyntax> Parameters, DeclSpecifiers Specifiers, TypeSyntax? ReturnType, CompoundStmt Body) : ExprSyntax(Span);

/// <summary>One capture: <c>=</c>, <c>&amp;</c>, <c>x</c>, <c>&amp;x</c>, <c>this</c>, <c>x = init</c>.</summary>
public sealed record CaptureSyntax(Span Span, string Name, bool ByReference, ExprSyntax? Initializer);

public sealed record ThrowExpr(Span Span, ExprSyntax? Value) : ExprSyntax(Span);

public sealed record NewExpr(Span Span, TypeSyntax Type, EquatableArray<ExprSyntax> Arguments) : ExprSyntax(Span);

public sealed record DeleteExpr(Span Span, ExprSyntax Operand) : ExprSyntax(Span);

/// <summary>GNU <c>({ … })</c>.</summary>
public sealed record StatementExpr(Span Span, CompoundStmt Body) : ExprSyntax(Span);

/// <summary>What the parser accepts but nobody looks into yet (requires-expressions, typeid, noexcept): <paramref name="What"/> names it in the refusal.</summary>
public sealed record UnsupportedExpr(Span Span, string What) : ExprSyntax(Span);

/// <summary>A possibly qualified name. <paramref name="Rooted"/>: it began with <c>::</c>. <paramref name="Typename"/>: it began with <c>typename</c>.</summary>
public sealed record NameSyntax(Span Span, bool Rooted, bool Typename, EquatableArray<NameSegment> Segments)
{
    /// <summary>The last segment's identifier (an operator function is <c>"operator+"</c>, a conversion <c>"operator T"</c>, a destructor <c>"~X"</c>).</summary>
    public string Last => Segments[^1].Identifier;

    public bool IsSimple => Segments.Count == 1 && !Rooted;

    /// <summary>The identifiers joined by <c>::</c>, template arguments left out.</summary>
    public string Joined => string.Join("::", Segments.Select(s => s.Identifier));
}

/// <summary>One step of a qualified name; <paramref name="Arguments"/> is null where no template argument list was written.</summary>
public sealed record NameSegment(Span Span, string Identifier, EquatableArray<TemplateArgumentSyntax>? Arguments);

/// <summary>A template argument: a type or an expression; a name that may be either stands in both.</summary>
public sealed record TemplateArgumentSyntax(Span Span, TypeSyntax? Type, ExprSyntax? Expression, bool Expansion);
