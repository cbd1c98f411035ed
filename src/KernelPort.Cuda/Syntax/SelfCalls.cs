namespace KernelPort.Cuda.Syntax;

/// <summary>Whether a function's body calls a function of its own name.</summary>
internal sealed class SelfCalls : SyntaxWalker
{
    private readonly string _name;
    private bool _found;

    private SelfCalls(string name) => _name = name;

    public static bool In(FunctionDecl function)
    {
        if (function.Body is null)
        {
            return false;
        }
        var calls = new SelfCalls(function.Name.Last);
        calls.Walk(function.Body);
        return calls._found;
    }

    protected override void Enter(ExprSyntax expression) => _found |= expression is CallExpr { Callee: NameExpr { Name: var name } } && name.Last == _name;
}
