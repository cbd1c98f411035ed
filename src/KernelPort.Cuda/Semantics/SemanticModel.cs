using KernelPort.Core;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Semantics;

/// <summary>The declarations of a translation unit, by name, and how names are looked up.</summary>
public sealed partial class SemanticModel
{
    private readonly DiagnosticBag _bag;
    private readonly List<(FunctionSymbol Symbol, TemplateDecl Template)> _pendingSpecialisations = [];

    public SemanticModel(TranslationUnit unit, DiagnosticBag bag)
    {
        _bag = bag;
        Global = new NamespaceSymbol("", null);
        Types = new TypeBinder(this);
        foreach (var d in unit.Declarations)
        {
            Collect(d, Global, null);
        }
    }

    public NamespaceSymbol Global { get; }

    public TypeBinder Types { get; }

    /// <summary>How many variables' values wait for each other's: templates of variables may ask for ever further instances.</summary>
    internal int Awaited { get; set; }

    /// <summary>All functions in the order of their first declaration.</summary>
    public List<FunctionSymbol> Functions { get; } = [];

    public List<GlobalSymbol> Globals { get; } = [];

    /// <summary>`template void f&lt;int&gt;(…);`</summary>
    public List<(FunctionDecl Declaration, NamespaceSymbol Scope)> ExplicitInstantiations { get; } = [];

    public List<(StaticAssertDecl Declaration, NamespaceSymbol Scope)> StaticAsserts { get; } = [];

    private void Collect(DeclSyntax declaration, NamespaceSymbol scope, TemplateDecl? template)
    {
        switch (declaration)
        {
            case NamespaceDecl x:
                CollectNamespace(x, scope);
                break;
            case LinkageDecl x:
                foreach (var m in x.Members)
                {
                    Collect(m, scope, null);
                }
                break;
            case TemplateDecl { ExplicitInstantiation: true, Declaration: FunctionDecl f }:
                ExplicitInstantiations.Add((f, scope));
                break;
            case TemplateDecl { ExplicitInstantiation: false, Declaration: TemplateDecl { ExplicitInstantiation: false } inner } x:
                // A member template of a class template, defined outside of both.
                CollectOutOfClass(inner.Declaration, scope, x, inner);
                break;
            case TemplateDecl x when !x.ExplicitInstantiation:
                Collect(x.Declaration, scope, x);
                break;
            case FunctionDecl x:
                CollectFunction(x, scope, template);
                break;
            case VariableDecl x:
                CollectInlineTypes(x, scope);
                foreach (var v in x.Variables)
                {
                    if (!v.Name.IsSimple)
                    {
                        // A static member's definition; its declaration stands in the class.
                        continue;
                    }
                    if (template is { Parameters.Count: 0 } || v.Name.Segments[0].Arguments is not null)
                    {
                        SpecialiseVariable(v, x.Specifiers, scope, template);
                        continue;
                    }
                    var g = new GlobalSymbol(v, x.Specifiers, scope) { Template = template };
                    scope.Add(g);
                    Globals.Add(g);
                }
                break;
            case AliasDecl x:
                CollectInline(x.Type, scope, x.Name);
                scope.Add(new AliasSymbol(x.Name, x.Span, x.Type, scope, template));
                break;
            case ClassDecl { Name: not null } x:
                CollectClass(x, scope, template);
                break;
            case EnumDecl x:
                Types.AddEnum(x, scope);
                break;
            case UsingDecl { IsNamespace: true } x:
                if (FindNamespace(x.Name, scope) is { } used)
                {
                    scope.Using.Add(used);
                }
                break;
            case UsingDecl x:
                scope.Add(new UsingSymbol(x.Name, scope));
                break;
            case NamespaceAliasDecl x:
                scope.Add(new NamespaceAliasSymbol(x.Name, x.Target, scope));
                break;
            case StaticAssertDecl x when template is null:
                StaticAsserts.Add((x, scope));
                break;
        }
    }

    private void CollectNamespace(NamespaceDecl x, NamespaceSymbol scope)
    {
        var inner = scope;
        if (x.Name.Length > 0)
        {
            foreach (string part in x.Name.Split("::"))
            {
                var existing = inner.Members.TryGetValue(part, out var list) ? list.OfType<NamespaceSymbol>().FirstOrDefault() : null;
                if (existing is null)
                {
                    existing = new NamespaceSymbol(part, inner);
                    inner.Add(existing);
                }
                if (x.Inline)
                {
                    inner.Using.Add(existing);
                }
                inner = existing;
            }
        }
        foreach (var m in x.Members)
        {
            Collect(m, inner, null);
        }
    }

    /// <summary>Adds the classes and enums that a variable's type defines in place.</summary>
    private void CollectInlineTypes(VariableDecl x, NamespaceSymbol scope)
    {
        foreach (var v in x.Variables)
        {
            CollectInline(v.Type, scope, null);
        }
    }

    private void CollectInline(TypeSyntax type, NamespaceSymbol scope, string? nameForAnonymous)
    {
        switch (type)
        {
            case InlineType { Declaration: ClassDecl { Name: not null } c }:
                CollectClass(c, scope, null);
                break;
            case InlineType { Declaration: ClassDecl { Members: not null } c }:
                Types.AddAnonymous(c, new Scope(null, scope), nameForAnonymous);
                break;
            case InlineType { Declaration: EnumDecl e }:
                Types.AddEnum(e, scope);
                break;
            case QualifiedType q:
                CollectInline(q.Inner, scope, nameForAnonymous);
                break;
            case PointerSyntax p:
                CollectInline(p.Pointee, scope, null);
                break;
            case ArraySyntax a:
                CollectInline(a.Element, scope, null);
                break;
        }
    }

    private void CollectClass(ClassDecl x, NamespaceSymbol scope, TemplateDecl? template)
    {
        if (x.Name is not { } name)
        {
            return;
        }
        if (!name.IsSimple)
        {
            if (x.Members is not null)
            {
                CollectOutOfClass(x, scope, template, null);
            }
            return;
        }
        var existing = scope.Members.TryGetValue(name.Last, out var list) ? list.OfType<ClassSymbol>().FirstOrDefault() : null;
        if (name.Segments[0].Arguments is not null)
        {
            if (existing is not null && template is not null)
            {
                existing.Specialisations.RemoveAll(s => s.Definition.Members is null && x.Members is not null && SameArguments(s.Definition.Name!, name));
                existing.Specialisations.Add((template, x, null));
            }
            return;
        }
        if (existing is null)
        {
            existing = new ClassSymbol(name.Last, name.Span, scope) { IsBuiltin = IsVectorHeader(name.Span) };
            scope.Add(existing);
        }
        if (x.Members is not null || existing.Definition is null)
        {
            existing.Definition = x;
        }
        existing.Template = template is null ? existing.Template : WithDefaultsOf(existing.Template, template);
    }

    private static bool SameArguments(NameSyntax a, NameSyntax b) => TypeText(new NamedType(a.Span, a)) == TypeText(new NamedType(b.Span, b));

    private static bool IsVectorHeader(Span at) => at.Source is { IsEmbedded: true, Path: var path } && VectorHeaders.Any(h => path.EndsWith(h, StringComparison.Ordinal));

    /// <summary>A later declaration of a template may lack the defaults that an earlier one gave.</summary>
    private static TemplateDecl WithDefaultsOf(TemplateDecl? earlier, TemplateDecl later)
    {
        if (earlier is null || earlier.Parameters.Count != later.Parameters.Count)
        {
            return later;
        }
        return later with
        {
            Parameters = later.Parameters.Select((p, i) => p with { DefaultType = p.DefaultType ?? earlier.Parameters[i].DefaultType, DefaultValue = p.DefaultValue ?? earlier.Parameters[i].DefaultValue }).ToEquatable(),
        };
    }

    private void CollectFunction(FunctionDecl x, NamespaceSymbol scope, TemplateDecl? template)
    {
        if (!x.Name.IsSimple || x.ReturnType is null)
        {
            CollectOutOfClass(x, scope, template, null);
            return;
        }
        if (template is { Parameters.Count: 0 })
        {
            _pendingSpecialisations.Add((new FunctionSymbol(x, scope, null), template));
            return;
        }
        var symbol = new FunctionSymbol(x, scope, template);
        var same = scope.Members.TryGetValue(symbol.Name, out var list)
            ? list.OfType<FunctionSymbol>().FirstOrDefault(f => f.IsTemplate == symbol.IsTemplate && SameSignature(f.Declaration, x) && SameHeader(f.Template, template, f.Declaration, x))
            : null;
        if (same is null)
        {
            scope.Add(symbol);
            Functions.Add(symbol);
            return;
        }
        if (same.Declaration.Body is not null && x.Body is not null)
        {
            if ((same.Flags & Specifier.Device) == (symbol.Flags & Specifier.Device) && same.Span.Source is not null)
            {
                _bag.Add(SemanticRules.Redeclared.At(x.Name.Span, symbol.Name).Note(same.Span, "first declared here"));
            }
            return;
        }
        same.Flags |= symbol.Flags;
        if (x.Body is not null || x.Island is not null)
        {
            // Default arguments stand on the first declaration.
            var merged = x.Parameters.Select((p, i) => p.Default is null && i < same.Declaration.Parameters.Count ? p with { Default = same.Declaration.Parameters[i].Default } : p).ToEquatable();
            same.Declaration = x with { Parameters = merged };
            same.Template = template ?? same.Template;
        }
    }

    private static bool SameSignature(FunctionDecl a, FunctionDecl b) =>
        a.Parameters.Count == b.Parameters.Count && a.Parameters.Zip(b.Parameters).All(p => TypeText(p.First.Type) == TypeText(p.Second.Type));

    // Overloads that differ in their template headers only (enable_if on the return type, int against type parameters).
    private static bool SameHeader(TemplateDecl? a, TemplateDecl? b, FunctionDecl f, FunctionDecl g) =>
        a is null || b is null
        || (a.Parameters.Count == b.Parameters.Count && a.Parameters.Zip(b.Parameters).All(p => (p.First.Type is null) == (p.Second.Type is null) && SameText(DefaultText(p.First), DefaultText(p.Second))) && ReturnText(f) == ReturnText(g));

    private static bool SameText(string a, string b) => a == b || a.Length == 0 || b.Length == 0;

    private static string ReturnText(FunctionDecl f) => f.ReturnType is null ? "" : ExactText(f.ReturnType.Span);

    private static string DefaultText(TemplateParameterSyntax p) => p.DefaultType is { } t ? ExactText(t.Span) : p.Type is { } v and not BuiltinType ? ExactText(v.Span) : "";

    private static string ExactText(Span span) => span.Source is { } source ? string.Concat(source.Text.AsSpan(span.Start, span.Length).ToString().Where(c => !char.IsWhiteSpace(c))) : "";

    /// <summary>A type's spelling, good enough to tell overloads apart before anything is bound.</summary>
    private static string TypeText(TypeSyntax type) => type switch
    {
        BuiltinType t => t.Name,
        NamedType t => t.Name.Joined + string.Join(",", t.Name.Segments.Select(s => s.Arguments is { } a ? "<" + string.Join(",", a.Select(x => x.Type is null ? ExactText(x.Span) : TypeText(x.Type))) + ">" : "")),
        QualifiedType t => TypeText(t.Inner) + (t.Const ? " const" : ""),
        PointerSyntax t => TypeText(t.Pointee) + "*",
        ReferenceType t => TypeText(t.Target) + (t.RightValue ? "&&" : "&"),
        // A parameter of array type is a pointer.
        ArraySyntax t => TypeText(t.Element) + "*",
        _ => type.GetType().Name,
    };

    /// <summary>Ties explicit specialisations to their templates; after all declarations were seen.</summary>
    internal void BindSpecialisations(Func<FunctionSymbol, FunctionSymbol, EquatableArray<TemplateValue>?> match)
    {
        foreach (var (symbol, _) in _pendingSpecialisations)
        {
            foreach (var primary in symbol.Scope.Members.GetValueOrDefault(symbol.Name, []).OfType<FunctionSymbol>().Where(f => f.IsTemplate))
            {
                if (match(primary, symbol) is { } arguments)
                {
                    primary.Specialisations.Add((arguments, symbol));
                    symbol.SpecialisedFor = arguments;
                    break;
                }
            }
        }
        _pendingSpecialisations.Clear();
    }

    public NamespaceSymbol? FindNamespace(NameSyntax name, NamespaceSymbol from)
    {
        NamespaceSymbol? current = null;
        foreach (var segment in name.Segments)
        {
            var found = current is null
                ? Unqualified(segment.Identifier, name.Rooted ? Global : from).Select(AsNamespace).FirstOrDefault(n => n is not null)
                : Members(current, segment.Identifier).Select(AsNamespace).FirstOrDefault(n => n is not null);
            if (found is null)
            {
                return null;
            }
            current = found;
        }
        return current;
    }

    private NamespaceSymbol? AsNamespace(Symbol s) => s switch
    {
        NamespaceSymbol n => n,
        NamespaceAliasSymbol a => FindNamespace(a.Target, a.Scope),
        _ => null,
    };

    /// <summary>What a name can mean, looked up from a namespace outward (or in the namespace or enum it names).</summary>
    public List<Symbol> Lookup(NameSyntax name, NamespaceSymbol from)
    {
        if (name.Segments.Count == 1)
        {
            return name.Rooted ? Members(Global, name.Last) : Unqualified(name.Last, from);
        }
        var head = name with { Segments = name.Segments.AsSpan()[..^1].ToArray().ToEquatable() };
        if (FindNamespace(head, from) is { } ns)
        {
            return Members(ns, name.Last);
        }
        foreach (var s in Lookup(head, from))
        {
            if (s is EnumSymbol e && e.Members.TryGetValue(name.Last, out var enumerator))
            {
                return [enumerator];
            }
        }
        return [];
    }

    private List<Symbol> Unqualified(string name, NamespaceSymbol from)
    {
        for (NamespaceSymbol? ns = from; ns is not null; ns = ns.Parent)
        {
            var found = Members(ns, name);
            if (found.Count > 0)
            {
                return found;
            }
        }
        return [];
    }

    private List<Symbol> Members(NamespaceSymbol ns, string name) => Members(ns, name, []);

    private List<Symbol> Members(NamespaceSymbol ns, string name, HashSet<NamespaceSymbol> seen)
    {
        var result = new List<Symbol>();
        if (!seen.Add(ns))
        {
            return result;
        }
        if (ns.Members.TryGetValue(name, out var own))
        {
            foreach (var s in own)
            {
                if (s is UsingSymbol u)
                {
                    // `using ns::name;` inside ns's own parent could name itself; a different scope breaks the circle.
                    result.AddRange(Lookup(u.Target, u.Scope).Where(t => t is not UsingSymbol));
                }
                else
                {
                    result.Add(s);
                }
            }
        }
        if (result.Count == 0)
        {
            foreach (var used in ns.Using)
            {
                result.AddRange(Members(used, name, seen));
            }
        }
        return result;
    }
}
