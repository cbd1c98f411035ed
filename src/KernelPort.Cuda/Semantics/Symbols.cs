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

    /// <summary>The names around it where it is no namespace's: a class's members, an enclosing function's types.</summary>
    public Scope? Outer { get; set; }

    /// <summary>The class it is a member of.</summary>
    public ClassSymbol? Owner { get; set; }

    public FunctionKind Kind { get; init; }

    /// <summary>Whether it has a `this`.</summary>
    public bool IsMethod => Owner is not null && (Flags & Specifier.Static) == 0;

    /// <summary>The closure whose body this is.</summary>
    public ClosureBody? Closure { get; init; }

    public bool IsDeleted => Declaration.Special is "= delete";

    public bool IsDefaulted => Declaration.Special is "= default";

    public TemplateDecl? Template { get; set; } = template;

    public Specifier Flags { get; set; } = declaration.Specifiers.Flags;

    public bool IsKernel => (Flags & Specifier.Global) != 0;

    public bool IsDevice => (Flags & (Specifier.Global | Specifier.Device | Specifier.Constexpr | Specifier.Consteval)) != 0 || IsDefaulted || Closure is not null;

    public bool IsTemplate => Template is not null;

    /// <summary>Explicit specialisations of this template, each with the arguments it is for.</summary>
    public List<(EquatableArray<TemplateValue> Arguments, FunctionSymbol Function)> Specialisations { get; } = [];

    /// <summary>The arguments that an explicit specialisation is for; none where this is no specialisation.</summary>
    public EquatableArray<TemplateValue> SpecialisedFor { get; set; } = [];

    public string QualifiedName => Owner is not null ? $"{Owner.QualifiedName}::{Name}" : Scope.Qualified.Length == 0 ? Name : $"{Scope.Qualified}::{Name}";
}

/// <summary>A variable at namespace scope.</summary>
public sealed class GlobalSymbol(DeclaratorSyntax declarator, DeclSpecifiers specifiers, NamespaceSymbol scope) : Symbol(declarator.Name.Last, declarator.Name.Span)
{
    public DeclaratorSyntax Declarator { get; } = declarator;

    public DeclSpecifiers Specifiers { get; } = specifiers;

    public NamespaceSymbol Scope { get; } = scope;

    /// <summary>The names around a static member.</summary>
    public Scope? Outer { get; init; }

    public ClassSymbol? Owner { get; init; }

    /// <summary>A variable template's header; <see cref="Instances"/> holds what it became.</summary>
    public TemplateDecl? Template { get; init; }

    public Dictionary<EquatableArray<TemplateValue>, GlobalSymbol> Instances { get; } = [];

    public List<(TemplateDecl Header, DeclaratorSyntax Declarator, DeclSpecifiers Specifiers)> Specialisations { get; } = [];

    public CType? Type { get; set; }

    public Scope Names => Outer ?? new Scope(null, Scope);

    public bool IsDevice => Specifiers.Has(Specifier.Device | Specifier.Constant | Specifier.Managed | Specifier.Shared);

    /// <summary>Null until looked at; then the folded value, or <see cref="NotConstant"/>.</summary>
    public object? Constant { get; set; }

    public static readonly object NotConstant = new();
}

public sealed class AliasSymbol(string name, Span span, TypeSyntax target, NamespaceSymbol scope, TemplateDecl? template) : Symbol(name, span)
{
    public TypeSyntax Target { get; } = target;

    public NamespaceSymbol Scope { get; } = scope;

    /// <summary>The names around a member alias.</summary>
    public Scope? Outer { get; init; }

    public TemplateDecl? Template { get; } = template;

    public CType? Bound { get; set; }

    public bool Binding { get; set; }
}

public sealed class EnumSymbol(string name, Span span, bool scoped, CType underlying, NamespaceSymbol scope) : Symbol(name, span)
{
    public NamespaceSymbol Scope { get; } = scope;

    public bool IsScoped { get; } = scoped;

    /// <summary>Whether the declaration names the underlying type.</summary>
    public bool IsTyped { get; init; }

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

    /// <summary>The function whose local it is: nobody else can use its value or place.</summary>
    internal object? Home { get; set; }

    /// <summary>The folded value of a const local with a constant initialiser: usable as an array length or template argument.</summary>
    public Literal? Constant { get; set; }
}

/// <summary>What a function is besides a function.</summary>
public enum FunctionKind { Plain, Constructor, Destructor, Conversion }

/// <summary>A function parameter pack, or any list of things that one name stands for.</summary>
public sealed class PackSymbol(string name, Span span, IReadOnlyList<LocalSymbol> elements) : Symbol(name, span)
{
    public IReadOnlyList<LocalSymbol> Elements { get; } = elements;
}

/// <summary>A template argument: a type, a value with its type, a template, a function, or a pack of arguments.</summary>
public sealed record TemplateValue(CType? Type, Literal? Value)
{
    public ClassSymbol? Template { get; init; }

    public FunctionSymbol? Function { get; init; }

    public EquatableArray<TemplateValue>? Pack { get; init; }

    /// <summary>The C++ type of a value where it says more than the literal's.</summary>
    public CType? ValueType { get; init; }

    public static TemplateValue Of(CType type) => new(type, null);

    public static TemplateValue PackOf(IEnumerable<TemplateValue> items) => new(null, null) { Pack = items.ToEquatable() };

    public bool Equals(TemplateValue? other) => other is not null && Type == other.Type && Value == other.Value && Template == other.Template && Function == other.Function
        && Nullable.Equals(Pack, other.Pack);

    public override int GetHashCode() => HashCode.Combine(Type, Value?.Bits, Template, Function, Pack?.Count);

    public override string ToString() => Pack is { } pack ? string.Join(", ", pack)
        : Type?.ToString() ?? Template?.Name ?? Function?.Name
        ?? (Value!.Type == IrType.Bool ? (Value.Bits != 0 ? "true" : "false") : Build.AsInt(Value).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
