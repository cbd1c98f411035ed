using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>A kernel template that host code launches.</summary>
/// <param name="Block">The size of its blocks where it is a constant.</param>
internal sealed record LaunchedTemplate(FunctionSymbol Kernel, EquatableArray<TemplateValue> Arguments, Span At, (int X, int Y, int Z)? Block);

/// <summary>Finds which kernel templates host code launches, and with which arguments, through the templates of the host that it calls. Host types that nobody
/// knows are no obstacle: only the types of arguments are looked at, and only where deduction needs them.</summary>
internal sealed class LaunchDiscovery(SemanticModel model)
{
    // A template may call itself with other arguments for ever.
    private const int MostInstances = 1000;

    private readonly List<LaunchedTemplate> _found = [];
    private readonly HashSet<(FunctionSymbol, EquatableArray<TemplateValue>)> _entered = [];
    private Scope _scope = null!;

    public IReadOnlyList<LaunchedTemplate> Run()
    {
        foreach (var f in model.Functions.Where(f => !f.IsTemplate && IsOfHost(f)))
        {
            Visit(f, new Scope(null, f.Scope));
        }
        return _found;
    }

    private static bool IsOfHost(FunctionSymbol f) => f.Declaration.Body is not null && (!f.IsDevice || (f.Flags & Specifier.Host) != 0);

    private void Visit(FunctionSymbol f, Scope scope)
    {
        var outer = _scope;
        _scope = scope;
        foreach (var p in f.Declaration.Parameters)
        {
            Declare(p.Name, p.Type, null, p.Span);
        }
        Visit(f.Declaration.Body);
        _scope = outer;
    }

    /// <summary>A call of a template of the host's: what it launches depends on its arguments.</summary>
    private void Enter(CallExpr call)
    {
        if (call.Callee is not NameExpr name)
        {
            return;
        }
        foreach (var f in model.Lookup(name.Name, _scope.Namespace).OfType<FunctionSymbol>().Where(f => f.IsTemplate && !f.IsKernel && IsOfHost(f) && f.Span.Source is not { IsEmbedded: true }))
        {
            try
            {
                if (_entered.Count < MostInstances && Overloads.Deduce(model, f, name.Name.Segments[^1].Arguments, [.. call.Arguments.Select(TypeOf)], _scope) is { } arguments)
                {
                    var (symbol, specialised) = Overloads.Specialised(f, arguments);
                    if (symbol.Declaration.Body is not null && _entered.Add((symbol, specialised)))
                    {
                        Visit(symbol, ModuleLowerer.TemplateScope(symbol, specialised));
                    }
                }
            }
            catch (LoweringException)
            {
                // As below.
            }
        }
    }

    private void Declare(string name, TypeSyntax type, ExprSyntax? initializer, Span at, bool isConstexpr = false)
    {
        try
        {
            var bound = type is AutoType && initializer is not null
                ? new FunctionLowerer(model, _scope).TypeOfOperand(initializer)
                : ModuleLowerer.Decay(model.Types.Bind(type, _scope));
            bound = bound.Referred;
            var symbol = new LocalSymbol(name, at, bound) { Value = new Undefined(model.Types.Lower(bound, at)) };
            if ((bound.IsConst || isConstexpr) && bound.IsScalar && initializer is not null)
            {
                try
                {
                    var (_, value) = new FunctionLowerer(model, _scope).EvaluateConstant(initializer);
                    symbol.Constant = ConstantFolding.FoldTree(new Cast(model.Types.Lower(bound, at), value)) as Literal;
                }
                catch (LoweringException)
                {
                    // Not constant: only its type counts.
                }
            }
            _scope.Add(name, symbol);
        }
        catch (LoweringException)
        {
            // A host type we do not know; a launch that needs it will say so.
        }
    }

    private void Visit(StmtSyntax? statement)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        var outer = _scope;
        switch (statement)
        {
            case CompoundStmt s:
                _scope = _scope.Nested();
                foreach (var inner in s.Statements)
                {
                    Visit(inner);
                }
                _scope = outer;
                break;
            case DeclStmt { Declaration: VariableDecl v }:
                foreach (var d in v.Variables)
                {
                    Visit(d.Initializer);
                    Declare(d.Name.Last, d.Type, d.Initializer, d.Span, v.Specifiers.Has(Specifier.Constexpr));
                }
                break;
            case ExprStmt s:
                Visit(s.Expression);
                break;
            case ReturnStmt s:
                Visit(s.Value);
                break;
            case IfStmt s:
                Visit(s.Then);
                Visit(s.Else);
                break;
            case ForStmt s:
                _scope = _scope.Nested();
                Visit(s.Init);
                Visit(s.Body);
                _scope = outer;
                break;
            case WhileStmt s:
                Visit(s.Body);
                break;
            case DoStmt s:
                Visit(s.Body);
                break;
            case RangeForStmt s:
                Visit(s.Body);
                break;
            case SwitchStmt s:
                Visit(s.Body);
                break;
            case TryStmt s:
                Visit(s.Body);
                break;
        }
    }

    private void Visit(ExprSyntax? expression)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (expression)
        {
            case LaunchExpr launch:
                Add(launch);
                break;
            case ParenthesizedExpr e:
                Visit(e.Inner);
                break;
            case BinaryExpr e:
                Visit(e.Left);
                Visit(e.Right);
                break;
            case AssignExpr e:
                Visit(e.Value);
                break;
            case CastExpr e:
                Visit(e.Operand);
                break;
            case ConditionalExpr e:
                Visit(e.Then);
                Visit(e.Else);
                break;
            case LambdaExpr e:
                Visit(e.Body);
                break;
            case StatementExpr e:
                Visit(e.Body);
                break;
            case CallExpr e:
                Enter(e);
                foreach (var a in e.Arguments)
                {
                    Visit(a);
                }
                break;
        }
    }

    private void Add(LaunchExpr launch)
    {
        if (launch.Kernel is not NameExpr name)
        {
            return;
        }
        foreach (var kernel in model.Lookup(name.Name, _scope.Namespace).OfType<FunctionSymbol>().Where(f => f.IsKernel && f.IsTemplate && f.Declaration.Parameters.Count >= launch.Arguments.Count))
        {
            var types = launch.Arguments.Select(TypeOf).ToList();
            try
            {
                if (Overloads.Deduce(model, kernel, name.Name.Segments[^1].Arguments, types, _scope) is { } arguments)
                {
                    var (symbol, specialised) = Overloads.Specialised(kernel, arguments);
                    _found.Add(new LaunchedTemplate(symbol, specialised, launch.Span, BlockOf(launch)));
                }
            }
            catch (LoweringException)
            {
                // What cannot be deduced stays unlaunched and is listed.
            }
        }
    }

    /// <summary>The size of the blocks where it is a constant here.</summary>
    private (int X, int Y, int Z)? BlockOf(LaunchExpr launch)
    {
        IReadOnlyList<ExprSyntax> extents = launch.Configuration.Count < 2 ? [] : launch.Configuration[1] switch
        {
            ConstructExpr { Type: NamedType { Name.Last: "dim3" } } c => c.Arguments,
            CallExpr { Callee: NameExpr { Name.Last: "dim3" } } c => c.Arguments,
            var e => [e],
        };
        var sizes = extents.Select(Number).ToList();
        return sizes.Count is 0 or > 3 || sizes.Exists(n => n is not (> 0 and <= 1024)) ? null : ((int)sizes[0]!, sizes.Count > 1 ? (int)sizes[1]! : 1, sizes.Count > 2 ? (int)sizes[2]! : 1);
    }

    private long? Number(ExprSyntax expression)
    {
        try
        {
            return new FunctionLowerer(model, _scope).EvaluateConstant(expression) is ({ IsScalar: true }, { Type: ScalarType { IsFloat: false } } value) ? (long)Build.AsInt(value) : null;
        }
        catch (LoweringException)
        {
            return null;
        }
    }

    private CType? TypeOf(ExprSyntax argument)
    {
        try
        {
            return new FunctionLowerer(model, _scope).TypeOfOperand(argument);
        }
        catch (LoweringException)
        {
            return null;
        }
    }
}
