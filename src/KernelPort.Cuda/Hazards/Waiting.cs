using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>Threads that count on the others of their warp without saying so: exchanges through shared memory with no barrier, and loops that wait.</summary>
internal sealed class Waiting(FunctionDecl function, IReadOnlyDictionary<string, TypeSyntax> types, HashSet<string> shared, List<HazardSite> sites) : SyntaxWalker
{
    public void Run() => Walk(function.Body);

    protected override void Enter(StmtSyntax statement)
    {
        switch (statement)
        {
            case CompoundStmt compound:
                LookForExchanges(compound);
                break;
            case ForStmt loop when ExchangeIn(loop.Body) is { } exchange && !Synchronises(loop.Body) && (IsVolatile(exchange.Array) || (shared.Contains(exchange.Array) && IsTree(loop))):
                Report(exchange.Statement, exchange.Array);
                break;
            case WhileStmt loop when loop.Condition.Expression is { } condition && IsIdle(loop.Body):
                LookForSpin(condition);
                break;
            case DoStmt loop when IsIdle(loop.Body):
                LookForSpin(loop.Condition);
                break;
            case ForStmt { Condition.Expression: { } condition } loop when loop.Step is null && IsIdle(loop.Body):
                LookForSpin(condition);
                break;
        }
    }

    /// <summary>Two exchanges into one element in a row: the second reads what other lanes wrote in the first.</summary>
    private void LookForExchanges(CompoundStmt compound)
    {
        (StmtSyntax Statement, string Array, string Index, long? Distance)? before = null;
        foreach (var s in compound.Statements)
        {
            if (Synchronises(s))
            {
                before = null;
                continue;
            }
            if (ExchangeIn(s) is not { } exchange)
            {
                continue;
            }
            if (before is { } first && first.Array == exchange.Array && first.Index == exchange.Index && (IsSharedOrVolatile(exchange.Array) || IsHalf(first.Distance, exchange.Distance)))
            {
                Report(first.Statement, exchange.Array);
                return;
            }
            before = exchange;
        }
    }

    // A pointer does not say what it points to; steps of a tree say it.
    private static bool IsHalf(long? one, long? other) => one is > 0 && other is > 0 && (one == 2 * other || other == 2 * one);

    /// <summary>The distance between lanes is halved or doubled each time round: the lanes of a warp, and not one thread's own loop.</summary>
    private static bool IsTree(ForStmt loop) => loop.Step switch
    {
        AssignExpr { Operator: ">>=" or "<<=" or "/=" or "*=" } => true,
        AssignExpr { Operator: "=", Value: BinaryExpr { Operator: ">>" or "<<" or "/" or "*" } } => true,
        _ => false,
    };

    private void Report(StmtSyntax at, string array) => sites.Add(new HazardSite(HazardKind.ImplicitWarpSynchrony, at.Span, array));

    /// <summary><c>s[i] += s[i + d]</c>, maybe under an if: one element is made of another one of the same shared array.</summary>
    private (StmtSyntax Statement, string Array, string Index, long? Distance)? ExchangeIn(StmtSyntax statement)
    {
        switch (statement)
        {
            case CompoundStmt { Statements: [var only] }:
                return ExchangeIn(only);
            case IfStmt { Else: null } conditional:
                return ExchangeIn(conditional.Then);
            case ExprStmt { Expression: AssignExpr { Target: IndexExpr { Base: NameExpr { Name.IsSimple: true } array } target } assign }
                when !IsOwnArray(array.Name.Last) && new Elements(array.Name.Last, target.Index) is var elements && elements.OtherIn(assign.Value):
                return (statement, array.Name.Last, Elements.Text(target.Index), elements.Distance);
            default:
                return null;
        }
    }

    private bool IsSharedOrVolatile(string name) => shared.Contains(name) || IsVolatile(name);

    private bool IsOwnArray(string name) => !IsSharedOrVolatile(name) && types.TryGetValue(name, out var type) && type is ArraySyntax or QualifiedType { Inner: ArraySyntax };

    private bool IsVolatile(string name) => types.TryGetValue(name, out var type) && IsVolatile(type);

    private static bool IsVolatile(TypeSyntax type) => type switch
    {
        QualifiedType { Volatile: true } => true,
        QualifiedType q => IsVolatile(q.Inner),
        PointerSyntax p => IsVolatile(p.Pointee),
        ReferenceType r => IsVolatile(r.Target),
        ArraySyntax a => IsVolatile(a.Element),
        _ => false,
    };

    private static bool Synchronises(StmtSyntax statement) => Search.ForCall(IsBarrier).In(statement);

    private static bool IsBarrier(CallExpr call) => call.Callee switch
    {
        NameExpr n => n.Name.Last.Contains("sync", StringComparison.OrdinalIgnoreCase) || n.Name.Last.StartsWith("__shfl", StringComparison.Ordinal),
        MemberExpr m => m.Member.Last.Contains("sync", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>Does nothing that could end the wait itself.</summary>
    private static bool IsIdle(StmtSyntax body) => body switch
    {
        EmptyStmt => true,
        CompoundStmt c => c.Statements.All(IsIdle),
        ExprStmt { Expression: CallExpr { Callee: NameExpr n } } => n.Name.Last is "__nanosleep" or "__threadfence" or "__threadfence_block" or "__threadfence_system",
        _ => false,
    };

    private void LookForSpin(ExprSyntax condition)
    {
        bool locks = Search.ForCall(c => c.Callee is NameExpr n && n.Name.Last is "atomicCAS" or "atomicExch" or "atomicCAS_system" or "atomicCAS_block").In(condition);
        bool looks = Search.ForName(IsVolatile).In(condition) || new Search(e => e is CastExpr c && IsVolatile(c.Type)).In(condition);
        if (locks || looks)
        {
            sites.Add(new HazardSite(HazardKind.SpinWait, condition.Span, locks ? "a lock" : "memory that another thread writes"));
        }
    }

    /// <summary>Other elements of an array than a given one.</summary>
    private sealed class Elements(string array, ExprSyntax index) : SyntaxWalker
    {
        private readonly string _index = Text(index);
        private bool _other;

        /// <summary>How far the other element is, where that is a number.</summary>
        public long? Distance { get; private set; }

        public bool OtherIn(ExprSyntax value)
        {
            Walk(value);
            return _other;
        }

        protected override void Enter(ExprSyntax expression)
        {
            if (expression is IndexExpr { Base: NameExpr { Name.IsSimple: true } n } x && n.Name.Last == array && Text(x.Index) != _index)
            {
                _other = true;
                Distance = x.Index is BinaryExpr { Operator: "+" or "-", Right: LiteralSyntax literal } ? ConstantSize.Of(literal) : null;
            }
        }

        public static string Text(ExprSyntax e) => e.Span.Source is { } s ? s.Text.Substring(e.Span.Start, e.Span.Length) : "";
    }
}
