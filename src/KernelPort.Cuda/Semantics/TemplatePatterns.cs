using KernelPort.Core;
using KernelPort.Cuda.Lowering;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>Matches written types that mention template parameters against real types: deduction for calls, selection of specialisations.</summary>
/// <param name="strict">A specialisation's pattern must fit exactly; a function parameter's may leave room for conversions.</param>
internal sealed class TemplatePatterns(SemanticModel model, EquatableArray<TemplateParameterSyntax> parameters, Scope scope, bool strict)
{
    private readonly Dictionary<string, TemplateParameterSyntax> _parameters = ByName(parameters);

    public Dictionary<string, TemplateValue> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>Parameters whose arguments were written: they allow conversions.</summary>
    public HashSet<string> Given { get; } = new(StringComparer.Ordinal);

    private static Dictionary<string, TemplateParameterSyntax> ByName(EquatableArray<TemplateParameterSyntax> parameters)
    {
        var names = new Dictionary<string, TemplateParameterSyntax>(StringComparer.Ordinal);
        foreach (var p in parameters.Where(p => p.Name.Length > 0))
        {
            names[p.Name] = p;
        }
        return names;
    }

    /// <summary>What the parameters are when written arguments are to be these values; null where they cannot be.</summary>
    public static List<(string Name, TemplateValue Value)>? MatchArguments(SemanticModel model, EquatableArray<TemplateParameterSyntax> parameters, EquatableArray<TemplateArgumentSyntax> written, EquatableArray<TemplateValue> values, Scope scope)
    {
        var patterns = new TemplatePatterns(model, parameters, scope, strict: true);
        if (!patterns.Arguments(written, Flat(values)))
        {
            return null;
        }
        var bindings = new List<(string, TemplateValue)>();
        foreach (var p in parameters)
        {
            if (!patterns.Found.TryGetValue(p.Name, out var value))
            {
                if (!p.Pack)
                {
                    return null;
                }
                value = TemplateValue.PackOf([]);
            }
            bindings.Add((p.Name, value));
        }
        return bindings;
    }

    private static List<TemplateValue> Flat(EquatableArray<TemplateValue> values) => [.. values.SelectMany(v => v.Pack is { } pack ? pack.AsEnumerable() : [v])];

    /// <summary>Matches an argument list; a last `Ts...` takes what is left.</summary>
    private bool Arguments(EquatableArray<TemplateArgumentSyntax> written, List<TemplateValue> values)
    {
        int at = 0;
        foreach (var a in written)
        {
            if (a.Expansion)
            {
                if (!Pack(a, [.. values.Skip(at)]))
                {
                    return false;
                }
                at = values.Count;
                continue;
            }
            if (at >= values.Count || !Argument(a, values[at++]))
            {
                return false;
            }
        }
        return at == values.Count || !strict;
    }

    private bool Pack(TemplateArgumentSyntax a, List<TemplateValue> values)
    {
        var names = (a.Type is not null ? SyntaxNames.In(a.Type) : SyntaxNames.In(a.Expression!)).Where(n => _parameters.TryGetValue(n, out var p) && p.Pack).ToList();
        return EachOf(names, values, v => Argument(a with { Expansion = false }, v));
    }

    /// <summary>Matches a pattern once for each element and gathers what its packs became.</summary>
    public bool EachOf<T>(List<string> names, List<T> items, Func<T, bool> match)
    {
        var gathered = names.ToDictionary(n => n, _ => new List<TemplateValue>());
        foreach (var item in items)
        {
            foreach (string n in names)
            {
                Found.Remove(n);
            }
            if (!match(item))
            {
                return false;
            }
            foreach (string n in names)
            {
                if (Found.TryGetValue(n, out var value))
                {
                    gathered[n].Add(value);
                }
            }
        }
        foreach (var (n, list) in gathered)
        {
            Found[n] = TemplateValue.PackOf(list);
        }
        return true;
    }

    private bool Argument(TemplateArgumentSyntax a, TemplateValue value)
    {
        if (value.Type is { } type)
        {
            return a.Type is not null && Match(a.Type, type, topLevel: false, isPlace: false);
        }
        if (value.Template is { } template)
        {
            if (a.Type is not NamedType { Name: { IsSimple: true } n } || !_parameters.TryGetValue(n.Last, out var p) || !p.IsTemplate)
            {
                return a.Type is NamedType named && model.Find(named.Name, scope).Contains(template);
            }
            return Bind(n.Last, value);
        }
        var expression = a.Expression ?? (a.Type is NamedType nt ? new NameExpr(nt.Span, nt.Name) : null);
        if (expression is NameExpr { Name: { IsSimple: true } name } && _parameters.TryGetValue(name.Last, out var parameter) && parameter.Type is not null)
        {
            return Bind(name.Last, value);
        }
        if (expression is null)
        {
            return false;
        }
        if (value.Value is not { } wanted || SyntaxNames.In(expression).Any(_parameters.ContainsKey))
        {
            // An expression of parameters is not deduced.
            return !strict;
        }
        try
        {
            var (_, literal) = FunctionLowerer.Within(model, scope, l => l.EvaluateConstant(expression));
            return Build.AsInt(literal) == Build.AsInt(wanted);
        }
        catch (LoweringException)
        {
            return false;
        }
    }

    private bool Bind(string name, TemplateValue value)
    {
        if (Found.TryGetValue(name, out var before))
        {
            // An argument given explicitly allows conversions; two deductions must agree.
            return Given.Contains(name) || before == value || (before.Value is { } a && value.Value is { } b && Build.AsInt(a) == Build.AsInt(b));
        }
        Found[name] = value;
        return true;
    }

    public bool Match(TypeSyntax pattern, CType type, bool topLevel, bool isPlace)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (pattern)
        {
            case NamedType { Name.IsSimple: true } n when n.Name.Segments[0].Arguments is null && _parameters.TryGetValue(n.Name.Last, out var p) && p.Type is null && !p.IsTemplate:
                return Bind(n.Name.Last, TemplateValue.Of(topLevel ? Decayed(type) : type));
            case NamedType { Name: var name } when name.Segments[^1].Arguments is { } arguments && !name.Typename:
                return Instance(name, arguments, type);
            case QualifiedType q:
                return Qualified(q, type, topLevel, isPlace);
            case ReferenceType r:
                return Reference(r, type, isPlace);
            case PointerSyntax p:
                return (strict ? type : Decayed(type)) is PointerCType target ? (!strict || !type.IsConst) && Match(p.Pointee, target.Pointee, topLevel: false, isPlace: false) : !strict;
            case ArraySyntax a when topLevel:
                return Decayed(type) is not PointerCType element || Match(a.Element, element.Pointee, topLevel: false, isPlace: false);
            case ArraySyntax a:
                return Array(a, type);
            case FunctionSyntax f:
                return Function(f, type);
        }
        if (!strict)
        {
            // Nothing to deduce here.
            return true;
        }
        if (SyntaxNames.In(pattern).Any(_parameters.ContainsKey))
        {
            return true;
        }
        return model.Types.Bind(pattern, scope) == type;
    }

    private bool Qualified(QualifiedType q, CType type, bool topLevel, bool isPlace)
    {
        if (strict && ((q.Const && !type.IsConst) || (q.Volatile && !type.IsVolatile)))
        {
            return false;
        }
        var inner = type with { IsConst = type.IsConst && !q.Const, IsVolatile = type.IsVolatile && !q.Volatile };
        return Match(q.Inner, inner, topLevel, isPlace);
    }

    private bool Reference(ReferenceType r, CType type, bool isPlace)
    {
        if (strict)
        {
            return type is ReferenceCType t && t.RightValue == r.RightValue && Match(r.Target, t.Target, topLevel: false, isPlace: false);
        }
        bool forwarding = r.RightValue && r.Target is NamedType { Name.IsSimple: true } n && _parameters.ContainsKey(n.Name.Last);
        return Match(r.Target, forwarding && isPlace ? new ReferenceCType(type, false) : type, topLevel: false, isPlace: false);
    }

    private bool Array(ArraySyntax a, CType type)
    {
        if (type is not ArrayCType array)
        {
            return !strict;
        }
        if (a.Size is NameExpr { Name.IsSimple: true } s && _parameters.TryGetValue(s.Name.Last, out var p) && array.Length is { } length)
        {
            var wanted = p.Type is { } t and not AutoType ? model.Types.Lower(model.Types.Bind(t, scope), a.Span) : IrType.U64;
            if (!Bind(s.Name.Last, new TemplateValue(null, Build.Int(wanted, length))))
            {
                return false;
            }
        }
        else if (strict && (a.Size is null) != (array.Length is null))
        {
            return false;
        }
        return Match(a.Element, array.Element, topLevel: false, isPlace: false);
    }

    private bool Function(FunctionSyntax f, CType type)
    {
        if (type is not FunctionCType function)
        {
            return !strict;
        }
        if (!Match(f.Return, function.Return, topLevel: false, isPlace: false))
        {
            return false;
        }
        int at = 0;
        foreach (var p in f.Parameters)
        {
            if (p.Pack)
            {
                var names = SyntaxNames.In(p.Type).Where(n => _parameters.TryGetValue(n, out var q) && q.Pack).ToList();
                return EachOf(names, [.. function.Parameters.Skip(at)], t => Match(p.Type, t, topLevel: false, isPlace: false));
            }
            if (at >= function.Parameters.Count || !Match(p.Type, function.Parameters[at++], topLevel: false, isPlace: false))
            {
                return false;
            }
        }
        return at == function.Parameters.Count;
    }

    /// <summary>`Foo&lt;T, N&gt;` against an instance of Foo, or of a class derived from one.</summary>
    private bool Instance(NameSyntax name, EquatableArray<TemplateArgumentSyntax> arguments, CType type)
    {
        if (type.Unqualified is not ClassCType c)
        {
            return !strict;
        }
        if (name.IsSimple && _parameters.TryGetValue(name.Last, out var p) && p.IsTemplate)
        {
            return c.Symbol.Primary is { } primary && Bind(name.Last, new TemplateValue(null, null) { Template = primary }) && Arguments(arguments, Flat(c.Symbol.Arguments));
        }
        var plain = name with { Segments = [.. name.Segments.SkipLast(1), name.Segments[^1] with { Arguments = null }] };
        var found = model.Find(plain, scope);
        var templates = found.OfType<ClassSymbol>().Select(s => s.Primary ?? s).ToList();
        if (templates.Count == 0)
        {
            if (found.OfType<AliasSymbol>().FirstOrDefault(a => a.Template is not null) is { } alias)
            {
                return Alias(alias, arguments, type);
            }
            return !strict;
        }
        for (var level = new List<ClassSymbol> { c.Symbol }; level.Count > 0; level = strict ? [] : [.. level.SelectMany(s => model.MembersOf(s).Bases)])
        {
            foreach (var candidate in level)
            {
                if (candidate.Primary is { } primary && templates.Contains(primary))
                {
                    return Arguments(arguments, Flat(candidate.Arguments));
                }
            }
        }
        return !strict && !arguments.Any(a => (a.Type is not null ? SyntaxNames.In(a.Type) : SyntaxNames.In(a.Expression!)).Any(_parameters.ContainsKey));
    }

    /// <summary>An alias template stands for its target, where its own parameters are simply ours.</summary>
    private bool Alias(AliasSymbol alias, EquatableArray<TemplateArgumentSyntax> arguments, CType type)
    {
        var inner = new TemplatePatterns(model, alias.Template!.Parameters, alias.Outer ?? new Scope(null, alias.Scope), strict);
        if (!inner.Match(alias.Target, type, topLevel: false, isPlace: false))
        {
            return false;
        }
        for (int i = 0; i < arguments.Count && i < alias.Template.Parameters.Count; i++)
        {
            if (inner.Found.TryGetValue(alias.Template.Parameters[i].Name, out var value) && !Argument(arguments[i], value))
            {
                return false;
            }
        }
        return true;
    }

    private static CType Decayed(CType type) => (type is ArrayCType a ? new PointerCType(a.Element) : type).Unqualified;

    /// <summary>How much a pattern says: the more specialised of two that fit says more.</summary>
    public static int Weight(TypeSyntax pattern, EquatableArray<TemplateParameterSyntax> parameters)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        return pattern switch
        {
            NamedType { Name.IsSimple: true } n when n.Name.Segments[0].Arguments is null && parameters.Any(p => p.Name == n.Name.Last) => 0,
            NamedType n => 2 + (n.Name.Segments[^1].Arguments is { } a ? a.Sum(x => x.Expansion ? 0 : 1 + Weight(x, parameters)) : 0),
            QualifiedType q => 1 + Weight(q.Inner, parameters),
            PointerSyntax p => 2 + Weight(p.Pointee, parameters),
            ReferenceType r => 0 + Weight(r.Target, parameters),
            ArraySyntax a => 2 + (a.Size is null ? 0 : 1) + Weight(a.Element, parameters),
            FunctionSyntax f => 2 + Weight(f.Return, parameters) + f.Parameters.Sum(p => p.Pack ? 0 : 1 + Weight(p.Type, parameters)),
            _ => 3,
        };
    }

    public static int Weight(TemplateArgumentSyntax a, EquatableArray<TemplateParameterSyntax> parameters)
    {
        if (a.Expansion)
        {
            return -1;
        }
        if (a.Expression is NameExpr { Name.IsSimple: true } n && parameters.Any(p => p.Name == n.Name.Last))
        {
            return 0;
        }
        return a.Type is not null ? Weight(a.Type, parameters) : 2;
    }
}
