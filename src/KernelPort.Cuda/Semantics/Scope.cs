using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Semantics;

/// <summary>Names of a block, of a class or of template parameters; behind the outermost stands a namespace.</summary>
public sealed class Scope(Scope? parent, NamespaceSymbol @namespace)
{
    private readonly Dictionary<string, object> _names = new(StringComparer.Ordinal);

    public NamespaceSymbol Namespace { get; } = @namespace;

    public Scope? Parent { get; } = parent;

    /// <summary>The class whose members are names here.</summary>
    public ClassSymbol? Class { get; init; }

    /// <summary>The outermost scope of a function: what it defines is its own.</summary>
    public bool IsFunction { get; init; }

    /// <summary>Who lowers that function just now: constants and types written in it are computed by the same one, which knows its locals.</summary>
    internal Lowering.FunctionLowerer? Lowerer { get; set; }

    /// <summary>The closure types of the lambdas in this function.</summary>
    internal Dictionary<LambdaExpr, ClassSymbol> Closures { get; } = new(ReferenceEqualityComparer.Instance);

    public Scope Nested() => new(this, Namespace);

    /// <summary>Adds a local, alias, class, enum or <see cref="TemplateValue"/>; an inner name hides an outer one.</summary>
    public void Add(string name, object meaning) => _names[name] = meaning;

    public bool HasOwn(string name) => _names.ContainsKey(name);

    public object? Find(string name)
    {
        for (var s = this; s is not null; s = s.Parent)
        {
            if (s._names.TryGetValue(name, out var found))
            {
                return found;
            }
            if (s.Class is { Members: var members } c && (members ?? ClassMembers.None).Find(name) is { } member)
            {
                return member;
            }
        }
        return null;
    }

    /// <summary>The names of packs visible here.</summary>
    public bool IsPack(string name) => Find(name) is PackSymbol or TemplateValue { Pack: not null };

    /// <summary>The function or class that what is defined here belongs to.</summary>
    public Scope Owner
    {
        get
        {
            var s = this;
            while (!s.IsFunction && s.Class is null && s.Parent is not null)
            {
                s = s.Parent;
            }
            return s;
        }
    }

    /// <summary>The innermost class around.</summary>
    public ClassSymbol? EnclosingClass
    {
        get
        {
            for (var s = this; s is not null; s = s.Parent)
            {
                if (s.Class is not null)
                {
                    return s.Class;
                }
            }
            return null;
        }
    }
}
