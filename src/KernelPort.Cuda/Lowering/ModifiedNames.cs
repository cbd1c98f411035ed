using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Lowering;

/// <summary>Which names a function body assigns, increments, binds to references or takes the address of. By name only, so a shadowed name
/// counts for all: what is not listed here can safely be a value that never changes.</summary>
internal sealed class ModifiedNames
{
    public static readonly ModifiedNames None = new();

    private readonly HashSet<string> _direct = new(StringComparer.Ordinal);
    private readonly HashSet<string> _through = new(StringComparer.Ordinal);
    private SemanticModel? _model;
    private Scope? _scope;

    public static ModifiedNames In(StmtSyntax body, SemanticModel model, Scope scope, IEnumerable<string> known)
    {
        var names = new ModifiedNames { _model = model, _scope = scope };
        names._direct.UnionWith(known);
        names.Visit(body);
        return names;
    }

    /// <summary>Whether a variable of this name and type must live in memory.</summary>
    public bool Touches(string name, CType type) => _direct.Contains(name) || (type is not PointerCType && _through.Contains(name));

    /// <summary>The same with one more name.</summary>
    public ModifiedNames With(string name)
    {
        if (_direct.Contains(name))
        {
            return this;
        }
        var more = new ModifiedNames { _model = _model, _scope = _scope };
        more._direct.UnionWith(_direct);
        more._direct.Add(name);
        more._through.UnionWith(_through);
        return more;
    }

    private void Mark(ExprSyntax target)
    {
        bool through = false;
        while (true)
        {
            switch (target)
            {
                case ParenthesizedExpr p:
                    target = p.Inner;
                    continue;
                case MemberExpr m:
                    through = true;
                    target = m.Base;
                    continue;
                case IndexExpr i:
                    through = true;
                    target = i.Base;
                    continue;
                case ConditionalExpr c:
                    Mark(c.Then);
                    target = c.Else;
                    continue;
                case BinaryExpr { Operator: "," } c:
                    target = c.Right;
                    continue;
                case CastExpr c:
                    target = c.Operand;
                    continue;
                case AssignExpr a:
                    target = a.Target;
                    continue;
                case PrefixExpr { Operator: "++" or "--" } p:
                    target = p.Operand;
                    continue;
                case NameExpr { Name.IsSimple: true } n:
                    (through ? _through : _direct).Add(n.Name.Last);
                    return;
                default:
                    return;
            }
        }
    }

    private void Visit(StmtSyntax? statement)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
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
                Mark(s.Range);
                Visit(s.Range);
                Visit(s.Body);
                break;
            case SwitchStmt s:
                Visit(s.Init);
                Visit(s.Condition);
                Visit(s.Body);
                break;
            case ReturnStmt s:
                Visit(s.Value);
                break;
            case AsmStmt s:
                foreach (var o in s.Outputs)
                {
                    if (o.Value is not null)
                    {
                        Mark(o.Value);
                    }
                }
                break;
            case TryStmt s:
                Visit(s.Body);
                break;
        }
    }

    private void Visit(ConditionSyntax? condition)
    {
        if (condition?.Declaration is { } d)
        {
            Visit(d);
        }
        Visit(condition?.Expression);
    }

    private void Visit(DeclSyntax declaration)
    {
        switch (declaration)
        {
            case VariableDecl v:
                foreach (var d in v.Variables)
                {
                    if (d.Type is ReferenceType && d.Initializer is not null)
                    {
                        Mark(d.Initializer is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : d.Initializer);
                    }
                    Visit(d.Initializer);
                }
                break;
            case StructuredBindingDecl b:
                Mark(b.Initializer);
                Visit(b.Initializer);
                break;
        }
    }

    private void Visit(EquatableArray<ExprSyntax> items)
    {
        foreach (var e in items)
        {
            Visit(e);
        }
    }

    private void Visit(ExprSyntax? expression)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case ParenthesizedExpr e:
                Visit(e.Inner);
                break;
            case PrefixExpr e:
                if (e.Operator is "++" or "--" or "&")
                {
                    Mark(e.Operand);
                }
                Visit(e.Operand);
                break;
            case PostfixExpr e:
                Mark(e.Operand);
                Visit(e.Operand);
                break;
            case BinaryExpr e:
                Visit(e.Left);
                Visit(e.Right);
                break;
            case AssignExpr e:
                Mark(e.Target);
                Visit(e.Target);
                Visit(e.Value);
                break;
            case ConditionalExpr e:
                Visit(e.Condition);
                Visit(e.Then);
                Visit(e.Else);
                break;
            case CallExpr e:
                VisitCall(e);
                break;
            case IndexExpr e:
                Visit(e.Base);
                Visit(e.Index);
                break;
            case MemberExpr e:
                Visit(e.Base);
                break;
            case CastExpr e:
                if (e.Type is ReferenceType)
                {
                    Mark(e.Operand);
                }
                Visit(e.Operand);
                break;
            case ConstructExpr e:
                Visit(e.Arguments);
                break;
            case BraceExpr e:
                Visit(e.Elements);
                break;
            case DesignatedExpr e:
                Visit(e.Value);
                break;
            case LambdaExpr e:
                foreach (var c in e.Captures)
                {
                    if (c.ByReference && c.Initializer is null && c.Name is not ("&" or "this"))
                    {
                        _direct.Add(c.Name);
                    }
                    else if (c.Initializer is { } init)
                    {
                        Visit(init);
                        if (c.ByReference)
                        {
                            Mark(init);
                        }
                    }
                }
                Visit(e.Body);
                break;
            case StatementExpr e:
                Visit(e.Body);
                break;
            case PackExpansionExpr e:
                Visit(e.Pattern);
                break;
        }
    }

    private void VisitCall(CallExpr call)
    {
        if (call.Callee is MemberExpr { Arrow: false } m)
        {
            Mark(m.Base);
        }
        Visit(call.Callee is NameExpr ? null : call.Callee);
        Visit(call.Arguments);
        var functions = call.Callee is NameExpr n ? Functions(n.Name) : null;
        for (int i = 0; i < call.Arguments.Count; i++)
        {
            // Built-in functions that write through an argument take its address, which marks it; only user functions take references.
            if (functions is null || functions.Any(f => TakesReference(f.Declaration, i)))
            {
                Mark(call.Arguments[i]);
            }
        }
    }

    // Null where nobody knows yet what is called: a method, a variable with operator().
    private List<FunctionSymbol>? Functions(NameSyntax name)
    {
        try
        {
            var functions = _model!.Find(name, _scope!).OfType<FunctionSymbol>().ToList();
            return functions.Count > 0 || CudaBuiltins.Knows(name.Last) && name.Last is not ("swap" or "move" or "forward") ? functions : null;
        }
        catch (LoweringException)
        {
            return null;
        }
    }

    private static bool TakesReference(FunctionDecl f, int i)
    {
        if (i >= f.Parameters.Count)
        {
            return f.Parameters.Count > 0 && f.Parameters[^1].Pack;
        }
        return f.Parameters[i].Type is ReferenceType { Target: not QualifiedType { Const: true } };
    }
}
