using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Semantics;

/// <summary>The identifiers that stand at the head of a name somewhere in a piece of syntax: which packs a pattern has, which locals a lambda uses.</summary>
internal sealed class SyntaxNames : SyntaxWalker
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private bool _usesThis;

    public static IReadOnlyCollection<string> In(ExprSyntax expression)
    {
        var names = new SyntaxNames();
        names.Walk(expression);
        return names._names;
    }

    public static IReadOnlyCollection<string> In(TypeSyntax type)
    {
        var names = new SyntaxNames();
        names.Walk(type);
        return names._names;
    }

    public static (IReadOnlyCollection<string> Names, bool UsesThis) In(StmtSyntax statement)
    {
        var names = new SyntaxNames();
        names.Walk(statement);
        return (names._names, names._usesThis);
    }

    protected override void Enter(NameSyntax name)
    {
        if (!name.Rooted)
        {
            _names.Add(name.Segments[0].Identifier);
        }
    }

    protected override void Enter(ExprSyntax expression)
    {
        switch (expression)
        {
            case ThisExpr:
                _usesThis = true;
                break;
            case LambdaExpr lambda:
                _usesThis |= lambda.Captures.Any(c => c.Name == "this");
                _names.UnionWith(lambda.Captures.Where(c => c.Name != "this" && c.Initializer is null).Select(c => c.Name));
                break;
        }
    }
}
