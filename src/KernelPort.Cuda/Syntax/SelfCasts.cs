namespace KernelPort.Cuda.Syntax;

/// <summary>Whether a class casts its own object, as a base does that knows the class derived from it.</summary>
internal sealed class SelfCasts : SyntaxWalker
{
    private bool _found;

    public static bool In(ClassDecl definition)
    {
        var casts = new SelfCasts();
        foreach (var member in definition.Members ?? [])
        {
            var function = member as FunctionDecl ?? (member as TemplateDecl)?.Declaration as FunctionDecl;
            if (function?.Body is { } body)
            {
                casts.Walk(body);
            }
        }
        return casts._found;
    }

    protected override void Enter(ExprSyntax expression)
    {
        if (expression is CastExpr { Style: not "const_cast", Operand: var operand })
        {
            while (operand is ParenthesizedExpr or PrefixExpr { Operator: "*" })
            {
                operand = operand is ParenthesizedExpr p ? p.Inner : ((PrefixExpr)operand).Operand;
            }
            _found |= operand is ThisExpr;
        }
    }
}
