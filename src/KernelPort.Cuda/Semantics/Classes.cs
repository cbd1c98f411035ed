using KernelPort.Core;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>A class, struct or union: a plain one, a class template, or one instance of a class template.</summary>
public sealed class ClassSymbol(string name, Span span, NamespaceSymbol scope) : Symbol(name, span)
{
    public ClassDecl? Definition { get; set; }

    public NamespaceSymbol Scope { get; } = scope;

    /// <summary>The names around it where it is no namespace's: the class or function it is nested in.</summary>
    public Scope? Outer { get; set; }

    /// <summary>The class it is nested in, for its printed name.</summary>
    public ClassSymbol? Enclosing { get; init; }

    /// <summary>The header of a class template; null for plain classes and for instances.</summary>
    public TemplateDecl? Template { get; set; }

    /// <summary>The partial and explicit specialisations of a class template.</summary>
    public List<(TemplateDecl Header, ClassDecl Definition, Scope? Outer)> Specialisations { get; } = [];

    public Dictionary<EquatableArray<TemplateValue>, ClassSymbol> Instances { get; } = [];

    /// <summary>The template this is an instance of.</summary>
    public ClassSymbol? Primary { get; init; }

    public EquatableArray<TemplateValue> Arguments { get; init; } = [];

    /// <summary>The template parameters' meanings in an instance, those of the chosen specialisation.</summary>
    public IReadOnlyList<(string Name, TemplateValue Value)> Bindings { get; set; } = [];

    /// <summary>Whether its methods make more of its object than the class has: it needs an address then, even without data.</summary>
    public bool CastsItself => _castsItself ??= Definition is { } definition && SelfCasts.In(definition);

    private bool? _castsItself;

    public StructType? Layout { get; set; }

    public List<FieldSymbol> Fields { get; } = [];

    public List<BaseSymbol> Bases { get; } = [];

    /// <summary>What the class declares, by name; null until somebody asks.</summary>
    internal ClassMembers? Members { get; set; }

    /// <summary>The built-in vector types: every CUDA-like target has them too.</summary>
    public bool IsBuiltin { get; set; }

    /// <summary>An unnamed struct or union whose members belong to the class around it.</summary>
    public bool IsAnonymous { get; init; }

    public string Display => Arguments.IsEmpty ? Name : $"{Name}<{string.Join(", ", Arguments)}>";

    public string QualifiedName => Enclosing is not null ? $"{Enclosing.QualifiedName}::{Display}" : Scope.Qualified.Length == 0 ? Display : $"{Scope.Qualified}::{Display}";
}

/// <summary>A data member; <see cref="IsAnonymous"/> where it is an unnamed struct or union whose members are found through it.</summary>
public sealed record FieldSymbol(string Name, CType Type, int Index)
{
    public bool IsAnonymous { get; init; }

    public bool IsMutable { get; init; }

    /// <summary>The default member initialiser.</summary>
    public DeclaratorSyntax? Declarator { get; init; }

    /// <summary>Where its bits lie, of a bit-field.</summary>
    public BitField? Bits { get; init; }
}

/// <summary>A base class and the field it lies in; -1 for an empty one, which takes no room.</summary>
public sealed record BaseSymbol(ClassSymbol Class, int Index);

/// <summary>The name of a data member, as look-up finds it before anything is laid out.</summary>
public sealed class MemberName(string name, Span span) : Symbol(name, span);

/// <summary>Several functions of one name found in a class.</summary>
public sealed class MemberGroup(string name, IReadOnlyList<Symbol> members) : Symbol(name, members[0].Span)
{
    public IReadOnlyList<Symbol> Members { get; } = members;
}

/// <summary>What a lambda's body needs besides its declaration: its captures by name.</summary>
public sealed class ClosureBody(ClassSymbol closure)
{
    public ClassSymbol Closure { get; } = closure;

    /// <summary>The enclosing names that a capture hides, and constants that need none.</summary>
    public Dictionary<string, object> Names { get; } = new(StringComparer.Ordinal);

    public bool CapturesThis { get; set; }
}
