using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>Whether a name stands in an expression.</summary>
internal sealed class Mentions(Func<string, bool> wanted) : SyntaxWalker
{
    private bool _found;

    public bool In(ExprSyntax expression)
    {
        Walk(expression);
        return _found;
    }

    protected override void Enter(ExprSyntax expression) => _found |= expression is NameExpr n && wanted(n.Name.Last);
}

/// <summary>Whether a call stands in a statement or an expression.</summary>
internal sealed class Calls(Func<CallExpr, bool> wanted) : SyntaxWalker
{
    private bool _found;

    public bool In(StmtSyntax statement)
    {
        Walk(statement);
        return _found;
    }

    public bool In(ExprSyntax expression)
    {
        Walk(expression);
        return _found;
    }

    protected override void Enter(ExprSyntax expression) => _found |= expression is CallExpr c && wanted(c);
}

/// <summary>Whether a function takes its block for rows of <c>warpSize</c> threads: <c>threadIdx.y * warpSize</c>.</summary>
internal sealed class RowsOfWarps : SyntaxWalker
{
    private bool _found;

    public bool In(StmtSyntax body)
    {
        try
        {
            Walk(body);
        }
        catch (InsufficientExecutionStackException)
        {
            // Too deep to be looked at; see HazardFinder.
        }
        return _found;
    }

    protected override void Enter(ExprSyntax expression) => _found |= expression is BinaryExpr { Operator: "*" } b && (IsRow(b.Left, b.Right) || IsRow(b.Right, b.Left));

    private static bool IsRow(ExprSyntax index, ExprSyntax width) =>
        index is MemberExpr { Base: NameExpr { Name.Last: "threadIdx" }, Member.Last: "y" or "z" } && width is NameExpr { Name.Last: "warpSize" };
}
