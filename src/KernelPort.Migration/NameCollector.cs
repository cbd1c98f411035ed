using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Migration;

/// <summary>Walks a unit's declarations and notes what names they give, with their scopes.</summary>
internal sealed class NameCollector
{
    private readonly DeclaredNames _names;
    private readonly Func<SourceText?, bool> _isOwn;
    private readonly Dictionary<string, List<Span>> _namespaces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<FunctionDecl> _outOfLine = [];

    private NameCollector(DeclaredNames names, Func<SourceText?, bool> isOwn)
    {
        _names = names;
        _isOwn = isOwn;
    }

    /// <summary>The kernels of the unit, in the order of the text.</summary>
    public List<KernelPlace> Kernels { get; } = [];

    /// <summary>Where code for the device stands.</summary>
    public List<Span> DeviceCode { get; } = [];

    public static NameCollector Run(TranslationUnit unit, DeclaredNames names, Func<SourceText?, bool> isOwn)
    {
        var collector = new NameCollector(names, isOwn);
        foreach (var d in unit.Declarations)
        {
            collector.Visit(d, null);
        }
        collector.SpreadNamespaces();
        collector.SpreadMembers();
        return collector;
    }

    /// <param name="scope">The class or function a declaration stands in, a namespace's name; null at file scope.</param>
    private void Visit(DeclSyntax declaration, Scope? scope)
    {
        switch (declaration)
        {
            case NamespaceDecl n:
                bool transparent = n.Inline || n.Name.Length == 0;
                if (!transparent)
                {
                    Spans(n.Name).Add(n.Span);
                }
                foreach (var m in n.Members)
                {
                    Visit(m, transparent ? scope : new Scope(n.Span, n.Name));
                }
                break;
            case LinkageDecl l:
                foreach (var m in l.Members)
                {
                    Visit(m, scope);
                }
                break;
            case TemplateDecl t:
                foreach (var p in t.Parameters)
                {
                    Add(p.Name, new Scope(t.Span, null), p.Span);
                }
                if (!t.ExplicitInstantiation)
                {
                    Visit(t.Declaration, scope);
                }
                break;
            case FunctionDecl f:
                Visit(f, scope);
                break;
            case VariableDecl v:
                foreach (var d in v.Variables)
                {
                    Add(d.Name.Last, scope, d.Span);
                    Visit(d.Type, scope);
                }
                break;
            case StructuredBindingDecl s:
                foreach (string name in s.Names)
                {
                    Add(name, scope, s.Span);
                }
                break;
            case AliasDecl a:
                Add(a.Name, scope, a.Span);
                Visit(a.Type, scope);
                break;
            case NamespaceAliasDecl a:
                Add(a.Name, scope, a.Span);
                break;
            case UsingDecl { IsNamespace: true } u:
                _used.Add(u.Name.Last);
                break;
            case ClassDecl c:
                Visit(c, scope);
                break;
            case EnumDecl { Enumerators: { } enumerators } e:
                Add(e.Name, scope, e.Span);
                foreach (var item in enumerators)
                {
                    Add(item.Name, e.Scoped ? new Scope(e.Span, null) : scope, item.Span);
                }
                break;
        }
    }

    private void Visit(FunctionDecl f, Scope? scope)
    {
        var inner = new Scope(f.Span, null);
        if (f.Name.Segments.Count > 1)
        {
            _outOfLine.Add(f);
        }
        else
        {
            Add(f.Name.Last, scope, f.Span);
        }
        if (f.Specifiers.Has(Specifier.Global) || f.Specifiers.Has(Specifier.Device))
        {
            DeviceCode.Add(f.Span);
        }
        if (f.Specifiers.Has(Specifier.Global) && _isOwn(f.Span.Source))
        {
            Kernels.Add(new KernelPlace(f.Name.Last, f.Name.Span, f.Span));
        }
        foreach (var p in f.Parameters)
        {
            Add(p.Name, inner, p.Span);
        }
        Visit(f.Body, inner);
    }

    private void Visit(ClassDecl c, Scope? scope)
    {
        if (c.Members is not { } members)
        {
            // "struct cudaX *p" only names what CUDA declares
            return;
        }
        Add(c.Name?.Last, scope, c.Span);
        var inner = new Scope(c.Span, null) { Class = c.Name?.Last };
        foreach (var m in members)
        {
            Visit(m, inner);
        }
    }

    private void Visit(TypeSyntax type, Scope? scope)
    {
        switch (type)
        {
            case InlineType i:
                Visit(i.Declaration, scope);
                break;
            case QualifiedType q:
                Visit(q.Inner, scope);
                break;
            case PointerSyntax p:
                Visit(p.Pointee, scope);
                break;
            case ArraySyntax a:
                Visit(a.Element, scope);
                break;
        }
    }

    private void Visit(StmtSyntax? statement, Scope scope)
    {
        switch (statement)
        {
            case CompoundStmt c:
                foreach (var s in c.Statements)
                {
                    Visit(s, scope);
                }
                break;
            case DeclStmt d:
                Visit(d.Declaration, scope);
                break;
            case IfStmt i:
                Visit(i.Init, scope);
                Visit(i.Condition, scope);
                Visit(i.Then, scope);
                Visit(i.Else, scope);
                break;
            case WhileStmt w:
                Visit(w.Condition, scope);
                Visit(w.Body, scope);
                break;
            case DoStmt d:
                Visit(d.Body, scope);
                break;
            case ForStmt f:
                Visit(f.Init, scope);
                Visit(f.Condition, scope);
                Visit(f.Body, scope);
                break;
            case RangeForStmt r:
                Visit(r.Variable, scope);
                Visit(r.Body, scope);
                break;
            case SwitchStmt s:
                Visit(s.Init, scope);
                Visit(s.Condition, scope);
                Visit(s.Body, scope);
                break;
            case TryStmt t:
                Visit(t.Body, scope);
                foreach (var h in t.Handlers)
                {
                    Visit(h, scope);
                }
                break;
        }
    }

    private void Visit(ConditionSyntax? condition, Scope scope)
    {
        if (condition?.Declaration is { } d)
        {
            Visit(d, scope);
        }
    }

    private void Add(string? name, Scope? scope, Span place)
    {
        if (string.IsNullOrEmpty(name))
        {
            return;
        }
        // what our own headers declare is CUDA's
        if (place.Source is { IsEmbedded: true })
        {
            return;
        }
        if (!_isOwn(place.Source))
        {
            _names.AddForeign(name);
        }
        else if (scope is null)
        {
            _names.AddEverywhere(name, place);
        }
        else
        {
            _names.AddWithin(name, scope.Span);
            if ((scope.Class ?? scope.Namespace) is { } owner)
            {
                Members(owner).Add(name);
            }
        }
    }

    /// <summary>A namespace's names rule in all its parts, and everywhere once it is used.</summary>
    private void SpreadNamespaces()
    {
        foreach (var (name, spans) in _namespaces)
        {
            foreach (string member in _members.GetValueOrDefault(name, []))
            {
                spans.ForEach(s => _names.AddWithin(member, s));
                if (_used.Contains(name))
                {
                    _names.AddEverywhere(member, spans[0]);
                }
            }
        }
    }

    /// <summary>A class's names rule in functions defined outside of it too.</summary>
    private void SpreadMembers()
    {
        foreach (var f in _outOfLine)
        {
            foreach (string member in _members.GetValueOrDefault(f.Name.Segments[^2].Identifier, []))
            {
                _names.AddWithin(member, f.Span);
            }
        }
    }

    private List<Span> Spans(string name)
    {
        if (!_namespaces.TryGetValue(name, out var spans))
        {
            _namespaces.Add(name, spans = []);
        }
        return spans;
    }

    private HashSet<string> Members(string owner)
    {
        if (!_members.TryGetValue(owner, out var members))
        {
            _members.Add(owner, members = new HashSet<string>(StringComparer.Ordinal));
        }
        return members;
    }

    /// <summary>Where a declaration stands.</summary>
    private sealed record Scope(Span Span, string? Namespace)
    {
        public string? Class { get; init; }
    }
}
