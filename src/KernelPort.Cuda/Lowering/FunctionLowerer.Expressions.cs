using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

internal sealed partial class FunctionLowerer
{
    /// <summary>Lowers an expression to a place or a value.</summary>
    private Operand Lower(ExprSyntax expression)
    {
        using var level = Deeper(expression.Span);
        switch (expression)
        {
            case ParenthesizedExpr e:
                return LowerFold(e.Inner) ?? Lower(e.Inner);
            case LiteralSyntax { Kind: LiteralKind.String } e:
                return Text(e);
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
                return LowerConstructed(e);
            case SizeofExpr e:
                return LowerSizeof(e);
            case ThisExpr:
                return LowerThis(expression.Span);
            case LambdaExpr e:
                return LowerLambda(e);
            case BraceExpr e:
                return LowerArgument(e);
            case PackExpansionExpr { Pattern: { } pattern }:
                var elements = LowerArguments([expression]);
                return elements.Count == 1 ? elements[0] : throw Unsupported(pattern.Span, "a pack expansion here");
            case StatementExpr e:
                return LowerStatementExpression(e);
            case LaunchExpr e:
                throw new LoweringException(SemanticRules.DeviceRuntime.At(e.Span, "a kernel that launches kernels"));
            case UnsupportedExpr e:
                throw Unsupported(e.Span, e.What);
            default:
                throw expression is NewExpr or DeleteExpr ? new LoweringException(SemanticRules.DeviceHeap.At(expression.Span, expression is NewExpr ? "new" : "delete"))
                    : Unsupported(expression.Span, $"this kind of expression ({expression.GetType().Name})");
        }
    }

    private Operand LowerThis(Span at)
    {
        if (_self is not { } self)
        {
            throw new LoweringException(SemanticRules.NotAnObject.At(at, "this"));
        }
        self = self.Place is null ? self with { Place = NewVariable("self", self.Type.Unqualified, AddressSpace.Local, at) } : self;
        return Operand.Of(new PointerCType(self.Type), self.Place is Deref d ? d.Pointer : AddressOfPlace(self.Place!, self.Type.Unqualified, at));
    }

    /// <summary>`T(a, b)` where T was taken for a type; what is none is called.</summary>
    private Operand LowerConstructed(ConstructExpr e)
    {
        if (e.Type is NamedType { Name: var name } named && !e.Braces)
        {
            var found = _model.Find(name, _scope);
            if (found.Count > 0 && found.All(f => f is FunctionSymbol or LocalSymbol or MemberName or GlobalSymbol or TemplateValue { Type: null, Template: null }))
            {
                return LowerCall(new CallExpr(e.Span, new NameExpr(named.Span, name), e.Arguments));
            }
            if (found.OfType<ClassSymbol>().FirstOrDefault(c => c.Template is not null) is { } template && name.Segments[^1].Arguments is null)
            {
                return LowerConstruct(Deduced(template, LowerArguments(e.Arguments).Select(o => o.Type).ToList(), e.Span), e.Arguments, e.Span);
            }
        }
        return LowerConstruct(e.Type is AutoType ? TypeOfOperand(e.Arguments[0]).Unqualified : _model.Types.Bind(e.Type, _scope), e.Arguments, e.Span);
    }

    /// <summary>GNU's `({ …; value; })`.</summary>
    private Operand LowerStatementExpression(StatementExpr e)
    {
        Operand result = Operand.Nothing;
        InScope(() =>
        {
            for (int i = 0; i < e.Body.Statements.Count; i++)
            {
                if (i == e.Body.Statements.Count - 1 && e.Body.Statements[i] is ExprStmt last)
                {
                    var value = Lower(last.Expression);
                    result = value.Type is VoidCType ? value : Operand.Of(value.Type, Read(value, last.Span));
                }
                else
                {
                    StatementCore(e.Body.Statements[i]);
                }
            }
        });
        return result;
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
        if (operand.Braces is not null)
        {
            throw Unsupported(at, "this initialiser list");
        }
        if (operand.Value is { } value)
        {
            return value;
        }
        if (operand.Bits is { } bits)
        {
            return ReadBits(bits, operand.Type, at);
        }
        if (operand.Place is not { } place)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(at, operand.Type.ToString(), "a value"));
        }
        if (IsEmpty(operand.Type, at))
        {
            return EmptyValue(operand.Type, at);
        }
        if (operand.Type is ArrayCType array)
        {
            return Decay(place, array, at);
        }
        var id = NewLet(NameFor(place), place.Type);
        Emit(new Load(id, place) { Volatile = operand.Type.IsVolatile, From = at });
        return new LetRef(place.Type, id) { From = at };
    }

    /// <summary>The operand's value as it is now, before later effects.</summary>
    private Operand Fixed(Operand operand, Span at) => Operand.Of(operand.Type, Read(operand, at)) with { Width = operand.Width };

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
        return ConvertOperand(Copied(Lower(expression), type, expression.Span), type, expression.Span);
    }

    private static CType DecayedType(CType type) => type is ArrayCType a ? new PointerCType(a.Element) : type.Unqualified;

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
        var (thenOwn, elseOwn) = (TypeOfOperand(e.Then), TypeOfOperand(e.Else));
        var type = thenOwn == elseOwn ? CommonType(thenOwn, elseOwn, e.Span) : CommonType(PromotedTypeOf(e.Then, thenOwn), PromotedTypeOf(e.Else, elseOwn), e.Span);
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

    /// <summary>An expression whose address is wanted: `c ? a : b` of two objects is one of them.</summary>
    private Operand LowerObject(ExprSyntax expression)
    {
        if (Unwrap(expression) is not ConditionalExpr e || TypeOfOperand(e.Then) != TypeOfOperand(e.Else) || TypeOfOperand(e.Then) is not (ClassCType or ArithCType or PointerCType or EnumCType))
        {
            return LowerArgument(expression);
        }
        var condition = Condition(e.Condition);
        Operand then = default;
        Operand otherwise = default;
        var before = Capture(() => then = LowerObject(e.Then));
        var beside = Capture(() => otherwise = LowerObject(e.Else));
        if (!then.IsLvalue || !otherwise.IsLvalue || IsEmpty(then.Type, e.Span))
        {
            return LowerConditional(e);
        }
        var type = then.Type;
        Expr First() => Generic(AddressOfPlace(then.Place ?? AddressNeeded(then.Local!, e.Span), type, e.Span));
        Expr Second() => Generic(AddressOfPlace(otherwise.Place ?? AddressNeeded(otherwise.Local!, e.Span), type, e.Span));
        var pointee = _model.Types.Lower(type, e.Span);
        if (before.IsEmpty && beside.IsEmpty)
        {
            return Operand.At(type, new Deref(pointee, Name(new Select(condition, First(), Second()) { From = e.Span }, "chosen")));
        }
        var pointer = new PointerCType(type.Unqualified);
        var result = NewVariable("chosen", pointer, AddressSpace.Local, e.Span);
        Emit(new If(condition, [.. before, new Store(result, First())], [.. beside, new Store(result, Second())]) { From = e.Span });
        return Operand.At(type, new Deref(pointee, Read(Operand.At(pointer, result), e.Span)));
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
        if (a is ClassCType || b is ClassCType)
        {
            if (Overloads.Rank(_model, b, false, a) is not null)
            {
                return a;
            }
            return Overloads.Rank(_model, a, false, b) is not null ? b : throw Mismatch();
        }
        if (a is EnumCType { Symbol.IsScoped: true } && a == b)
        {
            return a;
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

    /// <summary>The type that a name stands for where the parser, before the scope of a class's parameters, took it for a value; null where it is a value.</summary>
    private CType? TypeNamed(ExprSyntax operand) =>
        Unwrap(operand) is NameExpr { Name: var name } ? _model.Find(name, _scope).Select(f => _model.Types.Meaning(f, name, _scope)).FirstOrDefault(t => t is not null) : null;

    private Operand LowerSizeof(SizeofExpr e)
    {
        if (e.Keyword == "sizeof...")
        {
            string pack = e.Operand is NameExpr n ? n.Name.Last : e.Type is NamedType t ? t.Name.Last : "";
            return Packs.Count(_scope, pack) is { } count ? Operand.Of(CType.ULong, Build.Int(IrType.U64, count)) : throw new LoweringException(SemanticRules.Undeclared.At(e.Span, pack));
        }
        var type = e.Type is not null ? _model.Types.Bind(e.Type, _scope) : TypeNamed(e.Operand!) ?? TypeOfOperand(e.Operand!);
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
