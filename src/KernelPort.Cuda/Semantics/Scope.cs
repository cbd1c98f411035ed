namespace KernelPort.Cuda.Semantics;

/// <summary>Names of a block or a function's template parameters; behind the outermost stands a namespace.</summary>
public sealed class Scope(Scope? parent, NamespaceSymbol @namespace)
{
    private readonly Dictionary<string, object> _names = new(StringComparer.Ordinal);

    public NamespaceSymbol Namespace { get; } = @namespace;

    public Scope? Parent { get; } = parent;

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
        }
        return null;
    }
}
