using KernelPort.Core;
using KernelPort.Cuda.Lowering;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>Template arguments as written, packs expanded and defaults filled in.</summary>
internal static class TemplateArguments
{
    /// <summary>A scope in which template parameters mean their arguments.</summary>
    public static Scope Scope(Scope? outer, NamespaceSymbol around, IEnumerable<(string Name, TemplateValue Value)> bindings, bool isFunction = false)
    {
        var scope = new Scope(outer, around) { IsFunction = isFunction };
        foreach (var (name, value) in bindings)
        {
            scope.Add(name, value);
        }
        return scope;
    }

    /// <summary>One value a parameter; null where there are too many arguments or one is missing.</summary>
    public static EquatableArray<TemplateValue>? Bind(SemanticModel model, EquatableArray<TemplateParameterSyntax> parameters, EquatableArray<TemplateArgumentSyntax> written, Scope scope, Scope outer)
    {
        var inner = outer.Nested();
        var given = Written(model, parameters, written, scope, inner);
        var values = new List<TemplateValue>();
        int at = 0;
        foreach (var p in parameters)
        {
            TemplateValue? value;
            if (p.Pack)
            {
                value = TemplateValue.PackOf(given.Skip(at));
                at = given.Count;
            }
            else
            {
                value = at < given.Count ? given[at++] : Default(model, p, inner);
            }
            if (value is null)
            {
                return null;
            }
            inner.Add(p.Name, value);
            values.Add(value);
        }
        return at < given.Count ? null : values.ToEquatable();
    }

    /// <summary>The written arguments in order, expansions expanded; each is read as its parameter wants it.</summary>
    public static List<TemplateValue> Written(SemanticModel model, EquatableArray<TemplateParameterSyntax> parameters, EquatableArray<TemplateArgumentSyntax> written, Scope scope, Scope inner)
    {
        var values = new List<TemplateValue>();
        foreach (var a in written)
        {
            var p = parameters.IsEmpty ? null : parameters[Math.Min(values.Count, parameters.Count - 1)];
            if (p is null)
            {
                throw new LoweringException(SemanticRules.CannotDeduce.At(a.Span, "?"));
            }
            if (a.Expansion)
            {
                foreach (var element in Packs.Each(model, scope, a.Type is not null ? SyntaxNames.In(a.Type) : SyntaxNames.In(a.Expression!), a.Span))
                {
                    values.Add(One(model, p, a, element, inner));
                }
                continue;
            }
            var value = One(model, p, a, scope, inner);
            values.Add(value);
            if (!p.Pack && values.Count <= parameters.Count)
            {
                inner.Add(p.Name, value);
            }
        }
        return values;
    }

    public static TemplateValue? Default(SemanticModel model, TemplateParameterSyntax p, Scope inner)
    {
        if (p.Pack)
        {
            return TemplateValue.PackOf([]);
        }
        if (p.DefaultType is not null)
        {
            return p.IsTemplate ? Template(model, p.DefaultType, inner) : TemplateValue.Of(model.Types.Bind(p.DefaultType, inner));
        }
        return p.DefaultValue is not null ? ValueOf(model, p, p.DefaultValue, inner, inner) : null;
    }

    private static TemplateValue One(SemanticModel model, TemplateParameterSyntax p, TemplateArgumentSyntax a, Scope scope, Scope inner)
    {
        if (p.IsTemplate)
        {
            return a.Type is not null && Template(model, a.Type, scope) is { } template ? template : throw new LoweringException(SemanticRules.UnknownType.At(a.Span, p.Name));
        }
        if (p.Type is null)
        {
            if (a.Type is null)
            {
                throw new LoweringException(SemanticRules.UnknownType.At(a.Span, p.Name));
            }
            return TemplateValue.Of(model.Types.Bind(a.Type, scope));
        }
        var expression = a.Expression ?? (a.Type is NamedType n ? new NameExpr(n.Span, n.Name) : null);
        return expression is null ? throw new LoweringException(SemanticRules.NotConstant.At(a.Span)) : ValueOf(model, p, expression, scope, inner);
    }

    private static TemplateValue? Template(SemanticModel model, TypeSyntax type, Scope scope)
    {
        if (type is not NamedType { Name: var name } || name.Segments[^1].Arguments is not null)
        {
            return null;
        }
        foreach (object found in model.Find(name, scope))
        {
            switch (found)
            {
                case ClassSymbol { Template: not null } c:
                    return new TemplateValue(null, null) { Template = c };
                case ClassSymbol { Primary: { } primary }:
                    return new TemplateValue(null, null) { Template = primary };
                case TemplateValue { Template: not null } v:
                    return v;
            }
        }
        return null;
    }

    private static TemplateValue ValueOf(SemanticModel model, TemplateParameterSyntax p, ExprSyntax e, Scope scope, Scope inner)
    {
        if (Function(model, e, scope) is { } function)
        {
            return new TemplateValue(null, null) { Function = function };
        }
        var (from, value) = FunctionLowerer.Within(model, scope, l => l.EvaluateConstant(e));
        var to = Mentions(p.Type!) ? null : model.Types.Bind(p.Type!, inner);
        if (to is null)
        {
            return new TemplateValue(null, value) { ValueType = from };
        }
        var type = model.Types.Lower(to, p.Span);
        var converted = value.Type == type ? value : type == IrType.Bool ? Build.Bool(value.Bits != 0) : ConstantFolding.FoldTree(new Cast(type, value)) as Literal;
        return new TemplateValue(null, converted ?? throw new LoweringException(SemanticRules.NotConstant.At(e.Span))) { ValueType = to.Unqualified };
    }

    private static FunctionSymbol? Function(SemanticModel model, ExprSyntax e, Scope scope)
    {
        while (e is ParenthesizedExpr or PrefixExpr { Operator: "&" })
        {
            e = e is ParenthesizedExpr p ? p.Inner : ((PrefixExpr)e).Operand;
        }
        if (e is not NameExpr { Name: var name })
        {
            return null;
        }
        var found = model.Find(name, scope);
        if (found is [TemplateValue { Function: { } passed }])
        {
            return passed;
        }
        var functions = found.OfType<FunctionSymbol>().ToList();
        return functions.Count switch
        {
            0 => null,
            1 when !functions[0].IsTemplate => functions[0],
            _ => throw TypeBinder.Unsupported(e.Span, $"the overloaded or templated function '{name.Joined}' as a template argument"),
        };
    }

    private static bool Mentions(TypeSyntax type) => type switch
    {
        AutoType => true,
        QualifiedType q => Mentions(q.Inner),
        _ => false,
    };
}
