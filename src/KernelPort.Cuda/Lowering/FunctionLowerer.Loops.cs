using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Loops and switches.</content>
internal sealed partial class FunctionLowerer
{
    private void LowerLoop(ConditionSyntax? condition, StmtSyntax bodySyntax, ExprSyntax? step, PragmaSyntax? pragma)
    {
        var at = _at;
        EquatableArray<Stmt> body = [], continuing = [];
        InFrame(FrameKind.Loop, null, () =>
        {
            body = Capture(() =>
            {
                if (condition is not null)
                {
                    BreakUnless(condition);
                }
                InScope(() => Statement(bodySyntax));
            });
            continuing = step is null ? [] : Capture(() =>
            {
                _at = step.Span;
                Discard(step);
            });
        }, () => Emit(new Loop(body, continuing) { From = at, Unroll = UnrollFactor(pragma) }));
    }

    private void BreakUnless(ConditionSyntax condition)
    {
        if (condition.Expression is { } e && Unwrap(e) is BinaryExpr { Operator: "&&" } both && IsPlainLogic(both))
        {
            BreakUnless(new ConditionSyntax(both.Left.Span, both.Left, null));
            BreakUnless(new ConditionSyntax(both.Right.Span, both.Right, null));
            return;
        }
        var value = Condition(condition);
        if (value is Literal { Bits: 1 })
        {
            return;
        }
        Emit(new If(Not(value), [new Break()], []) { From = condition.Span });
    }

    private int? UnrollFactor(PragmaSyntax? pragma)
    {
        if (pragma is null)
        {
            return null;
        }
        return pragma.Factor is null ? 0 : (int)Build.AsInt(EvaluateConstant(pragma.Factor).Value);
    }

    private void LowerDo(DoStmt s)
    {
        var at = _at;
        EquatableArray<Stmt> body = [], continuing = [];
        InFrame(FrameKind.Loop, null, () =>
        {
            body = Capture(() => InScope(() => Statement(s.Body)));
            continuing = Capture(() =>
            {
                _at = s.Condition.Span;
                var value = Condition(s.Condition);
                if (value is not Literal { Bits: 1 })
                {
                    Emit(new If(Not(value), [new Break()], []));
                }
            });
        }, () => Emit(new Loop(body, continuing) { From = at, Unroll = UnrollFactor(s.Pragma) }));
    }

    private void LowerRangeFor(RangeForStmt s)
    {
        var range = s.Range is BraceExpr list ? Listed(list) : Lower(s.Range);
        if (range.Type is ClassCType)
        {
            RangeOver(s, range);
            return;
        }
        if (range.Type is not ArrayCType { Length: { } length } array || range.Place is not { } place || s.Variable is not VariableDecl { Variables.Count: 1 } v)
        {
            throw Unsupported(s.Span, "a range-based for over anything but an array");
        }
        var d = v.Variables[0];
        var element = _model.Types.Lower(array.Element, s.Span);
        var index = NewVariable("index", CType.Int, AddressSpace.Local, s.Span);
        Emit(new Store(index, Build.I32(0)));
        LetId read = NewLet("k", IrType.I32);
        var k = new LetRef(IrType.I32, read);
        EquatableArray<Stmt> body = [];
        InFrame(FrameKind.Loop, null, () => body = Capture(() =>
        {
            Emit(new Load(read, index));
            Emit(new If(new Binary(IrType.Bool, BinaryOp.Ge, k, Build.I32(length)), [new Break()], []));
            var at = Operand.At(array.Element, new Element(element, place, new Cast(IrType.I64, k)));
            var type = Contains<AutoType>(d.Type) ? SubstituteAuto(d.Type, array.Element) : _model.Types.Bind(d.Type, _scope);
            var symbol = new LocalSymbol(d.Name.Last, d.Span, type.Referred);
            if (type is ReferenceCType)
            {
                symbol.Place = at.Place;
            }
            else
            {
                symbol.Place = NewVariable(d.Name.Last, type.Unqualified, AddressSpace.Local, d.Span);
                Emit(new Store(symbol.Place, ConvertOperand(at, type, d.Span)));
            }
            Declare(symbol);
            InScope(() => Statement(s.Body));
        }), () => Emit(new Loop(body, Capture(() => Emit(new Store(index, new Binary(IrType.I32, BinaryOp.Add, k, Build.I32(1))))))));
    }

    /// <summary>`{a, b}` as a range: an array of the first one's type.</summary>
    private Operand Listed(BraceExpr list)
    {
        if (list.Elements.Count == 0 || list.Elements.Any(e => e is BraceExpr or PackExpansionExpr))
        {
            throw Unsupported(list.Span, "this initialiser list as a range");
        }
        var type = new ArrayCType(TypeOfOperand(list.Elements[0]).Unqualified, list.Elements.Count);
        var place = NewVariable("list", type, AddressSpace.Local, list.Span);
        Initialise(place, type, list);
        return Operand.At(type, place);
    }

    /// <summary>A range with begin() and end(): written as the loop that C++ says it is.</summary>
    private void RangeOver(RangeForStmt s, Operand range)
    {
        if (s.Variable is not VariableDecl { Variables: [var d] })
        {
            throw Unsupported(s.Span, "this range-based for");
        }
        var at = s.Range.Span;
        var place = range.Place is null ? InMemory(range, at) : range with { IsMoved = false };
        Declare(new LocalSymbol("range_object", at, place.Type) { Place = place.Place, Value = place.Value });
        Variable(Made("range_begin", Call("begin")), DeclSpecifiers.None);
        Variable(Made("range_end", Call("end")), DeclSpecifiers.None);
        var element = new VariableDecl(s.Span, DeclSpecifiers.None, [d with { InitStyle = "=", Initializer = new PrefixExpr(at, "*", Named("range_begin")) }]);
        var body = new CompoundStmt(s.Span, [new DeclStmt(s.Span, element), s.Body]);
        _modified = _modified.With("range_begin");
        LowerLoop(new ConditionSyntax(at, new BinaryExpr(at, "!=", Named("range_begin"), Named("range_end")), null), body, new PrefixExpr(at, "++", Named("range_begin")), null);

        CallExpr Call(string name) => new(at, new MemberExpr(at, Named("range_object"), false, Simple(name)), []);
        NameSyntax Simple(string name) => new(at, false, false, [new NameSegment(at, name, null)]);
        NameExpr Named(string name) => new(at, Simple(name));
        DeclaratorSyntax Made(string name, ExprSyntax init)
        {
            _modified = _modified.With(name);
            return new DeclaratorSyntax(at, new AutoType(at), Simple(name), "=", init, null);
        }
    }

    private void LowerSwitch(SwitchStmt s)
    {
        if (s.Init is not null)
        {
            Statement(s.Init);
        }
        var condition = s.Condition.Expression ?? throw Unsupported(s.Span, "a declaration as the condition of a switch");
        var operand = Lower(condition);
        var promoted = operand.Type is EnumCType e ? e.Symbol.Underlying : operand.Type;
        if (promoted is not ArithCType { Kind: <= Arith.ULongLong } integer)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(condition.Span, operand.Type.ToString(), "int"));
        }
        var type = Layout.Promote(integer);
        var value = ConvertOperand(operand, type, condition.Span);
        if (s.Body is not CompoundStmt body)
        {
            throw Unsupported(s.Span, "a switch whose body is no block");
        }
        var cases = new List<SwitchCase>();
        var labels = new List<ulong>();
        bool isDefault = false;
        bool open = false;
        var statements = new List<StmtSyntax>();
        InFrame(FrameKind.Switch, null, () =>
        {
            foreach (var inner in body.Statements)
            {
                if (inner is not CaseLabel label)
                {
                    if (!open)
                    {
                        throw Unsupported(inner.Span, "a statement before the first case label");
                    }
                    statements.Add(inner);
                    continue;
                }
                if (open && statements.Count > 0)
                {
                    Close();
                }
                open = true;
                if (label.Value is null)
                {
                    isDefault = true;
                }
                else
                {
                    AddLabels(label, type, labels);
                }
            }
            Close();
        }, () => Emit(new Switch(value, cases.ToEquatable()) { From = s.Condition.Span }));

        void Close()
        {
            var lowered = Capture(() => LowerSequence(statements));
            cases.Add(new SwitchCase(labels.ToEquatable(), isDefault, lowered));
            labels.Clear();
            isDefault = false;
            statements.Clear();
        }
    }

    private void AddLabels(CaseLabel label, ArithCType type, List<ulong> labels)
    {
        var (from, value) = EvaluateConstant(label.Value!);
        var first = (Literal)ConstantFolding.FoldTree(Convert(value, from, type, label.Span));
        if (label.UpTo is null)
        {
            labels.Add(first.Bits);
            return;
        }
        var (toType, toValue) = EvaluateConstant(label.UpTo);
        long last = Build.AsInt((Literal)ConstantFolding.FoldTree(Convert(toValue, toType, type, label.Span)));
        long start = Build.AsInt(first);
        if (last - start > 1024)
        {
            throw Unsupported(label.Span, "a case range of more than 1024 values");
        }
        for (long i = start; i <= last; i++)
        {
            labels.Add(Build.Int(first.Type, i).Bits);
        }
    }
}
