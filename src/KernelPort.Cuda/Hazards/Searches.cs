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
