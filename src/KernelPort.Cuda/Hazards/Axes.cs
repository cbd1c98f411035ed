using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

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
    private static bool KeepsApart(ExprSyntax value) => !new Search(e =>
        e is ConditionalExpr or IndexExpr or BinaryExpr { Operator: "/" or "%" or ">>" or "&" or "|" or "<" or ">" or "==" or "!=" or "<=" or ">=" or "&&" or "||" }).In(value);
}
