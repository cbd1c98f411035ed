using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

internal sealed partial class FunctionLowerer
{
    /// <summary>Stands for a name whose declaration failed, and is thrown where it is used.</summary>
    internal static readonly LoweringException Poisoned = new(SemanticRules.Undeclared.At(Span.None, ""));

    /// <summary>Lowers a statement; what is wrong in it is reported, and the next statement is looked at all the same.</summary>
    private void Statement(StmtSyntax statement)
    {
        using var level = Deeper(statement.Span);
        _at = statement.Span;
        try
        {
            StatementCore(statement);
        }
        catch (LoweringException e) when (_module is not null && _instance is not null)
        {
            _failed = true;
            if (ReferenceEquals(e, Poisoned))
            {
                // Its declaration was reported.
                return;
            }
            var diagnostic = e.Diagnostic.Span.Source is { IsEmbedded: true } && _module.UsersPlace() is { } users ? e.Diagnostic with { Span = users } : e.Diagnostic;
            _module.Bag.Add(_instance!.Symbol.IsTemplate ? diagnostic.Note(_instance.Symbol.Span, $"in the instantiation {_instance.SourceName}") : diagnostic);
        }
    }

    private void StatementCore(StmtSyntax statement)
    {
        switch (statement)
        {
            case CompoundStmt s:
                InScope(() => LowerSequence([.. s.Statements]));
                break;
            case ExprStmt s:
                Discard(s.Expression);
                break;
            case DeclStmt s:
                Declaration(s.Declaration);
                break;
            case IfStmt s:
                InScope(() => LowerIf(s));
                break;
            case ForStmt s:
                InScope(() =>
                {
                    if (s.Init is not null)
                    {
                        Statement(s.Init);
                    }
                    LowerLoop(s.Condition, s.Body, s.Step, s.Pragma);
                });
                break;
            case WhileStmt s:
                InScope(() => LowerLoop(s.Condition, s.Body, null, s.Pragma));
                break;
            case DoStmt s:
                LowerDo(s);
                break;
            case SwitchStmt s:
                InScope(() => LowerSwitch(s));
                break;
            case BreakStmt s:
                LowerBreak(s.Span);
                break;
            case ContinueStmt s:
                LowerContinue(s.Span);
                break;
            case ReturnStmt s:
                LowerReturn(s);
                break;
            case EmptyStmt:
                break;
            case CaseLabel s:
                throw Unsupported(s.Span, "a case label inside a nested statement");
            case LabelStmt:
                // A goto to it finds no frame.
                break;
            case GotoStmt s:
                LowerGoto(s);
                break;
            case AsmStmt { Meaning: { } meaning }:
                LowerAssembly(meaning);
                break;
            case AsmStmt s:
                throw Unsupported(s.Span, "inline assembly");
            case RangeForStmt s:
                InScope(() => LowerRangeFor(s));
                break;
            default:
                throw Unsupported(statement.Span, $"this kind of statement ({statement.GetType().Name})");
        }
    }

    private void LowerAssembly(CompoundStmt meaning)
    {
        var unknown = InlinePtx.Calls(meaning).FirstOrDefault(c => _model.Find(c.Name, _scope).Count == 0);
        if (unknown is not null)
        {
            throw Unsupported(unknown.Span, $"the PTX instruction behind '{unknown.Name.Last}'");
        }
        InScope(() => Statement(meaning));
    }

    private void InScope(Action lower)
    {
        var outer = _scope;
        int alive = _alive.Count;
        _scope = outer.Nested();
        try
        {
            lower();
            EndLives(alive);
        }
        finally
        {
            _scope = outer;
            _alive.RemoveRange(alive, _alive.Count - alive);
        }
    }

    private Expr Condition(ConditionSyntax condition)
    {
        if (condition.Declaration is VariableDecl { Variables.Count: 1 } d)
        {
            Declaration(d);
            var symbol = (LocalSymbol)_scope.Find(d.Variables[0].Name.Last)!;
            return Truth(Read(OperandOf(symbol), d.Span), symbol.Type, d.Span);
        }
        return Condition(condition.Expression ?? throw Unsupported(condition.Span, "this condition"));
    }

    private void LowerIf(IfStmt s)
    {
        if (s.Init is not null)
        {
            Statement(s.Init);
        }
        if (s.Constexpr)
        {
            bool taken = EvaluateConstant(s.Condition.Expression!).Value.Bits != 0;
            if (taken)
            {
                Statement(s.Then);
            }
            else if (s.Else is not null)
            {
                Statement(s.Else);
            }
            return;
        }
        if (s.Else is null && s.Condition.Expression is { } e && Unwrap(e) is BinaryExpr { Operator: "&&" } both && IsPlainLogic(both))
        {
            NestedIf(both, s);
            return;
        }
        var condition = Condition(s.Condition);
        var then = Capture(() => InScope(() => Statement(s.Then)));
        var otherwise = s.Else is null ? [] : Capture(() => InScope(() => Statement(s.Else)));
        Emit(new If(condition, then, otherwise) { From = s.Condition.Span });
    }

    /// <summary>`if (a &amp;&amp; b)` becomes two nested ifs where b needs statements of its own (a load).</summary>
    private void NestedIf(BinaryExpr both, IfStmt s)
    {
        var left = Condition(both.Left);
        Expr? right = null;
        var before = Capture(() => right = Condition(both.Right));
        var then = Capture(() => InScope(() => Statement(s.Then)));
        if (before.IsEmpty)
        {
            Emit(new If(new Binary(IrType.Bool, BinaryOp.LogicalAnd, left, right!) { From = both.Span }, then, []) { From = s.Condition.Span });
            return;
        }
        Emit(new If(left, [.. before, new If(right!, then, []) { From = both.Right.Span }], []) { From = s.Condition.Span });
    }

    private static ExprSyntax Unwrap(ExprSyntax e)
    {
        while (e is ParenthesizedExpr p)
        {
            e = p.Inner;
        }
        return e;
    }

    // An overloaded && is a call like any other.
    private bool IsPlainLogic(BinaryExpr e) => Plain(e.Left) && Plain(e.Right);

    private bool Plain(ExprSyntax e) => Unwrap(e) is LiteralSyntax || TypeOfOperand(e).IsScalar;

    private void LowerReturn(ReturnStmt s)
    {
        if (_instance is null)
        {
            throw Unsupported(s.Span, "a return here");
        }
        if (s.Value is null)
        {
            _instance.Return ??= CType.Void;
            EmitReturn(null, s.Span);
            return;
        }
        if (_instance.Return is null)
        {
            _instance.Return = _instance.Symbol.Declaration.ReturnType is ReferenceType
                ? new ReferenceCType(TypeOfOperand(s.Value), false)
                : DecayedType(TypeOfOperand(s.Value).Unqualified);
        }
        if (_instance.Return is VoidCType)
        {
            Discard(s.Value);
            EmitReturn(null, s.Span);
            return;
        }
        if (_instance.Return is ReferenceCType r)
        {
            var operand = LowerObject(s.Value);
            if (IsEmpty(r.Target, s.Span))
            {
                EmitReturn(null, s.Span);
                return;
            }
            if (operand.Place is null && operand.Local is { } local)
            {
                operand = operand with { Place = AddressNeeded(local, s.Span) };
            }
            if (operand.Type is ClassCType from && r.Target is ClassCType to && from.Symbol != to.Symbol)
            {
                operand = ToBase(operand, to.Symbol, s.Span);
            }
            EmitReturn(Generic(AddressOfPlace(operand.Place ?? throw new LoweringException(SemanticRules.NotAssignable.At(s.Span)), r.Target, s.Span)), s.Span);
            return;
        }
        if (IsEmpty(_instance.Return, s.Span))
        {
            if (s.Value is not BraceExpr)
            {
                Discard(s.Value);
            }
            EmitReturn(null, s.Span);
            return;
        }
        if (s.Value is BraceExpr b && _instance.Return is ClassCType)
        {
            var temporary = NewVariable("result", _instance.Return, AddressSpace.Local, s.Span);
            Initialise(temporary, _instance.Return, b);
            EmitReturn(Read(Operand.At(_instance.Return, temporary), s.Span), s.Span);
            return;
        }
        CheckDestructor(_instance.Return, s.Span);
        EmitReturn(Generic(ReadAs(s.Value, _instance.Return)), s.Span);
    }

    private void EmitReturn(Expr? value, Span at)
    {
        Destroy(0, at);
        Emit(new Return(value));
    }
}
