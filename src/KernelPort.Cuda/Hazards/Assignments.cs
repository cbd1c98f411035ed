using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

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
