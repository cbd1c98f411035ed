using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Semantics;

/// <summary>What a class declares, collected when somebody first asks; for an instance of a template with its arguments in scope.</summary>
internal sealed class ClassMembers
{
    public static readonly ClassMembers None = new();

    private readonly Dictionary<string, List<Symbol>> _members = new(StringComparer.Ordinal);
    private readonly List<FunctionSymbol> _constructors = [];
    private readonly List<FunctionSymbol> _conversions = [];
    private readonly List<FunctionSymbol> _friends = [];
    private readonly List<NameSyntax> _usings = [];
    private readonly List<(NameSyntax Name, DeclSyntax At)> _inherited = [];
    private readonly SemanticModel? _model;
    private readonly ClassSymbol? _owner;
    private List<ClassSymbol>? _bases;
    private FunctionSymbol? _destructor;
    private bool _collected;
    private bool _bindingBases;

    private ClassMembers()
    {
        _collected = true;
        _bases = [];
        Scope = null!;
    }

    public ClassMembers(SemanticModel model, ClassSymbol owner)
    {
        (_model, _owner) = (model, owner);
        var outer = new Scope(owner.Outer, owner.Scope);
        foreach (var (name, value) in owner.Bindings)
        {
            outer.Add(name, value);
        }
        Scope = new Scope(outer, owner.Scope) { Class = owner };
    }

    /// <summary>The names a member function sees.</summary>
    public Scope Scope { get; }

    public IReadOnlyList<FunctionSymbol> Constructors => Collected(_constructors);

    public IReadOnlyList<FunctionSymbol> Conversions => Collected(_conversions);

    public IReadOnlyList<FunctionSymbol> Friends => Collected(_friends);

    public FunctionSymbol? Destructor
    {
        get
        {
            Collect();
            return _destructor;
        }
    }

    /// <summary>Whether any function is called upon its objects; those of bases count.</summary>
    public bool HasFunctions
    {
        get
        {
            Collect();
            return _members.Values.Any(m => m[0] is FunctionSymbol { IsMethod: true }) || _conversions.Count > 0 || Bases.Any(b => _model!.MembersOf(b).HasFunctions);
        }
    }

    /// <summary>A member nobody wrote: a closure's call operator.</summary>
    public void AddFunction(FunctionSymbol function)
    {
        _collected = true;
        Add(function);
    }

    /// <summary>Base classes in order; a base nobody knows is an error where it is first asked for.</summary>
    public IReadOnlyList<ClassSymbol> Bases
    {
        get
        {
            if (_bases is null)
            {
                if (_bindingBases)
                {
                    return [];
                }
                _bindingBases = true;
                try
                {
                    _bases = BindBases();
                }
                finally
                {
                    _bindingBases = false;
                }
            }
            return _bases;
        }
    }

    private List<ClassSymbol> BindBases()
    {
        var bases = new List<ClassSymbol>();
        foreach (var b in _owner!.Definition?.Bases ?? [])
        {
            if (b.Virtual)
            {
                throw new LoweringException(SemanticRules.VirtualFunction.At(b.Span, $"a base of '{_owner.Name}'"));
            }
            foreach (var type in _model!.Types.BindBase(b.Type, Scope.Parent!))
            {
                if (type is ClassCType c)
                {
                    bases.Add(c.Symbol);
                }
            }
        }
        return bases;
    }

    private List<T> Collected<T>(List<T> list)
    {
        Collect();
        return list;
    }

    /// <summary>A member by name, of the class or of its bases: a symbol, or a group where there are several functions.</summary>
    public Symbol? Find(string name)
    {
        if (_owner is null)
        {
            return null;
        }
        Collect();
        if (_members.TryGetValue(name, out var own))
        {
            if (own[0] is FunctionSymbol)
            {
                return new MemberGroup(name, [.. own.Concat(Used(name))]);
            }
            return own[0];
        }
        if (name == _owner.Name)
        {
            return _owner;
        }
        foreach (var b in Bases)
        {
            if (_model!.MembersOf(b).Find(name) is { } inherited)
            {
                return inherited;
            }
        }
        return null;
    }

    /// <summary>Functions that `using Base::name;` adds to the class's own.</summary>
    private IEnumerable<Symbol> Used(string name)
    {
        foreach (var u in _usings.Where(u => u.Last == name))
        {
            foreach (var b in Bases)
            {
                if (_model!.MembersOf(b).Find(name) is MemberGroup group)
                {
                    foreach (var m in group.Members)
                    {
                        yield return m;
                    }
                }
            }
        }
    }

    private void Collect()
    {
        if (_collected)
        {
            return;
        }
        _collected = true;
        var enums = new List<EnumDecl>();
        foreach (var m in _owner!.Definition?.Members ?? [])
        {
            Collect(m, null, enums);
        }
        foreach (var e in enums)
        {
            _model!.Types.AddEnum(e, _owner.Scope, Scope, Add);
        }
        foreach (var (name, _) in _inherited)
        {
            foreach (var b in Bases.Where(b => b.Name == name.Last))
            {
                _constructors.AddRange(_model!.MembersOf(b).Constructors.Where(c => c.Declaration.Parameters.Count > 0));
            }
        }
    }

    private void Collect(DeclSyntax declaration, TemplateDecl? template, List<EnumDecl> enums)
    {
        switch (declaration)
        {
            case TemplateDecl { ExplicitInstantiation: false } x:
                Collect(x.Declaration, x, enums);
                break;
            case FunctionDecl x:
                AddFunction(x, template);
                break;
            case VariableDecl x:
                CollectInline(x, enums);
                foreach (var d in x.Variables)
                {
                    Add(x.Specifiers.Has(Specifier.Static)
                        ? new GlobalSymbol(d, x.Specifiers, _owner!.Scope) { Outer = Scope, Owner = _owner, Template = template }
                        : new MemberName(d.Name.Last, d.Name.Span));
                }
                break;
            case AliasDecl x:
                Add(new AliasSymbol(x.Name, x.Span, x.Type, _owner!.Scope, template) { Outer = Scope });
                break;
            case ClassDecl { Name: null, Members: { } members }:
                foreach (var m in members)
                {
                    // The members of an unnamed struct or union are names of the class around it.
                    Collect(m, null, enums);
                }
                break;
            case ClassDecl { Name: not null } x:
                AddClass(x, template);
                break;
            case EnumDecl x:
                enums.Add(x);
                break;
            case UsingDecl { IsNamespace: false } x:
                if (x.Name.Segments.Count > 1 && (x.Name.Last == x.Name.Segments[^2].Identifier || (_owner!.Definition?.Bases ?? []).Any(b => b.Type is NamedType n && n.Name.Last == x.Name.Last)))
                {
                    _inherited.Add((x.Name, x));
                }
                else
                {
                    _usings.Add(x.Name);
                }
                break;
        }
    }

    private void CollectInline(VariableDecl x, List<EnumDecl> enums)
    {
        foreach (var d in x.Variables)
        {
            var type = d.Type;
            while (type is QualifiedType or PointerSyntax or ArraySyntax)
            {
                type = type switch { QualifiedType q => q.Inner, PointerSyntax p => p.Pointee, ArraySyntax a => a.Element, _ => type };
            }
            switch (type)
            {
                case InlineType { Declaration: ClassDecl { Name: not null, Members: not null } c }:
                    AddClass(c, null);
                    return;
                case InlineType { Declaration: EnumDecl { Enumerators: not null } e }:
                    enums.Add(e);
                    return;
            }
        }
    }

    private void AddClass(ClassDecl x, TemplateDecl? template)
    {
        string name = x.Name!.Last;
        var existing = _members.TryGetValue(name, out var list) ? list.OfType<ClassSymbol>().FirstOrDefault() : null;
        if (x.Name.Segments[^1].Arguments is not null)
        {
            if (existing is not null && template is not null)
            {
                existing.Specialisations.Add((template, x, Scope));
            }
            return;
        }
        if (existing is null)
        {
            existing = new ClassSymbol(name, x.Name.Span, _owner!.Scope) { Outer = Scope, Enclosing = _owner };
            Add(existing);
        }
        if (x.Members is not null)
        {
            existing.Definition = x;
        }
        existing.Template ??= template;
    }

    private void AddFunction(FunctionDecl x, TemplateDecl? template)
    {
        if (x.Specifiers.Has(Specifier.Friend))
        {
            _friends.Add(new FunctionSymbol(x, _owner!.Scope, template) { Outer = Scope });
            return;
        }
        string name = x.Name.Last;
        var kind = name == _owner!.Name && x.ReturnType is null ? FunctionKind.Constructor
            : name.StartsWith('~') ? FunctionKind.Destructor
            : name.StartsWith("operator ", StringComparison.Ordinal) && x.Parameters.Count == 0 && x.ReturnType is not null && !name.EndsWith(']') && name is not ("operator new" or "operator delete") ? FunctionKind.Conversion
            : FunctionKind.Plain;
        var symbol = new FunctionSymbol(x, _owner.Scope, template) { Outer = Scope, Owner = _owner, Kind = kind };
        if (x.Body is null && x.Special.Length == 0)
        {
            _model!.Complete(symbol, _owner);
        }
        switch (kind)
        {
            case FunctionKind.Constructor:
                _constructors.Add(symbol);
                break;
            case FunctionKind.Destructor:
                _destructor = symbol;
                break;
            case FunctionKind.Conversion:
                _conversions.Add(symbol);
                break;
            default:
                Add(symbol);
                break;
        }
    }

    private void Add(Symbol symbol)
    {
        if (!_members.TryGetValue(symbol.Name, out var list))
        {
            _members[symbol.Name] = list = [];
        }
        list.Add(symbol);
    }
}
