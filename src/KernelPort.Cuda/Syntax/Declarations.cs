using KernelPort.Core;

namespace KernelPort.Cuda.Syntax;

/// <summary>A declaration as it was written.</summary>
public abstract record DeclSyntax(Span Span);

/// <summary>A namespace; an inline or anonymous one too (then <paramref name="Name"/> is empty).</summary>
public sealed record NamespaceDecl(Span Span, string Name, bool Inline, EquatableArray<DeclSyntax> Members) : DeclSyntax(Span);

/// <summary><c>extern "C" { … }</c> or <c>extern "C" decl</c>.</summary>
public sealed record LinkageDecl(Span Span, string Language, EquatableArray<DeclSyntax> Members) : DeclSyntax(Span);

/// <summary>A template header over a declaration. <paramref name="Parameters"/> empty and not explicit instantiation: an explicit specialisation.</summary>
public sealed record TemplateDecl(Span Span, EquatableArray<TemplateParameterSyntax> Parameters, DeclSyntax Declaration, bool ExplicitInstantiation) : DeclSyntax(Span);

/// <summary>A template parameter. <paramref name="Type"/> is the type of a non-type parameter, null for a type parameter; template-template parameters have <paramref name="IsTemplate"/>.</summary>
public sealed record TemplateParameterSyntax(Span Span, string Name, TypeSyntax? Type, bool Pack, bool IsTemplate, TypeSyntax? DefaultType, ExprSyntax? DefaultValue);

/// <summary>A function, defined or only declared; constructors, destructors and conversions have a null return type.</summary>
public sealed record FunctionDecl(Span Span, DeclSpecifiers Specifiers, TypeSyntax? ReturnType, NameSyntax Name, EquatableArray<ParameterSyntax> Parameters, bool Variadic) : DeclSyntax(Span)
{
    public StmtSyntax? Body { get; init; }

    public bool IsConst { get; init; }

    /// <summary><c>= default</c>, <c>= delete</c> or <c>= 0</c>; empty otherwise.</summary>
    public string Special { get; init; } = "";

    public EquatableArray<MemberInitializerSyntax> Initializers { get; init; } = [];

    /// <summary>The body's text was not parsed (a host body that failed): its span; launches in it are found by tokens.</summary>
    public IslandSyntax? Island { get; init; }

    /// <summary>The launches found in an island; each is a <see cref="LaunchExpr"/>.</summary>
    public EquatableArray<ExprSyntax> IslandLaunches { get; init; } = [];
}

/// <summary>A function body that the grammar could not take; counted, and never silently gone.</summary>
public sealed record IslandSyntax(Span Span, string Reason);

public sealed record MemberInitializerSyntax(Span Span, NameSyntax Name, EquatableArray<ExprSyntax> Arguments, bool Braces);

public sealed record ParameterSyntax(Span Span, TypeSyntax Type, string Name, ExprSyntax? Default, bool Pack);

/// <summary>One or more variables that share their specifiers; each has its own full type.</summary>
public sealed record VariableDecl(Span Span, DeclSpecifiers Specifiers, EquatableArray<DeclaratorSyntax> Variables) : DeclSyntax(Span);

/// <summary>One declared variable or member. <paramref name="InitStyle"/>: <c>""</c> none, <c>"="</c>, <c>"("</c>, <c>"{"</c>; with <c>"("</c> and <c>"{"</c> the values are a <see cref="BraceExpr"/>.</summary>
public sealed record DeclaratorSyntax(Span Span, TypeSyntax Type, NameSyntax Name, string InitStyle, ExprSyntax? Initializer, ExprSyntax? BitWidth);

/// <summary><c>auto [a, b] = e;</c></summary>
public sealed record StructuredBindingDecl(Span Span, DeclSpecifiers Specifiers, bool ByReference, EquatableArray<string> Names, ExprSyntax Initializer) : DeclSyntax(Span);

/// <summary><c>typedef</c> or <c>using A = T;</c>.</summary>
public sealed record AliasDecl(Span Span, string Name, TypeSyntax Type) : DeclSyntax(Span);

/// <summary><c>using ns::name;</c> or, with <paramref name="IsNamespace"/>, <c>using namespace ns;</c>.</summary>
public sealed record UsingDecl(Span Span, NameSyntax Name, bool IsNamespace) : DeclSyntax(Span);

/// <summary><c>namespace a = b::c;</c></summary>
public sealed record NamespaceAliasDecl(Span Span, string Name, NameSyntax Target) : DeclSyntax(Span);

/// <summary>A class, struct or union, defined where <paramref name="Members"/> is not null. <paramref name="Name"/> is null for an anonymous one.</summary>
public sealed record ClassDecl(Span Span, string Keyword, NameSyntax? Name, EquatableArray<BaseSyntax> Bases, EquatableArray<DeclSyntax>? Members, EquatableArray<AttributeSyntax> Attributes) : DeclSyntax(Span)
{
    /// <summary>The largest alignment of a member under #pragma pack; 0 where none limits it.</summary>
    public int Packing { get; init; }
}

public sealed record BaseSyntax(Span Span, TypeSyntax Type, bool Virtual);

/// <summary><c>public:</c> and its like.</summary>
public sealed record AccessDecl(Span Span, string Access) : DeclSyntax(Span);

public sealed record EnumDecl(Span Span, string? Name, bool Scoped, TypeSyntax? Underlying, EquatableArray<EnumeratorSyntax>? Enumerators) : DeclSyntax(Span);

public sealed record EnumeratorSyntax(Span Span, string Name, ExprSyntax? Value);

public sealed record StaticAssertDecl(Span Span, ExprSyntax Condition, string? Message) : DeclSyntax(Span);

/// <summary>A declaration that stood where nothing more is needed: a lone semicolon, a pragma between declarations.</summary>
public sealed record EmptyDecl(Span Span) : DeclSyntax(Span);

/// <summary>What the parser accepts but nobody looks into yet (concepts, file-scope asm).</summary>
public sealed record UnsupportedDecl(Span Span, string What) : DeclSyntax(Span);

/// <summary>Everything that stands before a declarator and is not the type.</summary>
[Flags]
public enum Specifier
{
    None = 0,
    Static = 1 << 0,
    Extern = 1 << 1,
    Inline = 1 << 2,
    Constexpr = 1 << 3,
    Global = 1 << 4,
    Device = 1 << 5,
    Host = 1 << 6,
    Shared = 1 << 7,
    Constant = 1 << 8,
    Managed = 1 << 9,
    ForceInline = 1 << 10,
    NoInline = 1 << 11,
    GridConstant = 1 << 12,
    Virtual = 1 << 13,
    Explicit = 1 << 14,
    Friend = 1 << 15,
    Mutable = 1 << 16,
    ThreadLocal = 1 << 17,
    Consteval = 1 << 18,
    Typedef = 1 << 19,
}

/// <summary>The specifiers of a declaration, its attributes and launch bounds.</summary>
public sealed record DeclSpecifiers(Specifier Flags, EquatableArray<AttributeSyntax> Attributes)
{
    public static readonly DeclSpecifiers None = new(Specifier.None, []);

    public bool Has(Specifier flag) => (Flags & flag) != 0;
}

/// <summary>An attribute with arguments as expressions: <c>__launch_bounds__</c>, <c>__align__</c>, <c>alignas</c>, <c>aligned</c>, <c>packed</c>, others by name.</summary>
public sealed record AttributeSyntax(Span Span, string Name, EquatableArray<ExprSyntax> Arguments)
{
    public bool IsPacked => Name is "packed" or "__packed__";
}

/// <summary>A type as it was written, declarator applied.</summary>
public abstract record TypeSyntax(Span Span);

/// <summary>A built-in type in canonical words: <c>"int"</c>, <c>"unsigned int"</c>, <c>"long"</c>, <c>"unsigned long"</c>, <c>"long long"</c>, <c>"unsigned long long"</c>, <c>"short"</c>, <c>"unsigned short"</c>, <c>"char"</c>, <c>"signed char"</c>, <c>"unsigned char"</c>, <c>"bool"</c>, <c>"float"</c>, <c>"double"</c>, <c>"long double"</c>, <c>"void"</c>, <c>"wchar_t"</c>, <c>"char8_t"</c>, <c>"char16_t"</c>, <c>"char32_t"</c>.</summary>
public sealed record BuiltinType(Span Span, string Name) : TypeSyntax(Span);

public sealed record NamedType(Span Span, NameSyntax Name) : TypeSyntax(Span);

/// <summary><c>auto</c> or <c>decltype(auto)</c>.</summary>
public sealed record AutoType(Span Span) : TypeSyntax(Span);

public sealed record DecltypeType(Span Span, ExprSyntax Expression) : TypeSyntax(Span);

/// <summary>cv-qualification of what is inside.</summary>
public sealed record QualifiedType(Span Span, TypeSyntax Inner, bool Const, bool Volatile) : TypeSyntax(Span);

public sealed record PointerSyntax(Span Span, TypeSyntax Pointee, bool Restrict) : TypeSyntax(Span);

public sealed record ReferenceType(Span Span, TypeSyntax Target, bool RightValue) : TypeSyntax(Span);

/// <summary>An array; <paramref name="Size"/> is null for <c>[]</c>.</summary>
public sealed record ArraySyntax(Span Span, TypeSyntax Element, ExprSyntax? Size) : TypeSyntax(Span);

public sealed record FunctionSyntax(Span Span, TypeSyntax Return, EquatableArray<ParameterSyntax> Parameters) : TypeSyntax(Span);

/// <summary>A pointer to member; parsed, not looked into yet.</summary>
public sealed record MemberPointerType(Span Span, TypeSyntax Pointee, NameSyntax Class) : TypeSyntax(Span);

/// <summary>A class or enum defined or named in place: <c>struct { int a; } x;</c>, <c>struct S s;</c>.</summary>
public sealed record InlineType(Span Span, DeclSyntax Declaration) : TypeSyntax(Span);
