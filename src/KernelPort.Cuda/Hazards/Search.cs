using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>Whether an expression of a kind stands in a statement or an expression.</summary>
internal sealed class Search(Func<ExprSyntax, bool> wanted) : SyntaxWalker
{
    private bool _found;

    /// <summary>For a name.</summary>
    public static Search ForName(Func<string, bool> wanted) => new(e => e is NameExpr n && wanted(n.Name.Last));

    /// <summary>For a call.</summary>
    public static Search ForCall(Func<CallExpr, bool> wanted) => new(e => e is CallExpr c && wanted(c));

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

    protected override void Enter(ExprSyntax expression) => _found |= wanted(expression);
}
