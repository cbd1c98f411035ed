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
            if (part is IndexExpr x && new Reads().In(x.Index))
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

    private sealed class Reads : SyntaxWalker
    {
        private bool _found;

        public bool In(ExprSyntax expression)
        {
            Walk(expression);
            return _found;
        }

        protected override void Enter(ExprSyntax expression) => _found |= expression is IndexExpr or CallExpr or PrefixExpr { Operator: "*" };
    }
}

/// <summary>The names that statements give new values to, after their declaration.</summary>
internal sealed class Assignments : SyntaxWalker
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public void Read(StmtSyntax body) => Walk(body);

    public bool Contains(string name) => _names.Contains(name);

    protected override void Enter(ExprSyntax expression)
    {
        var target = expression switch
        {
            AssignExpr a => a.Target,
            PrefixExpr { Operator: "++" or "--" or "&" } p => p.Operand,
            PostfixExpr { Operator: "++" or "--" } p => p.Operand,
            _ => null,
        };
        while (target is ParenthesizedExpr p)
        {
            target = p.Inner;
        }
        if (target is NameExpr name)
        {
            _names.Add(name.Name.Last);
        }
    }
}

/// <summary>Which of x, y and z of the thread's index (bits 0 to 2) stand in an expression so that threads which differ there get different values.</summary>
/// <param name="derived">Local names made of the index, with their axes; more are added as declarations come by.</param>
internal sealed class Axes(IDictionary<string, int> derived) : SyntaxWalker
{
    private int _axes;

    public int Of(ExprSyntax expression)
    {
        Walk(expression);
        return _axes;
    }

    public int Of(StmtSyntax body)
    {
        Walk(body);
        return _axes;
    }

    protected override void Enter(DeclaratorSyntax variable, DeclSpecifiers specifiers)
    {
        if (variable.Initializer is { } value && KeepsApart(value) && new Axes(derived).Of(value) is var axes and not 0)
        {
            derived[variable.Name.Last] = axes;
        }
    }

    protected override void Enter(ExprSyntax expression)
    {
        _axes |= expression switch
        {
            MemberExpr { Base: NameExpr { Name.Last: "threadIdx" } } m => m.Member.Last switch { "x" => 1, "y" => 2, "z" => 4, _ => 0 },
            MemberExpr { Base: CallExpr, Member.Last: "thread_rank" } or CallExpr { Callee: MemberExpr { Member.Last: "thread_rank" } } => 1,
            NameExpr n => derived.TryGetValue(n.Name.Last, out int axes) ? axes : 0,
            _ => 0,
        };
    }

    // A remainder or a quotient is the same for several threads.
    private static bool KeepsApart(ExprSyntax value) => !new Divisions().In(value);

    private sealed class Divisions : SyntaxWalker
    {
        private bool _found;

        public bool In(ExprSyntax expression)
        {
            Walk(expression);
            return _found;
        }

        protected override void Enter(ExprSyntax expression) => _found |= expression is ConditionalExpr or IndexExpr or BinaryExpr { Operator: "/" or "%" or ">>" or "&" or "|" or "<" or ">" or "==" or "!=" or "<=" or ">=" or "&&" or "||" };
    }
}

/// <summary>Whether shared memory is declared in a body, or a pointer made by a call, which may lead there.</summary>
internal sealed class SharedDeclarations : SyntaxWalker
{
    private bool _found;

    public bool In(StmtSyntax body)
    {
        Walk(body);
        return _found;
    }

    public static bool MayBeShared(DeclaratorSyntax variable) =>
        Bare(variable.Type) is PointerSyntax && variable.Initializer is ConstructExpr or CallExpr;

    private static TypeSyntax Bare(TypeSyntax type) => type is QualifiedType q ? Bare(q.Inner) : type;

    protected override void Enter(DeclaratorSyntax variable, DeclSpecifiers specifiers) => _found |= specifiers.Has(Specifier.Shared) || MayBeShared(variable);
}
