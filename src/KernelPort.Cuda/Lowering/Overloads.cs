using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Overload resolution and template argument deduction.</summary>
internal static class Overloads
{
    private sealed record Candidate(FunctionSymbol Symbol, EquatableArray<TemplateValue> Arguments, EquatableArray<int> Ranks);

    /// <param name="self">The type of the object a member function is called on; null where there is none.</param>
    public static (FunctionSymbol Symbol, EquatableArray<TemplateValue> Arguments) Choose(
        SemanticModel model, List<FunctionSymbol> functions, NameSyntax name, List<CType> types, List<bool> places, Scope scope, Span at, CType? self = null)
    {
        var candidates = new List<Candidate>();
        LoweringException? reason = null;
        foreach (var f in functions)
        {
            try
            {
                if (!f.IsDeleted && Try(model, f, name, types, places, scope, self) is { } candidate)
                {
                    candidates.Add(candidate);
                }
            }
            catch (LoweringException e)
            {
                // Substitution failure takes the candidate away; if nothing is left its reason is told.
                reason = e;
            }
        }
        if (candidates.Count == 0)
        {
            if (functions.Count == 1 && !functions[0].IsTemplate && functions[0].Declaration.Parameters.Count != types.Count)
            {
                throw new LoweringException(SemanticRules.WrongArgumentCount.At(at, functions[0].Name, functions[0].Declaration.Parameters.Count, types.Count).Note(functions[0].Span, "declared here"));
            }
            if (reason is not null)
            {
                throw reason;
            }
            var rule = functions.All(f => f.IsTemplate) ? SemanticRules.CannotDeduce : SemanticRules.NoOverload;
            var diagnostic = rule.At(at, name.Joined);
            throw new LoweringException(functions.Aggregate(diagnostic, (d, f) => d.Note(f.Span, "candidate")));
        }
        var best = candidates.Where(c => candidates.All(o => ReferenceEquals(o, c) || Better(c, o))).ToList();
        if (best.Count != 1 && candidates.Any(c => c.Symbol.Declaration.Body is not null) && candidates.Any(c => c.Symbol.Declaration.Body is null))
        {
            // The same function declared with other names for its types: the definition is meant.
            var defined = candidates.Where(c => c.Symbol.Declaration.Body is not null).ToList();
            best = [.. defined.Where(c => defined.All(o => ReferenceEquals(o, c) || Better(c, o)))];
        }
        if (best.Count != 1)
        {
            // Several declarations of one signature (host and device): the device one is meant.
            best = [.. candidates.Where(c => c.Symbol.IsDevice && candidates.All(o => ReferenceEquals(o, c) || !o.Symbol.IsDevice || Better(c, o)))];
            if (best.Count != 1)
            {
                throw new LoweringException(candidates.Aggregate(SemanticRules.AmbiguousCall.At(at, name.Joined), (d, c) => d.Note(c.Symbol.Span, "candidate")));
            }
        }
        return Specialised(best[0].Symbol, best[0].Arguments);
    }

    /// <summary>The explicit specialisation for these arguments, where there is one.</summary>
    public static (FunctionSymbol Symbol, EquatableArray<TemplateValue> Arguments) Specialised(FunctionSymbol symbol, EquatableArray<TemplateValue> arguments)
    {
        foreach (var (forArguments, function) in symbol.Specialisations)
        {
            if (forArguments.Equals(arguments))
            {
                return (function, []);
            }
        }
        return (symbol, arguments);
    }

    private static bool Better(Candidate a, Candidate b)
    {
        bool anyBetter = false;
        for (int i = 0; i < a.Ranks.Count; i++)
        {
            if (a.Ranks[i] > b.Ranks[i])
            {
                return false;
            }
            anyBetter |= a.Ranks[i] < b.Ranks[i];
        }
        if (anyBetter)
        {
            return true;
        }
        if (a.Symbol.IsTemplate != b.Symbol.IsTemplate)
        {
            return !a.Symbol.IsTemplate;
        }
        // Of two templates the one whose parameters say more.
        // Of equal shapes the one with fewer parameters of its own says more: f(T, T) before f(T, U).
        return a.Symbol.IsTemplate && (Weight(a.Symbol), -Named(a.Symbol)).CompareTo((Weight(b.Symbol), -Named(b.Symbol))) > 0;
    }

    private static int Named(FunctionSymbol f) =>
        f.Declaration.Parameters.SelectMany(p => SyntaxNames.In(p.Type)).Where(n => f.Template!.Parameters.Any(q => q.Name == n)).Distinct(StringComparer.Ordinal).Count();

    private static int Weight(FunctionSymbol f) =>
        f.Declaration.Parameters.Sum(p => p.Pack ? -1 : 4 * TemplatePatterns.Weight(p.Type, f.Template!.Parameters)) - f.Template!.Parameters.Count(p => p.Pack);

    private static Candidate? Try(SemanticModel model, FunctionSymbol f, NameSyntax name, List<CType> types, List<bool> places, Scope scope, CType? self)
    {
        var parameters = f.Declaration.Parameters;
        bool open = parameters.Any(p => p.Pack) || f.Declaration.Variadic;
        if ((types.Count > parameters.Count && !open) || parameters.Skip(types.Count).Any(p => p.Default is null && !p.Pack))
        {
            return null;
        }
        EquatableArray<TemplateValue> arguments = [];
        if (f.IsTemplate)
        {
            if (Deduce(model, f, name.Segments[^1].Arguments, [.. types], scope, places) is not { } deduced)
            {
                return null;
            }
            arguments = deduced;
        }
        else if (name.Segments[^1].Arguments is not null && f.Kind != FunctionKind.Constructor)
        {
            return null;
        }
        var inner = ModuleLowerer.TemplateScope(f, arguments);
        if (f.IsTemplate && f.Declaration.ReturnType is NamedType { Name.Typename: true } or NamedType { Name: { } } && f.Declaration.ReturnType is NamedType { Name: var result } && result.Segments.Any(s => s.Arguments is not null))
        {
            // enable_if on the return type: substitution has to succeed.
            model.Types.Bind(f.Declaration.ReturnType, inner);
        }
        var ranks = new List<int>();
        if (self is not null && f.IsMethod)
        {
            if (self.IsConst && !f.Declaration.IsConst)
            {
                return null;
            }
            ranks.Add(f.Declaration.IsConst && !self.IsConst ? 1 : 0);
        }
        else if (self is not null)
        {
            ranks.Add(0);
        }
        var bound = ModuleLowerer.ParameterTypes(model, f, inner);
        if (bound.Count < types.Count && !f.Declaration.Variadic)
        {
            return null;
        }
        for (int i = 0; i < types.Count; i++)
        {
            if (i >= bound.Count)
            {
                ranks.Add(9);
                continue;
            }
            if (Rank(model, types[i], places[i], ModuleLowerer.Decay(bound[i])) is not { } rank)
            {
                return null;
            }
            ranks.Add(rank);
        }
        return new Candidate(f, arguments, ranks.ToEquatable());
    }

    /// <summary>0 exact, 1 qualification, 2 promotion, 3 conversion, 6 a class's own conversion; null where there is none.</summary>
    public static int? Rank(SemanticModel model, CType from, bool isPlace, CType to, bool own = true)
    {
        if (to is ReferenceCType r)
        {
            bool same = from.Bare == r.Target.Bare;
            if (r.RightValue)
            {
                return isPlace && !(same && from is FunctionNameCType) ? null : same ? 0 : Rank(model, from, false, r.Target.Unqualified, own);
            }
            if (!r.Target.IsConst)
            {
                return isPlace && !from.IsConst ? (same ? 0 : Derivation(model, from, r.Target)) : null;
            }
            return same ? (from.IsConst ? 0 : 1) : Derivation(model, from, r.Target) ?? Rank(model, from, false, r.Target, own);
        }
        var a = (from is ArrayCType array ? new PointerCType(array.Element.Qualified(array.IsConst, false)) : from).Unqualified;
        var b = to.Unqualified;
        if (a == b)
        {
            return 0;
        }
        switch (a, b)
        {
            case (BracesCType, ClassCType):
                return 4;
            case (BracesCType { Count: <= 1 }, not ClassCType):
                return 3;
            case (FunctionNameCType, PointerCType { Pointee: FunctionCType }):
                return 0;
            case (PointerCType p, PointerCType q):
                if (p.Pointee.Bare == q.Pointee.Bare)
                {
                    return (!p.Pointee.IsConstThrough || q.Pointee.IsConstThrough) && (!p.Pointee.IsVolatile || q.Pointee.IsVolatile) ? 1 : null;
                }
                if (Derivation(model, p.Pointee, q.Pointee) is not null)
                {
                    return !p.Pointee.IsConst || q.Pointee.IsConst ? 3 : null;
                }
                return p.Pointee is VoidCType || q.Pointee is VoidCType ? 3 : null;
            case (PointerCType, ArithCType { Kind: Arith.Bool }):
                return 4;
            case (ArithCType x, ArithCType y):
                bool promotion = (x.Kind < Arith.Int && y.Kind == Arith.Int) || (x.Kind == Arith.Float && y.Kind == Arith.Double);
                return promotion ? 2 : 3;
            case (EnumCType { Symbol.IsScoped: false }, ArithCType y):
                return y.Kind == Arith.Int ? 2 : 3;
            case (ArithCType { Kind: <= Arith.ULongLong }, PointerCType):
                // A literal 0; that it is one is seen when the argument is converted.
                return 5;
            case (ClassCType, ClassCType) when Derivation(model, a, b) is { } derived:
                return derived;
            case (ClassCType c, _) when own && model.MembersOf(c.Symbol).Conversions.Any(f => Converts(model, f, b)):
                return 6;
            case (_, ClassCType c) when own && Converting(model, c.Symbol).Any(f => Takes(model, f, from, isPlace)):
                return 7;
            default:
                return null;
        }
    }

    /// <summary>3 where one class derives from another.</summary>
    private static int? Derivation(SemanticModel model, CType from, CType to) =>
        from.Unqualified is ClassCType a && to.Unqualified is ClassCType b && a.Symbol != b.Symbol && ClassPaths.ToBase(model, a.Symbol, b.Symbol) is not null ? 3 : null;

    private static bool Converts(SemanticModel model, FunctionSymbol f, CType to)
    {
        if (f.Template is not null || f.Declaration.Specifiers.Has(Specifier.Explicit))
        {
            return false;
        }
        try
        {
            return Rank(model, model.Types.Bind(f.Declaration.ReturnType!, f.Outer!).Referred, false, to, own: false) is not null;
        }
        catch (LoweringException)
        {
            return false;
        }
    }

    private static IEnumerable<FunctionSymbol> Converting(SemanticModel model, ClassSymbol c) =>
        model.MembersOf(c).Constructors.Where(f => !f.IsDeleted && !f.Declaration.Specifiers.Has(Specifier.Explicit) && f.Declaration.Parameters.Count > 0 && f.Declaration.Parameters.Skip(1).All(p => p.Default is not null || p.Pack));

    private static bool Takes(SemanticModel model, FunctionSymbol f, CType from, bool isPlace)
    {
        try
        {
            if (f.IsTemplate)
            {
                return Deduce(model, f, null, [from], f.Outer!, [isPlace]) is { } arguments
                    && Rank(model, from, isPlace, ModuleLowerer.Decay(ModuleLowerer.ParameterTypes(model, f, ModuleLowerer.TemplateScope(f, arguments))[0]), own: false) is not null;
            }
            return Rank(model, from, isPlace, ModuleLowerer.Decay(model.Types.Bind(f.Declaration.Parameters[0].Type, f.Outer!)), own: false) is not null;
        }
        catch (LoweringException)
        {
            return false;
        }
    }

    /// <summary>The template arguments from what was written and from the arguments' types; null where one stays unknown.</summary>
    /// <param name="result">What is returned, where that is known.</param>
    public static EquatableArray<TemplateValue>? Deduce(
        SemanticModel model, FunctionSymbol f, EquatableArray<TemplateArgumentSyntax>? written, List<CType?> types, Scope scope, List<bool>? places = null, CType? result = null)
    {
        var parameters = f.Template!.Parameters;
        var inner = (f.Outer ?? new Scope(null, f.Scope)).Nested();
        var patterns = new TemplatePatterns(model, parameters, inner, strict: false);
        if (written is { } w && !Give(model, parameters, w, scope, inner, patterns))
        {
            return null;
        }
        int at = 0;
        foreach (var p in f.Declaration.Parameters)
        {
            if (p.Pack)
            {
                var names = SyntaxNames.In(p.Type).Where(n => parameters.Any(q => q.Pack && q.Name == n)).ToList();
                var rest = Enumerable.Range(at, Math.Max(0, types.Count - at)).ToList();
                if (!patterns.EachOf(names, rest, i => types[i] is null || patterns.Match(p.Type, types[i]!, topLevel: true, places is not null && places[i])))
                {
                    return null;
                }
                at = types.Count;
            }
            else if (at < types.Count)
            {
                if (types[at] is { } type && type is not BracesCType && !patterns.Match(p.Type, type, topLevel: true, places is not null && places[at]))
                {
                    return null;
                }
                at++;
            }
        }
        if (result is not null && f.Declaration.ReturnType is { } returned && parameters.Any(p => !patterns.Found.ContainsKey(p.Name)) && !patterns.Match(returned, result, topLevel: true, false))
        {
            return null;
        }
        var values = new List<TemplateValue>();
        foreach (var p in parameters)
        {
            if (!patterns.Found.TryGetValue(p.Name, out var value))
            {
                value = TemplateArguments.Default(model, p, inner);
                if (value is null)
                {
                    return null;
                }
            }
            inner.Add(p.Name, value);
            values.Add(value);
        }
        return values.ToEquatable();
    }

    private static bool Give(SemanticModel model, EquatableArray<TemplateParameterSyntax> parameters, EquatableArray<TemplateArgumentSyntax> written, Scope scope, Scope inner, TemplatePatterns patterns)
    {
        var given = TemplateArguments.Written(model, parameters, written, scope, inner);
        int at = 0;
        foreach (var p in parameters)
        {
            if (at >= given.Count)
            {
                break;
            }
            var value = p.Pack ? TemplateValue.PackOf(given.Skip(at)) : given[at];
            at = p.Pack ? given.Count : at + 1;
            patterns.Found[p.Name] = value;
            patterns.Given.Add(p.Name);
            inner.Add(p.Name, value);
        }
        return at >= given.Count;
    }
}
