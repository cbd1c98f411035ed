using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Lowering;

/// <summary>Which names a function body assigns, increments, binds to references or takes the address of. By name only, so a shadowed name
/// counts for all: what is not listed here can safely be a value that never changes.</summary>
internal sealed class ModifiedNames : SyntaxWalker
{
    public static readonly ModifiedNames None = new();

    private readonly HashSet<string> _direct = new(StringComparer.Ordinal);
    private readonly HashSet<string> _through = new(StringComparer.Ordinal);
    private bool _all;
    private SemanticModel? _model;
    private Scope? _scope;

    public static ModifiedNames In(StmtSyntax body, SemanticModel model, Scope scope, IEnumerable<string> known)
    {
        var names = new ModifiedNames { _model = model, _scope = scope };
        names._direct.UnionWith(known);
        names.Walk(body);
        return names;
    }

    /// <summary>Whether a variable of this name and type must live in memory.</summary>
    public bool Touches(string name, CType type) => _all || _direct.Contains(name) || (type is not PointerCType && _through.Contains(name));

    /// <summary>The same with one more name.</summary>
    public ModifiedNames With(string name)
    {
        if (_direct.Contains(name))
        {
            return this;
        }
        var more = new ModifiedNames { _model = _model, _scope = _scope, _all = _all };
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

    protected override void Enter(StmtSyntax statement)
    {
        switch (statement)
        {
            case GotoStmt:
                // A value named in a part that is jumped over would not be there behind it.
                _all = true;
                break;
            case RangeForStmt s:
                Mark(s.Range);
                break;
            case AsmStmt s:
                foreach (var o in s.Outputs.Where(o => o.Value is not null))
                {
                    Mark(o.Value!);
                }
                break;
        }
    }

    protected override void Enter(DeclaratorSyntax variable, DeclSpecifiers specifiers)
    {
        if (variable is { Type: ReferenceType, Initializer: { } target })
        {
            Mark(target is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : target);
        }
    }

    protected override void Enter(StructuredBindingDecl binding) => Mark(binding.Initializer);

    protected override void Enter(ExprSyntax expression)
    {
        switch (expression)
        {
            case PrefixExpr { Operator: "++" or "--" or "&" } e:
                Mark(e.Operand);
                break;
            case PostfixExpr e:
                Mark(e.Operand);
                break;
            case AssignExpr e:
                Mark(e.Target);
                break;
            case CastExpr { Type: ReferenceType } e:
                Mark(e.Operand);
                break;
            case CallExpr e:
                MarkCall(e);
                break;
            case LambdaExpr e:
                foreach (var c in e.Captures.Where(c => c.ByReference))
                {
                    MarkCapture(c);
                }
                break;
        }
    }

    private void MarkCapture(CaptureSyntax capture)
    {
        if (capture.Initializer is { } target)
        {
            Mark(target);
        }
        else if (capture.Name is not ("&" or "this"))
        {
            _direct.Add(capture.Name);
        }
    }

    private void MarkCall(CallExpr call)
    {
        if (call.Callee is MemberExpr { Arrow: false } m)
        {
            Mark(m.Base);
        }
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
