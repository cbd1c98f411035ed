using KernelPort.Ir;

namespace KernelPort.Backends;

/// <summary>Gives readable, unique names that are no words of the dialect.</summary>
public sealed class Namer(IEnumerable<string> reserved)
{
    private readonly HashSet<string> _taken = new(reserved, StringComparer.Ordinal);
    private readonly Stack<Scope>? _scopes;

    /// <summary>What a block has taken, and the blocks inside of it.</summary>
    private sealed record Scope(HashSet<string> Own, HashSet<string> Inner);

    /// <param name="byBlock">Blocks side by side may have the same names.</param>
    public Namer(bool byBlock, IEnumerable<string> reserved)
        : this(reserved)
    {
        if (byBlock)
        {
            _scopes = new Stack<Scope>();
            Open();
        }
    }

    /// <summary>A block begins.</summary>
    public void Open() => _scopes?.Push(new Scope(new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal)));

    /// <summary>A block ends: its names are free again, but not for the block around it, where they would mean both.</summary>
    public void Close()
    {
        if (_scopes?.Pop() is { } scope)
        {
            _taken.ExceptWith(scope.Own);
            _scopes.Peek().Inner.UnionWith(scope.Own);
            _scopes.Peek().Inner.UnionWith(scope.Inner);
        }
    }

    public string Name(string wanted)
    {
        if (wanted.Length == 0)
        {
            wanted = "v";
        }
        // What a pass made of two names is one word.
        wanted = wanted.Replace('.', '_');
        string candidate = wanted;
        for (int n = 1; _taken.Contains(candidate) || _scopes?.Peek().Inner.Contains(candidate) == true; n++)
        {
            candidate = Build.Invariant($"{wanted}_{n}");
        }
        _taken.Add(candidate);
        _scopes?.Peek().Own.Add(candidate);
        return candidate;
    }
}
