using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Overload resolution and template argument deduction.</summary>
internal static class Overloads
{
    private sealed record Candidate(FunctionSymbol Symbol, EquatableArray<TemplateValue> Arguments, EquatableArray<int> Ranks);

    public static (FunctionSymbol Symbol, EquatableArray<TemplateValue> Arguments) Choose(
        SemanticModel model, List<FunctionSymbol> functions, NameSyntax name, List<CType> types, List<bool> places, Scope scope, Span at)
    {
        var candidates = new List<Candidate>();
        LoweringException? reason = null;
        foreach (var f in functions)
        {
            try
            {
                if (Try(model, f, name, types, places, scope) is { } candidate)
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
        return anyBetter || (!a.Symbol.IsTemplate && b.Symbol.IsTemplate);
    }

    private static Candidate? Try(SemanticModel model, FunctionSymbol f, NameSyntax name, List<CType> types, List<bool> places, Scope scope)
    {
        var parameters = f.Declaration.Parameters;
        if (types.Count > parameters.Count || parameters.Skip(types.Count).Any(p => p.Default is null))
        {
            return null;
        }
        EquatableArray<TemplateValue> arguments = [];
        if (f.IsTemplate)
        {
            if (Deduce(model, f, name.Segments[^1].Arguments, [.. types], scope) is not { } deduced)
            {
                return null;
            }
            arguments = deduced;
        }
        else if (name.Segments[^1].Arguments is not null)
        {
            return null;
        }
        var inner = ModuleLowerer.TemplateScope(f, arguments);
        var ranks = new List<int>();
        for (int i = 0; i < types.Count; i++)
        {
            if (Rank(types[i], places[i], ModuleLowerer.Decay(model.Types.Bind(parameters[i].Type, inner))) is not { } rank)
            {
                return null;
            }
            ranks.Add(rank);
        }
        return new Candidate(f, arguments, ranks.ToEquatable());
    }

    /// <summary>0 exact, 1 qualification, 2 promotion, 3 conversion; null where there is none.</summary>
    private static int? Rank(CType from, bool isPlace, CType to)
    {
        if (to is ReferenceCType r)
        {
            bool same = from.Unqualified == r.Target.Unqualified;
            if (!r.RightValue && !r.Target.IsConst)
            {
                return same && isPlace && !from.IsConst ? 0 : null;
            }
            return same ? (from.IsConst == r.Target.IsConst ? 0 : 1) : Rank(from, false, r.Target);
        }
        var a = (from is ArrayCType array ? new PointerCType(array.Element.Qualified(array.IsConst, false)) : from).Unqualified;
        var b = to.Unqualified;
        if (a == b)
        {
            return 0;
        }
        switch (a, b)
        {
            case (PointerCType p, PointerCType q):
                if (p.Pointee.Unqualified == q.Pointee.Unqualified)
                {
                    return !p.Pointee.IsConst || q.Pointee.IsConst ? 1 : null;
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
            default:
                return null;
        }
    }

    /// <summary>The template arguments from what was written and from the arguments' types; null where one stays unknown.</summary>
    public static EquatableArray<TemplateValue>? Deduce(SemanticModel model, FunctionSymbol f, EquatableArray<TemplateArgumentSyntax>? written, List<CType?> types, Scope scope)
    {
        var parameters = f.Template!.Parameters;
        if (parameters.Any(p => p.Pack || p.IsTemplate))
        {
            throw TypeBinder.Unsupported(f.Span, $"the parameter pack or template-template parameter of '{f.Name}'");
        }
        var found = new Dictionary<string, TemplateValue>(StringComparer.Ordinal);
        var given = new HashSet<string>(StringComparer.Ordinal);
        var inner = new Scope(null, f.Scope);
        for (int i = 0; written is { } w && i < w.Count; i++)
        {
            if (i >= parameters.Count)
            {
                return null;
            }
            found[parameters[i].Name] = Explicit(model, parameters[i], w[i], scope, inner);
            inner.Add(parameters[i].Name, found[parameters[i].Name]);
            given.Add(parameters[i].Name);
        }
        var names = parameters.ToDictionary(p => p.Name, p => p, StringComparer.Ordinal);
        for (int i = 0; i < types.Count && i < f.Declaration.Parameters.Count; i++)
        {
            if (types[i] is { } type && !Match(model, f.Declaration.Parameters[i].Type, type, names, found, given, topLevel: true))
            {
                return null;
            }
        }
        var values = new List<TemplateValue>();
        foreach (var p in parameters)
        {
            if (!found.TryGetValue(p.Name, out var value))
            {
                value = Default(model, p, inner);
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

    private static TemplateValue? Default(SemanticModel model, TemplateParameterSyntax p, Scope inner)
    {
        if (p.DefaultType is not null)
        {
            return new TemplateValue(model.Types.Bind(p.DefaultType, inner), null);
        }
        return p.DefaultValue is not null ? ValueOf(model, p, p.DefaultValue, inner, inner) : null;
    }

    private static TemplateValue Explicit(SemanticModel model, TemplateParameterSyntax p, TemplateArgumentSyntax a, Scope scope, Scope inner)
    {
        if (p.Type is null)
        {
            if (a.Type is null)
            {
                throw new LoweringException(SemanticRules.UnknownType.At(a.Span, p.Name));
            }
            return new TemplateValue(model.Types.Bind(a.Type, scope).Unqualified, null);
        }
        if (a.Expression is null)
        {
            throw new LoweringException(SemanticRules.NotConstant.At(a.Span));
        }
        return ValueOf(model, p, a.Expression, scope, inner);
    }

    private static TemplateValue ValueOf(SemanticModel model, TemplateParameterSyntax p, ExprSyntax e, Scope scope, Scope inner)
    {
        var lowerer = new FunctionLowerer(model, scope);
        var (_, value) = lowerer.EvaluateConstant(e);
        var to = p.Type is AutoType ? null : model.Types.Bind(p.Type!, inner);
        if (to is null)
        {
            return new TemplateValue(null, value);
        }
        var type = model.Types.Lower(to, p.Span);
        return new TemplateValue(null, (Literal)ConstantFolding.FoldTree(value.Type == type ? value : type == IrType.Bool ? Build.Bool(value.Bits != 0) : new Cast(type, value)));
    }

    private static bool Match(SemanticModel model, TypeSyntax pattern, CType type, Dictionary<string, TemplateParameterSyntax> names, Dictionary<string, TemplateValue> found, HashSet<string> given, bool topLevel)
    {
        switch (pattern)
        {
            case NamedType { Name.IsSimple: true } n when names.TryGetValue(n.Name.Last, out var p) && p.Type is null:
                var deduced = topLevel ? Decayed(type) : type;
                if (found.TryGetValue(n.Name.Last, out var before))
                {
                    // An argument given explicitly allows conversions; two deductions must agree.
                    return given.Contains(n.Name.Last) || before.Type == deduced;
                }
                found[n.Name.Last] = new TemplateValue(deduced, null);
                return true;
            case QualifiedType q:
                return Match(model, q.Inner, q.Const ? type.Unqualified : type, names, found, given, topLevel);
            case ReferenceType r:
                return Match(model, r.Target, type, names, found, given, topLevel: false);
            case PointerSyntax p:
                return Decayed(type) is not PointerCType target || Match(model, p.Pointee, target.Pointee, names, found, given, topLevel: false);
            case ArraySyntax a when topLevel:
                return Decayed(type) is not PointerCType element || Match(model, a.Element, element.Pointee, names, found, given, topLevel: false);
            case ArraySyntax a:
                if (type is not ArrayCType array)
                {
                    return true;
                }
                if (a.Size is NameExpr { Name.IsSimple: true } s && names.ContainsKey(s.Name.Last) && array.Length is { } length && !found.ContainsKey(s.Name.Last))
                {
                    var wanted = names[s.Name.Last].Type is { } t and not AutoType ? model.Types.Lower(model.Types.Bind(t, new Scope(null, model.Global)), a.Span) : IrType.I32;
                    found[s.Name.Last] = new TemplateValue(null, Build.Int(wanted, length));
                }
                return Match(model, a.Element, array.Element, names, found, given, topLevel: false);
            default:
                // Nothing to deduce here.
                return true;
        }
    }

    private static CType Decayed(CType type) => (type is ArrayCType a ? new PointerCType(a.Element) : type).Unqualified;
}
