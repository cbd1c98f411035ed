using KernelPort.Core;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>Something with a name.</summary>
public abstract class Symbol(string name, Span span)
{
    public string Name { get; } = name;

    public Span Span { get; } = span;
}

/// <summary>A namespace, or the file scope (whose name is empty).</summary>
public sealed class NamespaceSymbol(string name, NamespaceSymbol? parent) : Symbol(name, Span.None)
{
    public NamespaceSymbol? Parent { get; } = parent;

    public Dictionary<string, List<Symbol>> Members { get; } = new(StringComparer.Ordinal);

    public List<NamespaceSymbol> Using { get; } = [];

    public string Qualified => Parent is null ? "" : Parent.Qualified.Length == 0 ? Name : $"{Parent.Qualified}::{Name}";

    public void Add(Symbol symbol)
    {
        if (!Members.TryGetValue(symbol.Name, out var list))
        {
            Members[symbol.Name] = list = [];
        }
        list.Add(symbol);
    }
}

/// <summary>A function or a function template, as declared; redeclarations are merged into the one with the body.</summary>
public sealed class FunctionSymbol(FunctionDecl declaration, NamespaceSymbol scope, TemplateDecl? template) : Symbol(declaration.Name.Last, declaration.Name.Span)
{
    public FunctionDecl Declaration { get; set; } = declaration;

    public NamespaceSymbol Scope { get; } = scope;

    public TemplateDecl? Template { get; set; } = template;

    public Specifier Flags { get; set; } = declaration.Specifiers.Flags;

    public bool IsKernel => (Flags & Specifier.Global) != 0;

    public bool IsDevice => (Flags & (Specifier.Global | Specifier.Device)) != 0 || (Flags & Specifier.Constexpr) != 0;

    public bool IsTemplate => Template is not null;

    /// <summary>Explicit specialisations of this template, each with the arguments it is for.</summary>
    public List<(EquatableArray<TemplateValue> Arguments, FunctionSymbol Function)> Specialisations { get; } = [];

    public string QualifiedName => Scope.Qualified.Length == 0 ? Name : $"{Scope.Qualified}::{Name}";
}

/// <summary>A variable at namespace scope.</summary>
public sealed class GlobalSymbol(DeclaratorSyntax declarator, DeclSpecifiers specifiers, NamespaceSymbol scope) : Symbol(declarator.Name.Last, declarator.Name.Span)
{
    public DeclaratorSyntax Declarator { get; } = declarator;

    public DeclSpecifiers Specifiers { get; } = specifiers;

    public NamespaceSymbol Scope { get; } = scope;

    public CType? Type { get; set; }

    public bool IsDevice => Specifiers.Has(Specifier.Device | Specifier.Constant | Specifier.Managed | Specifier.Shared);

    /// <summary>Null until looked at; then the folded value, or <see cref="NotConstant"/>.</summary>
    public object? Constant { get; set; }

    public static readonly object NotConstant = new();
}

public sealed class AliasSymbol(string name, Span span, TypeSyntax target, NamespaceSymbol scope, TemplateDecl? template) : Symbol(name, span)
{
    public TypeSyntax Target { get; } = target;

    public NamespaceSymbol Scope { get; } = scope;

    public TemplateDecl? Template { get; } = template;

    public CType? Bound { get; set; }

    public bool Binding { get; set; }
}

/// <summary>A class, struct or union.</summary>
public sealed class ClassSymbol(string name, Span span, NamespaceSymbol scope) : Symbol(name, span)
{
    public ClassDecl? Definition { get; set; }

    public NamespaceSymbol Scope { get; } = scope;

    public TemplateDecl? Template { get; set; }

    public StructType? Layout { get; set; }

    public List<FieldSymbol> Fields { get; } = [];

    /// <summary>Declared by the built-in headers: every CUDA-like target has it too.</summary>
    public bool IsBuiltin { get; set; }
}

public sealed record FieldSymbol(string Name, CType Type, int Index);

public sealed class EnumSymbol(string name, Span span, bool scoped, CType underlying) : Symbol(name, span)
{
    public bool IsScoped { get; } = scoped;

    public CType Underlying { get; } = underlying;

    public Dictionary<string, EnumeratorSymbol> Members { get; } = new(StringComparer.Ordinal);
}

public sealed class EnumeratorSymbol(string name, Span span, EnumSymbol type, long value) : Symbol(name, span)
{
    public EnumSymbol Enum { get; } = type;

    public long Value { get; } = value;
}

public sealed class NamespaceAliasSymbol(string name, NameSyntax target, NamespaceSymbol scope) : Symbol(name, target.Span)
{
    public NameSyntax Target { get; } = target;

    public NamespaceSymbol Scope { get; } = scope;
}

public sealed class UsingSymbol(NameSyntax target, NamespaceSymbol scope) : Symbol(target.Last, target.Span)
{
    public NameSyntax Target { get; } = target;

    public NamespaceSymbol Scope { get; } = scope;
}

/// <summary>A local variable or parameter, with where its value is: a let (never modified) or a place.</summary>
public sealed class LocalSymbol(string name, Span span, CType type) : Symbol(name, span)
{
    public CType Type { get; } = type;

    public Expr? Value { get; set; }

    public Place? Place { get; set; }

    /// <summary>The folded value of a const local with a constant initialiser: usable as an array length or template argument.</summary>
    public Literal? Constant { get; set; }
}

/// <summary>A template argument: a type, or a value with its type.</summary>
public sealed record TemplateValue(CType? Type, Literal? Value)
{
    public override string ToString() => Type?.ToString() ?? (Value!.Type == IrType.Bool ? (Value.Bits != 0 ? "true" : "false") : Build.AsInt(Value).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
