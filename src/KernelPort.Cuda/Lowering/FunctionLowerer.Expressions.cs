using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

internal sealed partial class FunctionLowerer
{
    private static readonly Dictionary<string, BinaryOp> BinaryOps = new(StringComparer.Ordinal)
    {
        ["+"] = BinaryOp.Add, ["-"] = BinaryOp.Sub, ["*"] = BinaryOp.Mul, ["/"] = BinaryOp.Div, ["%"] = BinaryOp.Rem,
        ["&"] = BinaryOp.And, ["|"] = BinaryOp.Or, ["^"] = BinaryOp.Xor, ["<<"] = BinaryOp.Shl, [">>"] = BinaryOp.Shr,
        ["=="] = BinaryOp.Eq, ["!="] = BinaryOp.Ne, ["<"] = BinaryOp.Lt, ["<="] = BinaryOp.Le, [">"] = BinaryOp.Gt, [">="] = BinaryOp.Ge,
    };

    /// <summary>Lowers an expression to a place or a value.</summary>
    private Operand Lower(ExprSyntax expression)
    {
        GuardDepth(expression.Span);
        switch (expression)
        {
            case ParenthesizedExpr e:
                return Lower(e.Inner);
            case LiteralSyntax e:
                var (type, literal) = Literals.Parse(e);
                return Operand.Of(type, literal with { From = e.Span });
            case NameExpr e:
                return LowerName(e);
            case PrefixExpr e:
                return LowerPrefix(e);
            case PostfixExpr e:
                return LowerIncrement(e.Operand, e.Operator, e.Span, giveOld: true);
            case BinaryExpr e:
                return LowerBinary(e);
            case AssignExpr e:
                return LowerAssign(e);
            case ConditionalExpr e:
                return LowerConditional(e);
            case CallExpr e:
                return LowerCall(e);
            case IndexExpr e:
                return LowerIndex(e);
            case MemberExpr e:
                return LowerMember(e);
            case CastExpr e:
                return LowerCast(e);
            case ConstructExpr e:
                return LowerConstruct(_model.Types.Bind(e.Type, _scope), e.Arguments, e.Span);
            case SizeofExpr e:
                return LowerSizeof(e);
            case UnsupportedExpr e:
                throw Unsupported(e.Span, e.What);
            default:
                throw Unsupported(expression.Span, $"this kind of expression ({expression.GetType().Name})");
        }
    }

    private void Discard(ExprSyntax expression)
    {
        if (expression is BinaryExpr { Operator: "," } comma)
        {
            Discard(comma.Left);
            Discard(comma.Right);
            return;
        }
        if (Unwrap(expression) is PostfixExpr p)
        {
            LowerIncrement(p.Operand, p.Operator, p.Span, giveOld: false);
            return;
        }
        Lower(expression);
    }

    /// <summary>The value of an operand; an array gives the address of its first element.</summary>
    private Expr Read(Operand operand, Span at)
    {
        if (operand.Value is { } value)
        {
            return value;
        }
        if (operand.Place is not { } place)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(at, operand.Type.ToString(), "a value"));
        }
        if (operand.Type is ArrayCType array)
        {
            return Decay(place, array, at);
        }
        var id = NewLet(NameFor(place), place.Type);
        Emit(new Load(id, place) { Volatile = operand.Type.IsVolatile, From = at });
        return new LetRef(place.Type, id) { From = at };
    }

    private string NameFor(Place place) => place is VariablePlace v ? _variables[v.Id.Index].Name : "t";

    private Expr Decay(Place place, ArrayCType array, Span at)
    {
        var element = _model.Types.Lower(array.Element, at);
        return new AddressOf(new PointerType(element, SpaceOf(place)), new Element(element, place, Build.I64(0))) { From = at };
    }

    private AddressSpace SpaceOf(Place place) => place switch
    {
        VariablePlace v => _variables[v.Id.Index].Space,
        GlobalPlace => AddressSpace.Generic,
        Deref d => ((PointerType)d.Pointer.Type).Space,
        Element e => SpaceOf(e.Base),
        Member m => SpaceOf(m.Base),
        _ => AddressSpace.Generic,
    };

    private AddressOf AddressOfPlace(Place place, CType type, Span at) => new(new PointerType(_model.Types.Lower(type, at), SpaceOf(place)), place) { From = at };

    /// <summary>A pointer without its address space, for where pointers of several spaces meet.</summary>
    private static Expr Generic(Expr value) => value.Type is PointerType { Space: not AddressSpace.Generic } p ? new Cast(p with { Space = AddressSpace.Generic }, value) { From = value.From } : value;

    private Expr ReadAs(ExprSyntax expression, CType type)
    {
        if (expression is BraceExpr b)
        {
            return LowerConstruct(type, b.Elements, b.Span) is { } made ? Read(made, b.Span) : throw Unsupported(b.Span, "this initialiser list");
        }
        return ConvertOperand(Lower(expression), type, expression.Span);
    }

    private Operand OperandOf(LocalSymbol symbol) =>
        symbol.Constant is { } constant ? Operand.Of(symbol.Type, constant)
        : symbol.Place is { } place ? Operand.At(symbol.Type, place)
        : Operand.Of(symbol.Type, symbol.Value!);

    private Operand LowerName(NameExpr e)
    {
        var name = e.Name;
        if (name.IsSimple && _scope.Find(name.Last) is { } found)
        {
            switch (found)
            {
                case LocalSymbol local:
                    var operand = OperandOf(local);
                    return operand.Value is { } v ? operand with { Value = v with { From = e.Span } } : operand;
                case TemplateValue { Value: { } value }:
                    return Operand.Of(CTypeOfLiteral(value), value with { From = e.Span });
                case EnumeratorSymbol x:
                    return EnumeratorOperand(x, e.Span);
                case LoweringException poisoned:
                    throw poisoned;
            }
        }
        foreach (var symbol in LookupAll(name))
        {
            switch (symbol)
            {
                case EnumeratorSymbol x:
                    return EnumeratorOperand(x, e.Span);
                case GlobalSymbol x:
                    return LowerGlobal(x, e.Span);
            }
        }
        if (name.IsSimple && name.Last == "warpSize")
        {
            return Operand.Of(CType.Int, new Cast(IrType.I32, new CoordinateOf(Coordinate.WarpSize) { From = e.Span }) { From = e.Span });
        }
        if (name.IsSimple && Coordinates.Base(name.Last) is { } first)
        {
            return WholeCoordinate(first, name.Last.EndsWith("Dim", StringComparison.Ordinal) ? "dim3" : "uint3", e.Span);
        }
        throw new LoweringException(SemanticRules.Undeclared.At(e.Span, name.Joined));
    }

    private List<Symbol> LookupAll(NameSyntax name)
    {
        if (name.Segments.Count == 2 && _scope.Find(name.Segments[0].Identifier) is EnumSymbol local && local.Members.TryGetValue(name.Last, out var member))
        {
            return [member];
        }
        return _model.Lookup(name, _scope.Namespace);
    }

    private Operand EnumeratorOperand(EnumeratorSymbol x, Span at) =>
        Operand.Of(new EnumCType(x.Enum), Build.Int(_model.Types.Lower(x.Enum.Underlying, at), x.Value) with { From = at });

    private static CType CTypeOfLiteral(Literal value) => ((ScalarType)value.Type).Kind switch
    {
        Scalar.Bool => CType.Bool,
        Scalar.I8 => CType.Char,
        Scalar.U8 => new ArithCType(Arith.UChar),
        Scalar.I16 => new ArithCType(Arith.Short),
        Scalar.U16 => new ArithCType(Arith.UShort),
        Scalar.I32 => CType.Int,
        Scalar.U32 => CType.UInt,
        Scalar.I64 => CType.Long,
        Scalar.U64 => CType.ULong,
        Scalar.F32 => CType.Float,
        _ => CType.Double,
    };

    private Operand WholeCoordinate(Coordinate first, string structName, Span at)
    {
        var type = BuiltinClass(structName, at);
        var parts = Enumerable.Range(0, 3).Select(i => (Expr)new CoordinateOf(first + i)).ToEquatable();
        return Operand.Of(type, new Aggregate(_model.Types.Lower(type, at), parts) { From = at });
    }

    private ClassCType BuiltinClass(string name, Span at) =>
        _model.Global.Members.TryGetValue(name, out var list) && list.OfType<ClassSymbol>().FirstOrDefault() is { } symbol
            ? new ClassCType(symbol)
            : throw new LoweringException(SemanticRules.UnknownType.At(at, name));

    private Operand LowerGlobal(GlobalSymbol g, Span at)
    {
        if (g.IsDevice)
        {
            if (_module is null)
            {
                // In a constant or a type only: there is no module to put it in.
                g.Type ??= BindVariableType(g.Declarator, new Scope(null, g.Scope));
                return Operand.At(g.Type, new GlobalPlace(_model.Types.Lower(g.Type, at), g.Name));
            }
            var (type, place) = _module.GlobalVariable(g);
            return Operand.At(type, place);
        }
        if (ConstantOf(g) is { } constant)
        {
            return Operand.Of(g.Type!, constant with { From = at });
        }
        throw new LoweringException(SemanticRules.HostCallInDevice.At(at, g.Name));
    }

    /// <summary>The value of a const or constexpr host variable with a constant initialiser, which device code may use.</summary>
    private Literal? ConstantOf(GlobalSymbol g)
    {
        if (g.Constant is null)
        {
            g.Constant = GlobalSymbol.NotConstant;
            var scope = new Scope(null, g.Scope);
            var inner = new FunctionLowerer(_model, scope);
            if (g.Declarator.Initializer is { } written)
            {
                var init = written is BraceExpr { Elements.Count: 1 } b ? b.Elements[0] : written;
                g.Type = Contains<AutoType>(g.Declarator.Type) ? inner.TypeOfOperand(init).Const() : _model.Types.Bind(g.Declarator.Type, scope);
                if ((g.Type.IsConst || g.Specifiers.Has(Specifier.Constexpr)) && g.Type.IsScalar && inner.TryConstant(init) is { } value)
                {
                    var from = inner.TypeOfOperand(init);
                    g.Constant = ConstantFolding.FoldTree(inner.Convert(value, from, g.Type, init.Span));
                }
            }
        }
        return g.Constant as Literal;
    }

    private Operand LowerPrefix(PrefixExpr e)
    {
        switch (e.Operator)
        {
            case "++" or "--":
                return LowerIncrement(e.Operand, e.Operator, e.Span, giveOld: false);
            case "*":
                return Dereference(Lower(e.Operand), e.Span);
            case "&":
                var place = Lower(e.Operand);
                if (place.Place is null)
                {
                    throw new LoweringException(SemanticRules.BadOperand.At(e.Span, "&", place.Type.ToString()));
                }
                return Operand.Of(new PointerCType(place.Type), AddressOfPlace(place.Place, place.Type, e.Span));
            case "!":
                return Operand.Of(CType.Bool, Not(Condition(e.Operand)));
        }
        var operand = Lower(e.Operand);
        if (operand.Type is ClassCType)
        {
            return OperatorCall("operator" + e.Operator, [operand], e.Span);
        }
        if (operand.Type is EnumCType { Symbol.IsScoped: false } en)
        {
            operand = Operand.Of(en.Symbol.Underlying, ConvertOperand(operand, en.Symbol.Underlying, e.Span));
        }
        if (operand.Type is not ArithCType arith || (e.Operator == "~" && arith.IsFloating))
        {
            throw new LoweringException(SemanticRules.BadOperand.At(e.Span, e.Operator, operand.Type.ToString()));
        }
        var type = arith.IsFloating ? new ArithCType(arith.Kind) : Layout.Promote(arith);
        var value = ConvertOperand(operand, type, e.Span);
        return Operand.Of(type, e.Operator switch
        {
            "-" => new Unary(UnaryOp.Negate, value) { From = e.Span },
            "~" => new Unary(UnaryOp.BitNot, value) { From = e.Span },
            _ => value,
        });
    }

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

    private Operand Dereference(Operand operand, Span at)
    {
        var type = operand.Type is ArrayCType a ? new PointerCType(a.Element) : operand.Type;
        if (type is not PointerCType p)
        {
            throw new LoweringException(SemanticRules.BadOperand.At(at, "*", operand.Type.ToString()));
        }
        var pointer = Read(operand, at);
        return Operand.At(p.Pointee, new Deref(((PointerType)pointer.Type).Pointee, pointer));
    }

    private Operand LowerIncrement(ExprSyntax target, string op, Span at, bool giveOld)
    {
        var operand = Lower(target);
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
        Emit(new Store(place, updated) { Volatile = operand.Type.IsVolatile, From = at });
        return giveOld ? Operand.Of(operand.Type, old) : operand;
    }

    private Place Writable(Operand operand, ExprSyntax target)
    {
        if (operand.Place is not { } place)
        {
            bool named = Unwrap(target) is NameExpr;
            throw new LoweringException(named ? SemanticRules.ConstWrite.At(target.Span, ((NameExpr)Unwrap(target)).Name.Joined) : SemanticRules.NotAssignable.At(target.Span));
        }
        if (operand.Type.IsConst)
        {
            throw new LoweringException(SemanticRules.ConstWrite.At(target.Span, Unwrap(target) is NameExpr n ? n.Name.Joined : "this"));
        }
        return place;
    }

    private Operand LowerAssign(AssignExpr e)
    {
        if (e.Operator == "=")
        {
            if (Unwrap(e.Value) is BraceExpr braces)
            {
                var target = Lower(e.Target);
                Emit(new Store(Writable(target, e.Target), ReadAs(braces, target.Type)) { From = e.Span });
                return target;
            }
            var source = Lower(e.Value);
            // The right side first, as C++17 has it; its value is fixed before the left side's effects.
            if (source.Place is not null && source.Type is not ArrayCType)
            {
                source = Operand.Of(source.Type, Read(source, e.Value.Span));
            }
            var left = Lower(e.Target);
            var value = ConvertOperand(source, left.Type, e.Value.Span);
            Emit(new Store(Writable(left, e.Target), Generic(value)) { Volatile = left.Type.IsVolatile, From = e.Span });
            return left;
        }
        string op = e.Operator[..^1];
        var right = Lower(e.Value);
        if (right.Place is not null && right.Type is not ArrayCType)
        {
            right = Operand.Of(right.Type, Read(right, e.Value.Span));
        }
        var place = Lower(e.Target);
        if (place.Type is ClassCType)
        {
            return OperatorCall("operator" + e.Operator, [place, right], e.Span);
        }
        var writable = Writable(place, e.Target);
        var before = Operand.Of(place.Type, Read(place, e.Span));
        var result = Arithmetic(op, before, right, e.Span);
        Emit(new Store(writable, Generic(ConvertOperand(result, place.Type, e.Span))) { Volatile = place.Type.IsVolatile, From = e.Span });
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
            if (left.Place is not null && left.Type is not ArrayCType and not ClassCType)
            {
                left = Operand.Of(left.Type, Read(left, node.Left.Span));
            }
            var right = Lower(node.Right);
            left = left.Type is ClassCType || right.Type is ClassCType
                ? OperatorCall("operator" + node.Operator, [left, right], node.Span)
                : Arithmetic(node.Operator, left, right, node.Span);
        }
        return left;
    }

    /// <summary>A binary operator on scalars, with the usual conversions.</summary>
    private Operand Arithmetic(string op, Operand left, Operand right, Span at)
    {
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

    private static CType DecayedType(CType type) => type is ArrayCType a ? new PointerCType(a.Element) : type.Unqualified;

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
            var x = Generic(ConvertOperand(left, type, at));
            var y = Generic(ConvertOperand(right, type, at));
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
            return Not(Condition(not.Operand));
        }
        if (e is not BinaryExpr { Operator: "&&" or "||" } logic)
        {
            var operand = Lower(e);
            return Truth(Read(operand, e.Span), operand.Type, e.Span);
        }
        bool and = logic.Operator == "&&";
        var left = Condition(logic.Left);
        Expr? right = null;
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

    private Operand LowerConditional(ConditionalExpr e)
    {
        var condition = Condition(e.Condition);
        if (ConstantFolding.FoldTree(condition) is Literal known)
        {
            var thenType = TypeOfOperand(e.Then);
            var elseType = TypeOfOperand(e.Else);
            var chosen = Lower(known.Bits != 0 ? e.Then : e.Else);
            return thenType == elseType ? chosen : Operand.Of(CommonType(thenType, elseType, e.Span), ConvertOperand(chosen, CommonType(thenType, elseType, e.Span), e.Span));
        }
        var type = CommonType(TypeOfOperand(e.Then), TypeOfOperand(e.Else), e.Span);
        if (type is VoidCType)
        {
            Emit(new If(condition, Capture(() => Discard(e.Then)), Capture(() => Discard(e.Else))) { From = e.Span });
            return Operand.Nothing;
        }
        Expr? then = null;
        Expr? otherwise = null;
        var thenStatements = Capture(() => then = Generic(ReadAs(e.Then, type)));
        var elseStatements = Capture(() => otherwise = Generic(ReadAs(e.Else, type)));
        if (thenStatements.IsEmpty && elseStatements.IsEmpty)
        {
            return Operand.Of(type, new Select(condition, then!, otherwise!) { From = e.Span });
        }
        var result = NewVariable("chosen", type, AddressSpace.Local, e.Span);
        Emit(new If(condition, [.. thenStatements, new Store(result, then!)], [.. elseStatements, new Store(result, otherwise!)]) { From = e.Span });
        return Operand.Of(type, Read(Operand.At(type, result), e.Span));
    }

    private CType CommonType(CType a, CType b, Span at)
    {
        a = DecayedType(a);
        b = DecayedType(b);
        if (a == b)
        {
            return a;
        }
        if (AsArithmetic(a) is { } x && AsArithmetic(b) is { } y)
        {
            return Layout.Common(x, y);
        }
        if (a is PointerCType pa && b is PointerCType pb)
        {
            // A null pointer literal has the type void *.
            return pa.Pointee is VoidCType ? b : pb.Pointee is VoidCType ? a : new PointerCType(pa.Pointee.Unqualified == pb.Pointee.Unqualified ? pa.Pointee.Const() : throw Mismatch());
        }
        if (a is PointerCType && b.IsInteger)
        {
            return a;
        }
        if (b is PointerCType && a.IsInteger)
        {
            return b;
        }
        throw Mismatch();

        LoweringException Mismatch() => new(SemanticRules.BadOperands.At(at, "?:", a.ToString(), b.ToString()));
    }

    private Operand LowerIndex(IndexExpr e)
    {
        var @base = Lower(e.Base);
        var index = Lower(e.Index);
        if (DecayedType(@base.Type) is not PointerCType && DecayedType(index.Type) is PointerCType)
        {
            (@base, index) = (index, @base);
        }
        var i = ConvertOperand(index, CType.Long, e.Index.Span);
        if (@base.Type is ArrayCType array && @base.Place is { } place)
        {
            return Operand.At(array.Element.Qualified(array.IsConst || @base.Type.IsConst, false), new Element(_model.Types.Lower(array.Element, e.Span), place, i));
        }
        if (@base.Type is PointerCType p)
        {
            var pointer = Read(@base, e.Base.Span);
            var moved = i is Literal { Bits: 0 } ? pointer : new PointerOffset(pointer, i) { From = e.Span };
            return Operand.At(p.Pointee, new Deref(((PointerType)pointer.Type).Pointee, moved));
        }
        throw new LoweringException(SemanticRules.BadOperand.At(e.Span, "[]", @base.Type.ToString()));
    }

    private Operand LowerMember(MemberExpr e)
    {
        string name = e.Member.Last;
        if (!e.Arrow && e.Base is NameExpr { Name.IsSimple: true } n && Coordinates.Base(n.Name.Last) is { } first && _scope.Find(n.Name.Last) is null
            && name is "x" or "y" or "z")
        {
            var which = first + (name[0] - 'x');
            return Operand.Of(CType.UInt, new CoordinateOf(which) { From = e.Span });
        }
        var @base = Lower(e.Base);
        if (e.Arrow)
        {
            @base = Dereference(@base, e.Span);
        }
        if (@base.Type is not ClassCType c)
        {
            throw new LoweringException(SemanticRules.NoMember.At(e.Member.Span, @base.Type.ToString(), name));
        }
        var layout = _model.Types.Struct(c.Symbol, e.Span);
        var field = c.Symbol.Fields.FirstOrDefault(f => f.Name == name)
            ?? throw new LoweringException(SemanticRules.NoMember.At(e.Member.Span, @base.Type.ToString(), name));
        var type = layout.Fields[field.Index].Type;
        if (@base.Place is { } place)
        {
            return Operand.At(field.Type.Qualified(@base.Type.IsConst, @base.Type.IsVolatile), new Member(type, place, field.Index));
        }
        if (field.Type is ArrayCType)
        {
            // An array member of a value needs an address.
            var temporary = NewVariable("copy", c, AddressSpace.Local, e.Span);
            Emit(new Store(temporary, @base.Value!));
            return Operand.At(field.Type, new Member(type, temporary, field.Index));
        }
        return Operand.Of(field.Type, new Field(type, @base.Value!, field.Index) { From = e.Span });
    }

    private Operand LowerSizeof(SizeofExpr e)
    {
        if (e.Keyword == "sizeof...")
        {
            throw Unsupported(e.Span, "sizeof...");
        }
        var type = e.Type is not null ? _model.Types.Bind(e.Type, _scope) : TypeOfOperand(e.Operand!);
        var lowered = _model.Types.Lower(type.Referred, e.Span);
        long value = e.Keyword.StartsWith("alignof", StringComparison.Ordinal) || e.Keyword.StartsWith("__alignof", StringComparison.Ordinal) ? lowered.Alignment : lowered.Size;
        return Operand.Of(CType.ULong, Build.Int(IrType.U64, value) with { From = e.Span });
    }
}

/// <summary>CUDA's built-in coordinate variables.</summary>
internal static class Coordinates
{
    /// <summary>The x coordinate of `threadIdx` and its family; null for other names.</summary>
    public static Coordinate? Base(string name) => name switch
    {
        "threadIdx" => Coordinate.ThreadX,
        "blockIdx" => Coordinate.BlockX,
        "blockDim" => Coordinate.BlockDimX,
        "gridDim" => Coordinate.GridDimX,
        _ => null,
    };
}
