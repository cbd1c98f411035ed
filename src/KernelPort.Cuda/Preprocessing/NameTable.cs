using KernelPort.Grammar;

namespace KernelPort.Cuda.Preprocessing;

/// <summary>Interns identifiers; keywords are in it from the start.</summary>
public sealed class NameTable
{
    private readonly Dictionary<string, Name> _names = new(4096, StringComparer.Ordinal);
    private readonly Dictionary<string, Name>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    public NameTable()
    {
        _bySpan = _names.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var (text, kind) in Keywords.All)
        {
            _names.Add(text, new Name(text, _names.Count, kind));
        }
    }

    public int Count => _names.Count;

    public Name Get(ReadOnlySpan<char> text)
    {
        if (_bySpan.TryGetValue(text, out var name))
        {
            return name;
        }
        string owned = text.ToString();
        name = new Name(owned, _names.Count, TokenKind.Identifier);
        _names.Add(owned, name);
        return name;
    }
}
