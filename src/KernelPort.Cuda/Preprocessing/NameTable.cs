using KernelPort.Grammar;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>Interns identifiers; keywords are in it from the start.</summary>
public sealed class NameTable
{
    private readonly NameTable? _shared;
    private readonly Dictionary<string, Name> _names = new(1024, StringComparer.Ordinal);
    private readonly Dictionary<string, Name>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    /// <param name="shared">A table whose names are this one's too; it must not grow any more.</param>
    public NameTable(NameTable? shared = null)
    {
        _shared = shared;
        _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        if (shared is not null)
        {
            return;
        }
        foreach (var (text, kind) in Keywords.All)
        {
            _names.Add(text, new Name(text, _names.Count, kind));
        }
    }

    public int Count => (_shared?.Count ?? 0) + _names.Count;

    public Name Get(ReadOnlySpan<char> text)
    {
        if (_shared?._bySpan.TryGetValue(text, out var name) == true || _bySpan.TryGetValue(text, out name))
        {
            return name;
        }
        string owned = text.ToString();
        name = new Name(owned, Count, TokenKind.Identifier);
        _names.Add(owned, name);
        return name;
    }
}
