using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>Finds which kernel templates host code launches, and with which arguments. Host types that nobody knows are no obstacle: only the
/// types of launch arguments are looked at, and only where deduction needs them.</summary>
internal sealed class LaunchDiscovery(SemanticModel model)
{
    private readonly List<(FunctionSymbol Kernel, EquatableArray<TemplateValue> Arguments, Span At)> _found = [];
    private Scope _scope = null!;

    public IReadOnlyList<(FunctionSymbol Kernel, EquatableArray<TemplateValue> Arguments, Span At)> Run()
    {
        foreach (var f in model.Functions)
        {
            if (f.IsTemplate || f.Declaration.Body is null || (f.IsDevice && (f.Flags & Specifier.Host) == 0))
            {
                continue;
            }
            _scope = new Scope(null, f.Scope);
            foreach (var p in f.Declaration.Parameters)
            {
                Declare(p.Name, p.Type, null, p.Span);
            }
            Visit(f.Declaration.Body);
        }
        return _found;
    }

    private void Declare(string name, TypeSyntax type, ExprSyntax? initializer, Span at)
    {
        try
        {
            var bound = type is AutoType && initializer is not null
                ? new FunctionLowerer(model, _scope).TypeOfOperand(initializer)
                : ModuleLowerer.Decay(model.Types.Bind(type, _scope));
            bound = bound.Referred;
            var symbol = new LocalSymbol(name, at, bound) { Value = new Undefined(model.Types.Lower(bound, at)) };
            if (bound.IsConst && bound.IsScalar && initializer is not null)
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
                    Declare(d.Name.Last, d.Type, d.Initializer, d.Span);
                }
                break;
            case ExprStmt s:
                Visit(s.Expression);
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
        switch (expression)
        {
            case LaunchExpr launch:
                Add(launch);
                break;
            case ParenthesizedExpr e:
                Visit(e.Inner);
                break;
            case BinaryExpr { Operator: "," } e:
                Visit(e.Left);
                Visit(e.Right);
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
                    _found.Add((symbol, specialised, launch.Span));
                }
            }
            catch (LoweringException)
            {
                // What cannot be deduced stays unlaunched and is listed.
            }
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
