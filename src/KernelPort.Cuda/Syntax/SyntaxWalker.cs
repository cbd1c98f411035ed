using System.Runtime.CompilerServices;
using KernelPort.Core;

namespace KernelPort.Cuda.Syntax;

/// <summary>Walks the syntax records of statements, expressions and types in the order of the text, and calls for each of them before its parts.
/// Local classes are not entered: what stands in them belongs to their methods.</summary>
/// <remarks>Throws <see cref="InsufficientExecutionStackException"/> where the text nests too deeply; whoever starts a walk knows what to say of that.</remarks>
internal abstract class SyntaxWalker
{
    protected virtual void Enter(ExprSyntax expression)
    {
    }

    protected virtual void Enter(StmtSyntax statement)
    {
    }

    protected virtual void Enter(DeclaratorSyntax variable, DeclSpecifiers specifiers)
    {
    }

    protected virtual void Enter(StructuredBindingDecl binding)
    {
    }

    protected virtual void Enter(TypeSyntax type)
    {
    }

    /// <summary>A name that stands by itself, as a value or a type; not the member after a dot.</summary>
    protected virtual void Enter(NameSyntax name)
    {
    }

    protected void Walk(ExprSyntax? expression)
    {
        if (expression is null)
        {
            return;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Enter(expression);
        switch (expression)
        {
            case NameExpr x:
                Walk(x.Name);
                break;
            case ParenthesizedExpr x:
                Walk(x.Inner);
                break;
            case PrefixExpr x:
                Walk(x.Operand);
                break;
            case PostfixExpr x:
                Walk(x.Operand);
                break;
            case BinaryExpr x:
                Walk(x.Left);
                Walk(x.Right);
                break;
            case AssignExpr x:
                Walk(x.Target);
                Walk(x.Value);
                break;
            case ConditionalExpr x:
                Walk(x.Condition);
                Walk(x.Then);
                Walk(x.Else);
                break;
            case CallExpr x:
                Walk(x.Callee);
                Walk(x.Arguments);
                break;
            case LaunchExpr x:
                Walk(x.Kernel);
                Walk(x.Configuration);
                Walk(x.Arguments);
                break;
            case IndexExpr x:
                Walk(x.Base);
                Walk(x.Index);
                break;
            case MemberExpr x:
                Walk(x.Base);
                WalkArguments(x.Member);
                break;
            case CastExpr x:
                Walk(x.Type);
                Walk(x.Operand);
                break;
            case ConstructExpr x:
                Walk(x.Type);
                Walk(x.Arguments);
                break;
            case BraceExpr x:
                Walk(x.Elements);
                break;
            case DesignatedExpr x:
                Walk(x.Value);
                break;
            case SizeofExpr x:
                Walk(x.Type);
                Walk(x.Operand);
                break;
            case PackExpansionExpr x:
                Walk(x.Pattern);
                break;
            case LambdaExpr x:
                foreach (var capture in x.Captures)
                {
                    Walk(capture.Initializer);
                }
                Walk(x.Parameters);
                Walk(x.ReturnType);
                Walk(x.Body);
                break;
            case NewExpr x:
                Walk(x.Type);
                Walk(x.Arguments);
                break;
            case DeleteExpr x:
                Walk(x.Operand);
                break;
            case ThrowExpr x:
                Walk(x.Value);
                break;
            case StatementExpr x:
                Walk(x.Body);
                break;
        }
    }

    private void Walk(EquatableArray<ExprSyntax> expressions)
    {
        foreach (var e in expressions)
        {
            Walk(e);
        }
    }

    protected void Walk(EquatableArray<ParameterSyntax> parameters)
    {
        foreach (var p in parameters)
        {
            Walk(p.Type);
            Walk(p.Default);
        }
    }

    private void Walk(NameSyntax name)
    {
        Enter(name);
        WalkArguments(name);
    }

    private void WalkArguments(NameSyntax name)
    {
        foreach (var segment in name.Segments.AsSpan())
        {
            if (segment.Arguments is { } arguments)
            {
                foreach (var argument in arguments.AsSpan())
                {
                    Walk(argument.Type);
                    Walk(argument.Expression);
                }
            }
        }
    }

    protected void Walk(TypeSyntax? type)
    {
        if (type is null)
        {
            return;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Enter(type);
        switch (type)
        {
            case QualifiedType t:
                Walk(t.Inner);
                break;
            case PointerSyntax t:
                Walk(t.Pointee);
                break;
            case ReferenceType t:
                Walk(t.Target);
                break;
            case ArraySyntax t:
                Walk(t.Element);
                Walk(t.Size);
                break;
            case NamedType t:
                Walk(t.Name);
                break;
            case FunctionSyntax t:
                Walk(t.Return);
                Walk(t.Parameters);
                break;
            case DecltypeType t:
                Walk(t.Expression);
                break;
        }
    }

    protected void Walk(StmtSyntax? statement)
    {
        if (statement is null)
        {
            return;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Enter(statement);
        switch (statement)
        {
            case CompoundStmt s:
                foreach (var inner in s.Statements)
                {
                    Walk(inner);
                }
                break;
            case ExprStmt s:
                Walk(s.Expression);
                break;
            case DeclStmt s:
                WalkLocal(s.Declaration);
                break;
            case IfStmt s:
                Walk(s.Init);
                Walk(s.Condition);
                Walk(s.Then);
                Walk(s.Else);
                break;
            case WhileStmt s:
                Walk(s.Condition);
                Walk(s.Body);
                break;
            case DoStmt s:
                Walk(s.Body);
                Walk(s.Condition);
                break;
            case ForStmt s:
                Walk(s.Init);
                if (s.Condition is { } c)
                {
                    Walk(c);
                }
                Walk(s.Step);
                Walk(s.Body);
                break;
            case RangeForStmt s:
                WalkLocal(s.Variable);
                Walk(s.Range);
                Walk(s.Body);
                break;
            case SwitchStmt s:
                Walk(s.Init);
                Walk(s.Condition);
                Walk(s.Body);
                break;
            case CaseLabel s:
                Walk(s.Value);
                Walk(s.UpTo);
                break;
            case ReturnStmt s:
                Walk(s.Value);
                break;
            case AsmStmt { Meaning: { } meaning }:
                Walk(meaning);
                break;
            case AsmStmt s:
                foreach (var operand in s.Outputs.Concat(s.Inputs))
                {
                    Walk(operand.Value);
                }
                break;
            case TryStmt s:
                Walk(s.Body);
                foreach (var handler in s.Handlers)
                {
                    Walk(handler);
                }
                break;
        }
    }

    private void Walk(ConditionSyntax condition)
    {
        Walk(condition.Expression);
        if (condition.Declaration is { } d)
        {
            WalkLocal(d);
        }
    }

    private void WalkLocal(DeclSyntax declaration)
    {
        switch (declaration)
        {
            case VariableDecl d:
                foreach (var variable in d.Variables)
                {
                    Enter(variable, d.Specifiers);
                    Walk(variable.Type);
                    Walk(variable.Initializer);
                }
                break;
            case StructuredBindingDecl d:
                Enter(d);
                Walk(d.Initializer);
                break;
            case AliasDecl d:
                Walk(d.Type);
                break;
            case StaticAssertDecl d:
                Walk(d.Condition);
                break;
        }
    }
}
