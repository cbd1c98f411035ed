using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Semantics;

/// <summary>The identifiers that stand at the head of a name somewhere in a piece of syntax: which packs a pattern has, which locals a lambda uses.</summary>
internal sealed class SyntaxNames
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public bool UsesThis { get; private set; }

    public static IReadOnlyCollection<string> In(ExprSyntax expression)
    {
        var names = new SyntaxNames();
        names.Visit(expression);
        return names._names;
    }

    public static IReadOnlyCollection<string> In(TypeSyntax type)
    {
        var names = new SyntaxNames();
        names.Visit(type);
        return names._names;
    }

    public static (IReadOnlyCollection<string> Names, bool UsesThis) In(StmtSyntax statement)
    {
        var names = new SyntaxNames();
        names.Visit(statement);
        return (names._names, names.UsesThis);
    }

    private static void Guard() => System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();

    private void Visit(NameSyntax name)
    {
        if (!name.Rooted)
        {
            _names.Add(name.Segments[0].Identifier);
        }
        foreach (var s in name.Segments)
        {
            foreach (var a in s.Arguments ?? [])
            {
                Visit(a.Type);
                Visit(a.Expression);
            }
        }
    }

    private void Visit(TypeSyntax? type)
    {
        Guard();
        switch (type)
        {
            case NamedType t:
                Visit(t.Name);
                break;
            case QualifiedType t:
                Visit(t.Inner);
                break;
            case PointerSyntax t:
                Visit(t.Pointee);
                break;
            case ReferenceType t:
                Visit(t.Target);
                break;
            case ArraySyntax t:
                Visit(t.Element);
                Visit(t.Size);
                break;
            case FunctionSyntax t:
                Visit(t.Return);
                Visit(t.Parameters);
                break;
            case DecltypeType t:
                Visit(t.Expression);
                break;
        }
    }

    private void Visit(IEnumerable<ParameterSyntax> parameters)
    {
        foreach (var p in parameters)
        {
            Visit(p.Type);
            Visit(p.Default);
        }
    }

    private void Visit(IEnumerable<ExprSyntax> expressions)
    {
        foreach (var e in expressions)
        {
            Visit(e);
        }
    }

    private void Visit(ExprSyntax? expression)
    {
        Guard();
        switch (expression)
        {
            case NameExpr e:
                Visit(e.Name);
                break;
            case ThisExpr:
                UsesThis = true;
                break;
            case ParenthesizedExpr e:
                Visit(e.Inner);
                break;
            case PrefixExpr e:
                Visit(e.Operand);
                break;
            case PostfixExpr e:
                Visit(e.Operand);
                break;
            case BinaryExpr e:
                Visit(e.Left);
                Visit(e.Right);
                break;
            case AssignExpr e:
                Visit(e.Target);
                Visit(e.Value);
                break;
            case ConditionalExpr e:
                Visit(e.Condition);
                Visit(e.Then);
                Visit(e.Else);
                break;
            case CallExpr e:
                Visit(e.Callee);
                Visit(e.Arguments);
                break;
            case LaunchExpr e:
                Visit(e.Kernel);
                Visit(e.Configuration);
                Visit(e.Arguments);
                break;
            case IndexExpr e:
                Visit(e.Base);
                Visit(e.Index);
                break;
            case MemberExpr e:
                Visit(e.Base);
                foreach (var a in e.Member.Segments[^1].Arguments ?? [])
                {
                    Visit(a.Type);
                    Visit(a.Expression);
                }
                break;
            case CastExpr e:
                Visit(e.Type);
                Visit(e.Operand);
                break;
            case ConstructExpr e:
                Visit(e.Type);
                Visit(e.Arguments);
                break;
            case BraceExpr e:
                Visit(e.Elements);
                break;
            case DesignatedExpr e:
                Visit(e.Value);
                break;
            case SizeofExpr e:
                Visit(e.Type);
                Visit(e.Operand);
                break;
            case PackExpansionExpr e:
                Visit(e.Pattern);
                break;
            case LambdaExpr e:
                Visit(e.Parameters);
                foreach (var c in e.Captures)
                {
                    if (c.Name == "this")
                    {
                        UsesThis = true;
                    }
                    else if (c.Initializer is null)
                    {
                        _names.Add(c.Name);
                    }
                    Visit(c.Initializer);
                }
                Visit(e.Body);
                break;
            case StatementExpr e:
                Visit(e.Body);
                break;
            case NewExpr e:
                Visit(e.Type);
                Visit(e.Arguments);
                break;
        }
    }

    private void Visit(StmtSyntax? statement)
    {
        Guard();
        switch (statement)
        {
            case CompoundStmt s:
                foreach (var inner in s.Statements)
                {
                    Visit(inner);
                }
                break;
            case ExprStmt s:
                Visit(s.Expression);
                break;
            case DeclStmt s:
                Visit(s.Declaration);
                break;
            case IfStmt s:
                Visit(s.Init);
                Visit(s.Condition);
                Visit(s.Then);
                Visit(s.Else);
                break;
            case WhileStmt s:
                Visit(s.Condition);
                Visit(s.Body);
                break;
            case DoStmt s:
                Visit(s.Body);
                Visit(s.Condition);
                break;
            case ForStmt s:
                Visit(s.Init);
                Visit(s.Condition);
                Visit(s.Step);
                Visit(s.Body);
                break;
            case RangeForStmt s:
                Visit(s.Variable);
                Visit(s.Range);
                Visit(s.Body);
                break;
            case SwitchStmt s:
                Visit(s.Init);
                Visit(s.Condition);
                Visit(s.Body);
                break;
            case CaseLabel s:
                Visit(s.Value);
                break;
            case ReturnStmt s:
                Visit(s.Value);
                break;
            case AsmStmt s:
                foreach (var o in s.Outputs.Concat(s.Inputs))
                {
                    Visit(o.Value);
                }
                break;
            case TryStmt s:
                Visit(s.Body);
                break;
        }
    }

    private void Visit(ConditionSyntax? condition)
    {
        Visit(condition?.Expression);
        if (condition?.Declaration is { } d)
        {
            Visit(d);
        }
    }

    private void Visit(DeclSyntax declaration)
    {
        switch (declaration)
        {
            case VariableDecl v:
                foreach (var d in v.Variables)
                {
                    Visit(d.Type);
                    Visit(d.Initializer);
                }
                break;
            case StructuredBindingDecl b:
                Visit(b.Initializer);
                break;
            case AliasDecl a:
                Visit(a.Type);
                break;
            case StaticAssertDecl a:
                Visit(a.Condition);
                break;
        }
    }
}
