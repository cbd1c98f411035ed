using KernelPort.Cuda.Preprocessing;

namespace KernelPort.Cuda.Syntax.Classification;

/// <summary>What a name means at a point of the text, as far as the parser must know.</summary>
internal enum SymbolKind : byte
{
    Unknown,
    Type,
    TypeTemplate,
    Function,
    FunctionTemplate,
    Variable,
    Namespace,
}

/// <summary>Meanings of names with an undo log: leaving a scope takes back what it declared.</summary>
internal sealed class SymbolTable
{
    private readonly List<(Name Name, SymbolKind Kind)> _undo = [];
    private readonly Dictionary<Name, Dictionary<Name, SymbolKind>> _members = [];
    private readonly Dictionary<Name, Name> _aliases = [];
    private SymbolKind[] _kinds = new SymbolKind[4096];
    private bool[] _everType = new bool[4096];

    /// <summary>A position to return to.</summary>
    public int Mark => _undo.Count;

    public SymbolKind this[Name? name] => name is not null && name.Id < _kinds.Length ? _kinds[name.Id] : SymbolKind.Unknown;

    /// <summary>Whether the name was a type anywhere; what qualified look-up falls back on.</summary>
    public bool EverType(Name? name) => name is not null && name.Id < _everType.Length && _everType[name.Id];

    public void NoteType(Name name)
    {
        Grow(name);
        _everType[name.Id] = true;
    }

    public void Bind(Name name, SymbolKind kind)
    {
        Grow(name);
        _undo.Add((name, _kinds[name.Id]));
        _kinds[name.Id] = kind;
        _everType[name.Id] |= kind is SymbolKind.Type or SymbolKind.TypeTemplate;
    }

    /// <summary>Binds below what was bound since a mark, so that undoing to the mark keeps it; gives the moved mark.</summary>
    public int BindBelow(Name name, SymbolKind kind, int mark)
    {
        Grow(name);
        var before = _kinds[name.Id];
        // an inner binding of the same name now uncovers this one
        for (int i = mark; i < _undo.Count; i++)
        {
            if (ReferenceEquals(_undo[i].Name, name))
            {
                before = _undo[i].Kind;
                _undo[i] = (name, kind);
                break;
            }
        }
        _undo.Insert(mark, (name, before));
        _kinds[name.Id] = kind;
        _everType[name.Id] |= kind is SymbolKind.Type or SymbolKind.TypeTemplate;
        return mark + 1;
    }

    public void UndoTo(int mark)
    {
        for (int i = _undo.Count - 1; i >= mark; i--)
        {
            var (name, kind) = _undo[i];
            _kinds[name.Id] = kind;
        }
        if (_undo.Count > mark)
        {
            _undo.RemoveRange(mark, _undo.Count - mark);
        }
    }

    /// <summary>Remembers what a namespace, class or enum declared since a mark: for qualified names, using-directives and reopened namespaces.</summary>
    public void Export(Name scope, int mark)
    {
        if (!_members.TryGetValue(scope, out var members))
        {
            _members.Add(scope, members = []);
        }
        for (int i = mark; i < _undo.Count; i++)
        {
            var name = _undo[i].Name;
            members[name] = this[name];
        }
    }

    /// <summary><c>namespace alias = target;</c></summary>
    public void Alias(Name alias, Name target) => _aliases[alias] = target;

    /// <summary>What a member of a namespace, class or enum is; null where the scope or the member is not known.</summary>
    public SymbolKind? Member(Name scope, Name name) =>
        _members.TryGetValue(_aliases.GetValueOrDefault(scope, scope), out var members) && members.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>Hands a namespace's members to the caller, to make them visible.</summary>
    public void Import(Name scope, Action<Name, SymbolKind> bind)
    {
        if (_members.TryGetValue(_aliases.GetValueOrDefault(scope, scope), out var members))
        {
            foreach (var (name, kind) in members)
            {
                bind(name, kind);
            }
        }
    }

    private void Grow(Name name)
    {
        if (name.Id >= _kinds.Length)
        {
            int size = Math.Max(name.Id + 1, _kinds.Length * 2);
            Array.Resize(ref _kinds, size);
            Array.Resize(ref _everType, size);
        }
    }
}
