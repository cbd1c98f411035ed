using KernelPort.Core;

namespace KernelPort.Migration;

/// <summary>The names a translation unit's own files declare, and where in the text each declaration rules.</summary>
internal sealed class DeclaredNames
{
    private readonly Dictionary<string, List<Span>> _scoped = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Span> _everywhere = new(StringComparer.Ordinal);
    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal);

    /// <summary>Declared at file scope, or as a macro: rules the whole unit.</summary>
    public void AddEverywhere(string name, Span place) => _everywhere.TryAdd(name, place);

    /// <summary>Declared in a class, namespace or function: rules inside it.</summary>
    public void AddWithin(string name, Span scope)
    {
        if (!_scoped.TryGetValue(name, out var spans))
        {
            _scoped.Add(name, spans = []);
        }
        spans.Add(scope);
    }

    /// <summary>Declared by a header that is not the user's: known, but no reason to keep a name.</summary>
    public void AddForeign(string name) => _foreign.Add(name);

    /// <summary>Whether the program's own declaration is what a name at this place means.</summary>
    public bool Rules(string name, SourceText source, int offset) =>
        _everywhere.ContainsKey(name)
        || (_scoped.TryGetValue(name, out var spans) && spans.Exists(s => ReferenceEquals(s.Source, source) && offset >= s.Start && offset < s.End));

    /// <summary>Whether any file that was read declares it.</summary>
    public bool Knows(string name) => _everywhere.ContainsKey(name) || _scoped.ContainsKey(name) || _foreign.Contains(name);
}
