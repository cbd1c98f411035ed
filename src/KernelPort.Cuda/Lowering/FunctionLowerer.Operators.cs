using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>Operators on scalars, assignment, truth values.</content>
internal sealed partial class FunctionLowerer
{
    private static readonly Dictionary<string, BinaryOp> BinaryOps = new(StringComparer.Ordinal)
    {
        ["+"] = BinaryOp.Add, ["-"] = BinaryOp.Sub, ["*"] = BinaryOp.Mul, ["/"] = BinaryOp.Div, ["%"] = BinaryOp.Rem,
        ["&"] = BinaryOp.And, ["|"] = BinaryOp.Or, ["^"] = BinaryOp.Xor, ["<<"] = BinaryOp.Shl, [">>"] = BinaryOp.Shr,
        ["=="] = BinaryOp.Eq, ["!="] = BinaryOp.Ne, ["<"] = BinaryOp.Lt, ["<="] = BinaryOp.Le, [">"] = BinaryOp.Gt, [">="] = BinaryOp.Ge,
    };

    private Operand LowerPrefix(PrefixExpr e)
    {
        switch (e.Operator)
        {
            case "++" or "--":
                return LowerIncrement(e.Operand, e.Operator, e.Span, giveOld: false);
            case "*":
                return Dereference(Lower(e.Operand), e.Span);
            case "&":
                var place = LowerObject(e.Operand);
                if (place.Type is FunctionNameCType)
                {
                    return place;
                }
                if (place.Place is null && place.Local is { } local)
                {
                    place = place with { Place = AddressNeeded(local, e.Span) };
                }
                if (place.Bits is null && place.Place is null && IsEmpty(place.Type, e.Span))
                {
                    place = place with { Place = NewVariable("empty", place.Type.Unqualified, AddressSpace.Local, e.Span) };
                }
                if (place.Place is null)
                {
                    throw new LoweringException(SemanticRules.BadOperand.At(e.Span, "&", place.Bits is null ? place.Type.ToString() : $"{place.Type} bit-field"));
                }
                return Operand.Of(new PointerCType(place.Type), AddressOfPlace(place.Place, place.Type, e.Span));
            case "!":
                return Negation(e);
        }
        var operand = Lower(e.Operand);
        return operand.Type is ClassCType ? OperatorCall("operator" + e.Operator, [operand], e.Span) : PrefixOn(e.Operator, operand, e.Span);
    }

    private Operand PrefixOn(string op, Operand operand, Span at)
    {
        operand = Promoted(operand, at);
        if (operand.Type is EnumCType { Symbol.IsScoped: false } en)
        {
            operand = Operand.Of(en.Symbol.Underlying, ConvertOperand(operand, en.Symbol.Underlying, at));
        }
        if (operand.Type is not ArithCType arith || (op == "~" && arith.IsFloating))
        {
            throw new LoweringException(SemanticRules.BadOperand.At(at, op, operand.Type.ToString()));
        }
        var type = arith.IsFloating ? new ArithCType(arith.Kind) : Layout.Promote(arith);
        var value = ConvertOperand(operand, type, at);
        return Operand.Of(type, op switch
        {
            "-" => new Unary(UnaryOp.Negate, value) { From = at },
            "~" => new Unary(UnaryOp.BitNot, value) { From = at },
            _ => value,
        });
    }

    private Operand Negation(PrefixExpr e) =>
        Unwrap(e.Operand) is not LiteralSyntax && TypeOfOperand(e.Operand).Referred is ClassCType { Symbol: { IsBuiltin: false } c } && HasOperator("operator!", c)
            ? OperatorCall("operator!", [Lower(e.Operand)], e.Span)
            : Operand.Of(CType.Bool, Not(Condition(e.Operand)));

    private static Expr Not(Expr value) => value switch
    {
        Unary { Op: UnaryOp.LogicalNot } u => u.Operand,
        Literal l => Build.Bool(l.Bits == 0),
        // Turned round only where no NaN can make the two differ.
        Binary b when Build.IsComparison(b.Op) && (!b.Left.Type.IsFloat || b.Op is BinaryOp.Eq or BinaryOp.Ne) => b with { Op = Inverse(b.Op) },
        _ => new Unary(UnaryOp.LogicalNot, value) { From = value.From },
    };

    private static BinaryOp Inverse(BinaryOp op) => op switch
    {
        BinaryOp.Eq => BinaryOp.Ne,
        BinaryOp.Ne => BinaryOp.Eq,
        BinaryOp.Lt => BinaryOp.Ge,
        BinaryOp.Ge => BinaryOp.Lt,
        BinaryOp.Gt => BinaryOp.Le,
        _ => BinaryOp.Gt,
    };

    private Operand LowerIncrement(ExprSyntax target, string op, Span at, bool giveOld)
    {
        var operand = Lower(target);
        if (operand.Type is ClassCType)
        {
            return OperatorCall("operator" + op, giveOld ? [operand, Operand.Of(CType.Int, Build.I32(0))] : [operand], at);
        }
        var place = Writable(operand, target);
        var old = Read(operand, at);
        Expr updated;
        if (operand.Type is PointerCType)
        {
            updated = new PointerOffset(old, Build.I64(op == "++" ? 1 : -1)) { From = at };
        }
        else if (operand.Type is ArithCType arith)
        {
            var wide = arith.IsFloating ? arith.Unqualified : Layout.Promote(arith);
            var one = Convert(Build.I32(1), CType.Int, wide, at);
            var sum = new Binary(_model.Types.Lower(wide, at), op == "++" ? BinaryOp.Add : BinaryOp.Sub, Convert(old, operand.Type, wide, at), ConstantFolding.FoldTree(one)) { From = at };
            updated = Convert(sum, wide, operand.Type, at);
        }
        else
        {
            throw new LoweringException(SemanticRules.BadOperand.At(at, op, operand.Type.ToString()));
        }
        Assign(place, updated, at);
        return giveOld ? Operand.Of(operand.Type, old) : operand;
    }

    /// <summary>What may be stored into: a place or a bit-field.</summary>
    private Operand Writable(Operand operand, ExprSyntax target)
    {
        if (!operand.IsPlace)
        {
            if (operand.Local is { Constant: null } local && !local.Type.IsConst)
            {
                return operand with { Place = AddressNeeded(local, target.Span) };
            }
            bool named = Unwrap(target) is NameExpr;
            throw new LoweringException(named ? SemanticRules.ConstWrite.At(target.Span, ((NameExpr)Unwrap(target)).Name.Joined) : SemanticRules.NotAssignable.At(target.Span));
        }
        if (operand.Type.IsConst)
        {
            throw new LoweringException(SemanticRules.ConstWrite.At(target.Span, Unwrap(target) is NameExpr n ? n.Name.Joined : "this"));
        }
        return operand;
    }

    private Operand LowerAssign(AssignExpr e)
    {
        if (e.Operator == "=")
        {
            if (TypeOfOperand(e.Target) is ClassCType { Symbol: { IsBuiltin: false } assigned } && _model.MembersOf(assigned).Find("operator=") is MemberGroup { Members: var own } && own.Any(f => f is FunctionSymbol { IsDefaulted: false }))
            {
                return AssignClass(e, assigned);
            }
            if (Unwrap(e.Value) is BraceExpr braces)
            {
                var target = Lower(e.Target);
                if (IsEmpty(target.Type, e.Span))
                {
                    return target;
                }
                Assign(Writable(target, e.Target), ReadAs(braces, target.Type), e.Span);
                return target;
            }
            var source = Lower(e.Value);
            // The right side first, as C++17 has it; its value is fixed before the left side's effects.
            if (source.IsPlace && source.Type is not ArrayCType)
            {
                source = Fixed(source, e.Value.Span);
            }
            var left = LowerObject(e.Target);
            if (IsEmpty(left.Type, e.Span))
            {
                return left;
            }
            var value = ConvertOperand(source, left.Type, e.Value.Span);
            Assign(Writable(left, e.Target), Generic(value), e.Span);
            return left;
        }
        string op = e.Operator[..^1];
        var right = LowerArgument(e.Value);
        if (right.IsPlace && right.Type is not (ArrayCType or ClassCType))
        {
            right = Fixed(right, e.Value.Span);
        }
        var place = LowerObject(e.Target);
        if (place.Type is ClassCType || (right.Type is ClassCType && !CanConvert([right])))
        {
            return OperatorCall("operator" + e.Operator, [place, right], e.Span, [e.Target, e.Value]);
        }
        right = AsNumber(right);
        var writable = Writable(place, e.Target);
        var before = Fixed(place, e.Span);
        var result = Arithmetic(op, before, right, e.Span);
        Assign(writable, Generic(ConvertOperand(result, place.Type, e.Span)), e.Span);
        return place;
    }

    private Operand LowerBinary(BinaryExpr e)
    {
        switch (e.Operator)
        {
            case ",":
                Discard(e.Left);
                return Lower(e.Right);
            case "&&" or "||":
                if (Unwrap(e.Left) is not LiteralSyntax && TypeOfOperand(e.Left) is ClassCType { Symbol: var l } && HasOperator("operator" + e.Operator, l))
                {
                    return OperatorCall("operator" + e.Operator, [Lower(e.Left), LowerArgument(e.Right)], e.Span);
                }
                return Operand.Of(CType.Bool, Condition(e));
        }
        // A chain a + b + c … leans left and may be long: its left spine is walked in a loop.
        var spine = new Stack<BinaryExpr>();
        ExprSyntax leftmost = e;
        while (leftmost is BinaryExpr { Operator: not ("," or "&&" or "||") } b)
        {
            spine.Push(b);
            leftmost = b.Left;
        }
        var left = Lower(leftmost);
        while (spine.TryPop(out var node))
        {
            // Fixes the left value before the right side's effects.
            if (left.IsPlace && left.Type is not ArrayCType and not ClassCType)
            {
                left = Fixed(left, node.Left.Span);
            }
            var right = Lower(node.Right);
            bool overloaded = left.Type is ClassCType || right.Type is ClassCType || (left.Type is EnumCType && left.Type.Unqualified == right.Type.Unqualified && _model.Associated("operator" + node.Operator, [left.Type]).Any());
            left = overloaded
                ? OperatorCall("operator" + node.Operator, [left, right], node.Span, [node.Left, node.Right])
                : Arithmetic(node.Operator, left, right, node.Span);
        }
        return left;
    }

    private bool HasOperator(string name, ClassSymbol c) => _model.MembersOf(c).Find(name) is not null || _model.Associated(name, [new ClassCType(c)]).Any();

    /// <summary>`=` of a class that has its own.</summary>
    private Operand AssignClass(AssignExpr e, ClassSymbol c)
    {
        var target = Lower(e.Target);
        var source = LowerArgument(e.Value);
        var syntax = new NameSyntax(e.Span, false, false, [new NameSegment(e.Span, "operator=", null)]);
        var own = ((MemberGroup)_model.MembersOf(c).Find("operator=")!).Members.OfType<FunctionSymbol>().ToList();
        if (source.Type.Unqualified == target.Type.Unqualified && !own.Any(f => IsCopyAssignment(f, c)))
        {
            // The assignment of the same class is the one nobody wrote.
            return AssignWhole(target, source, e.Span);
        }
        return CallFunction(own, syntax, [source], [e.Value], e.Span, target);
    }

    private bool IsCopyAssignment(FunctionSymbol f, ClassSymbol c) =>
        !f.IsTemplate && f.Declaration.Parameters.Count == 1 && _model.Types.Bind(f.Declaration.Parameters[0].Type, f.Outer!).Referred is ClassCType p && p.Symbol == c;

    /// <summary>A binary operator on scalars, with the usual conversions.</summary>
    private Operand Arithmetic(string op, Operand left, Operand right, Span at)
    {
        left = Promoted(left, at);
        right = Promoted(right, at);
        var l = DecayedType(left.Type);
        var r = DecayedType(right.Type);
        if (l is PointerCType || r is PointerCType)
        {
            return PointerArithmetic(op, left, l, right, r, at);
        }
        if (l is EnumCType { Symbol.IsScoped: true } && l.Unqualified == r.Unqualified && BinaryOps.TryGetValue(op, out var same) && Build.IsComparison(same))
        {
            return Operand.Of(CType.Bool, new Binary(IrType.Bool, same, Read(left, at), Read(right, at)) { From = at });
        }
        var la = AsArithmetic(l);
        var ra = AsArithmetic(r);
        if (la is null || ra is null || !BinaryOps.TryGetValue(op, out var which))
        {
            throw new LoweringException(SemanticRules.BadOperands.At(at, op, left.Type.ToString(), right.Type.ToString()));
        }
        bool integersOnly = which is BinaryOp.Rem or BinaryOp.And or BinaryOp.Or or BinaryOp.Xor or BinaryOp.Shl or BinaryOp.Shr;
        if (integersOnly && (la.IsFloating || ra.IsFloating))
        {
            throw new LoweringException(SemanticRules.BadOperands.At(at, op, left.Type.ToString(), right.Type.ToString()));
        }
        if (which is BinaryOp.Shl or BinaryOp.Shr)
        {
            var type = Layout.Promote(la);
            var amount = Convert(ConvertOperand(right, Layout.Promote(ra), at), Layout.Promote(ra), CType.UInt, at);
            return Operand.Of(type, new Binary(Layout.Scalar(type), which, ConvertOperand(left, type, at), ConstantFolding.FoldTree(amount)) { From = at });
        }
        var common = Layout.Common(la, ra);
        var x = ConvertOperand(left, common, at);
        var y = ConvertOperand(right, common, at);
        if (which is BinaryOp.Div or BinaryOp.Rem && y is Literal { Bits: 0 } && !common.IsFloating)
        {
            _module?.Bag.Add(SemanticRules.DivisionByZeroConstant.At(at));
        }
        bool comparison = Build.IsComparison(which);
        return Operand.Of(comparison ? CType.Bool : common, new Binary(comparison ? IrType.Bool : Layout.Scalar(common), which, x, y) { From = at });
    }

    private static ArithCType? AsArithmetic(CType type) => type switch
    {
        ArithCType a => a,
        EnumCType { Symbol.IsScoped: false } e => (ArithCType)e.Symbol.Underlying,
        _ => null,
    };

    private Operand PointerArithmetic(string op, Operand left, CType l, Operand right, CType r, Span at)
    {
        if (op is "+" or "-" && l is PointerCType p && AsArithmetic(r) is { IsFloating: false })
        {
            var index = ConvertOperand(right, CType.Long, at);
            var pointer = Read(left, at);
            var offset = op == "+" ? index : ConstantFolding.FoldTree(new Unary(UnaryOp.Negate, index) { From = at });
            return Operand.Of(new PointerCType(p.Pointee), new PointerOffset(pointer, offset) { From = at });
        }
        if (op == "+" && r is PointerCType && AsArithmetic(l) is { IsFloating: false })
        {
            return PointerArithmetic(op, right, r, left, l, at);
        }
        bool comparison = BinaryOps.TryGetValue(op, out var which) && Build.IsComparison(which);
        if (op == "-" && l is PointerCType && r is PointerCType)
        {
            return Operand.Of(CType.Long, new PointerDifference(Generic(Read(left, at)), Generic(Read(right, at))) { From = at });
        }
        if (comparison)
        {
            var type = l is PointerCType ? l : r;
            // Only the addresses are compared: const on one side is no obstacle.
            bool both = l is PointerCType a && r is PointerCType b && a.Pointee.Unqualified == b.Pointee.Unqualified;
            var x = Generic(ConvertOperand(left, type, at, isExplicit: both));
            var y = Generic(ConvertOperand(right, type, at, isExplicit: both));
            return Operand.Of(CType.Bool, new Binary(IrType.Bool, which, x, y) { From = at });
        }
        throw new LoweringException(SemanticRules.BadOperands.At(at, op, left.Type.ToString(), right.Type.ToString()));
    }

    /// <summary>A truth value; `&amp;&amp;` and `||` look at their right side only where they must.</summary>
    private Expr Condition(ExprSyntax expression)
    {
        var e = Unwrap(expression);
        if (e is PrefixExpr { Operator: "!" } not)
        {
            return ConvertOperand(Negation(not), CType.Bool, e.Span);
        }
        if (e is not BinaryExpr { Operator: "&&" or "||" } logic)
        {
            if (e is LiteralSyntax { Kind: LiteralKind.String })
            {
                // assert(ok && "why"): a string's address is never null.
                return Build.Bool(true);
            }
            var operand = Lower(e);
            return operand.Type is ClassCType ? ConvertOperand(operand, CType.Bool, e.Span, isExplicit: true) : Truth(Read(operand, e.Span), operand.Type, e.Span);
        }
        if (Unwrap(logic.Left) is not LiteralSyntax && TypeOfOperand(logic.Left) is ClassCType { Symbol: var overloads } && HasOperator("operator" + logic.Operator, overloads))
        {
            var called = OperatorCall("operator" + logic.Operator, [Lower(logic.Left), LowerArgument(logic.Right)], e.Span);
            return ConvertOperand(called, CType.Bool, e.Span);
        }
        bool and = logic.Operator == "&&";
        var left = Condition(logic.Left);
        Expr? right = null;
        // Only the side that decides is looked at where the left one is known: constants of templates guard each other.
        if (ConstantFolding.FoldTree(left) is Literal known && _current.Count == 0 && (known.Bits != 0) != and)
        {
            return Build.Bool(!and);
        }
        var before = Capture(() => right = Condition(logic.Right));
        if (before.IsEmpty)
        {
            return new Binary(IrType.Bool, and ? BinaryOp.LogicalAnd : BinaryOp.LogicalOr, left, right!) { From = e.Span };
        }
        var result = NewVariable(and ? "both" : "either", CType.Bool, AddressSpace.Local, e.Span);
        Emit(new Store(result, left));
        EquatableArray<Stmt> look = [.. before, new Store(result, right!) { From = logic.Right.Span }];
        var test = new LetRef(IrType.Bool, NewLet("t", IrType.Bool));
        Emit(new Load(test.Id, result));
        Emit(new If(and ? test : Not(test), look, []) { From = e.Span });
        return Read(Operand.At(CType.Bool, result), e.Span);
    }

    private Expr Truth(Expr value, CType type, Span at)
    {
        if (value.Type == IrType.Bool)
        {
            return value;
        }
        if (type is ArrayCType)
        {
            return Build.Bool(true);
        }
        if (type is ClassCType)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(at, type.ToString(), "bool"));
        }
        value = Generic(value);
        return new Binary(IrType.Bool, BinaryOp.Ne, value, new Literal(value.Type, 0)) { From = at };
    }
}
