using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>What an expression does at a place in memory.</summary>
internal enum PlaceUse
{
    Read,
    Write,
    Both,
    Atomic,
}

/// <summary>The places in given arrays that an expression comes to, in the order of the text, whole: <c>s[i][j].x</c> is one place.</summary>
internal sealed class Places(IReadOnlyDictionary<string, string> arrays) : SyntaxWalker
{
    private readonly List<(ExprSyntax Place, PlaceUse Use)> _places = [];
    private readonly Dictionary<ExprSyntax, PlaceUse> _uses = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<ExprSyntax> _inside = new(ReferenceEqualityComparer.Instance);

    public IReadOnlyList<(ExprSyntax Place, PlaceUse Use)> In(ExprSyntax expression)
    {
        Walk(expression);
        return _places;
    }

    protected override void Enter(ExprSyntax expression)
    {
        switch (expression)
        {
            case AssignExpr a:
                _uses[Bare(a.Target)] = a.Operator == "=" ? PlaceUse.Write : PlaceUse.Both;
                break;
            case PrefixExpr { Operator: "++" or "--" } p:
                _uses[Bare(p.Operand)] = PlaceUse.Both;
                break;
            case PostfixExpr { Operator: "++" or "--" } p:
                _uses[Bare(p.Operand)] = PlaceUse.Both;
                break;
            case CallExpr call:
                bool isAtomic = call.Callee is NameExpr callee && callee.Name.Last.StartsWith("atomic", StringComparison.Ordinal);
                foreach (var argument in call.Arguments)
                {
                    // what a function is given the address of, it may read and write
                    if (Bare(argument) is PrefixExpr { Operator: "&" } address)
                    {
                        _uses[Bare(address.Operand)] = isAtomic ? PlaceUse.Atomic : PlaceUse.Both;
                    }
                    else if (Bare(argument) is NameExpr or BinaryExpr { Operator: "+" })
                    {
                        var name = Bare(argument) is BinaryExpr sum ? Bare(sum.Left) : Bare(argument);
                        _uses[name] = isAtomic ? PlaceUse.Atomic : PlaceUse.Both;
                    }
                }
                break;
        }
        if (expression is NameExpr or IndexExpr or MemberExpr or PrefixExpr { Operator: "*" } && !_inside.Contains(expression) && Root(expression) is { } root && arrays.ContainsKey(root.Name.Last))
        {
            _places.Add((expression, _uses.GetValueOrDefault(expression)));
            for (ExprSyntax? part = expression; part is not null; part = Base(part))
            {
                _inside.Add(part);
            }
        }
    }

    /// <summary>The name a place begins with: <c>s</c> of <c>s[i].x</c> and of <c>*(s + i)</c>.</summary>
    public static NameExpr? Root(ExprSyntax place)
    {
        for (ExprSyntax? part = place; part is not null; part = Base(part))
        {
            if (part is NameExpr { Name.IsSimple: true } name)
            {
                return name;
            }
        }
        return null;
    }

    /// <summary>An index that is itself read from memory.</summary>
    public static bool HasReadInIndex(ExprSyntax place)
    {
        for (ExprSyntax? part = place; part is not null; part = Base(part))
        {
            if (part is IndexExpr x && new Search(e => e is IndexExpr or CallExpr or PrefixExpr { Operator: "*" }).In(x.Index))
            {
                return true;
            }
        }
        return false;
    }

    private static ExprSyntax? Base(ExprSyntax place) => place switch
    {
        ParenthesizedExpr p => p.Inner,
        IndexExpr x => x.Base,
        MemberExpr m => m.Base,
        PrefixExpr { Operator: "*" } p => p.Operand,
        BinaryExpr { Operator: "+" or "-" } b => b.Left,
        CastExpr c => c.Operand,
        _ => null,
    };

    private static ExprSyntax Bare(ExprSyntax expression) => expression is ParenthesizedExpr p ? Bare(p.Inner) : expression;
}
