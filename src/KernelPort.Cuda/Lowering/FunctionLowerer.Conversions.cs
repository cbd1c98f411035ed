using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

internal sealed partial class FunctionLowerer
{
    private Expr ConvertOperand(Operand operand, CType to, Span at)
    {
        if (operand.Type is VoidCType)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(at, "void", to.ToString()));
        }
        return Convert(Read(operand, at), DecayedType(operand.Type), to.Referred, at);
    }

    /// <summary>An implicit conversion of a value.</summary>
    private Expr Convert(Expr value, CType from, CType to, Span at, bool isExplicit = false)
    {
        from = from.Unqualified;
        to = to.Unqualified;
        if (from == to)
        {
            return value;
        }
        switch (from, to)
        {
            case (ClassCType a, ClassCType b) when a.Symbol == b.Symbol:
                return value;
            case (_, EnumCType e) when isExplicit && (from.IsArithmetic || from is EnumCType):
                return Convert(value, from is EnumCType fe ? fe.Symbol.Underlying : from, e.Symbol.Underlying, at, true);
            case (EnumCType e, ArithCType) when isExplicit || !e.Symbol.IsScoped:
                return Convert(value, e.Symbol.Underlying, to, at, isExplicit);
            case (EnumCType e, EnumCType f) when e.Symbol == f.Symbol:
                return value;
            case (ArithCType, ArithCType a):
                return ConvertNumber(value, Layout.Scalar(a));
            case (PointerCType, ArithCType { Kind: Arith.Bool }):
                return Truth(value, from, at);
            case (PointerCType, ArithCType a) when isExplicit:
                return ConvertNumber(new Cast(IrType.U64, Generic(value)) { From = at }, Layout.Scalar(a));
            case (ArithCType, PointerCType) when isExplicit || value is Literal { Bits: 0 }:
                return value is Literal { Bits: 0 }
                    ? new Literal(_model.Types.Lower(to, at), 0) { From = at }
                    : new Cast(_model.Types.Lower(to, at), ConvertNumber(value, IrType.U64)) { From = at };
            case (PointerCType p, PointerCType q):
                return ConvertPointer(value, p, q, at, isExplicit);
        }
        throw new LoweringException(SemanticRules.NoConversion.At(at, from.ToString(), to.ToString()));
    }

    private static Expr ConvertNumber(Expr value, ScalarType to)
    {
        if (value.Type == to)
        {
            return value;
        }
        if (to.Kind == Scalar.Bool)
        {
            return new Binary(IrType.Bool, BinaryOp.Ne, value, value.Type.IsFloat ? Build.Float(value.Type, 0) : new Literal(value.Type, 0)) { From = value.From };
        }
        var cast = new Cast(to, value) { From = value.From };
        return value is Literal ? ConstantFolding.FoldTree(cast) : cast;
    }

    private Expr ConvertPointer(Expr value, PointerCType from, PointerCType to, Span at, bool isExplicit)
    {
        bool same = from.Pointee.Unqualified == to.Pointee.Unqualified;
        bool toVoid = to.Pointee is VoidCType;
        bool addsOnly = (!from.Pointee.IsConst || to.Pointee.IsConst) && (!from.Pointee.IsVolatile || to.Pointee.IsVolatile);
        bool isNull = value is Literal { Bits: 0 };
        if (!isExplicit && !(addsOnly && (same || toVoid)) && !isNull)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(at, from.ToString(), to.ToString()));
        }
        var pointee = LowerPointee(to.Pointee, at);
        var type = (PointerType)value.Type;
        if (type.Pointee == pointee)
        {
            return value;
        }
        var target = type with { Pointee = pointee };
        return value is Literal l ? l with { Type = target } : new Cast(target, value) { From = at };
    }

    private IrType LowerPointee(CType type, Span at) => ((PointerType)_model.Types.Lower(new PointerCType(type), at)).Pointee;

    private Operand LowerCast(CastExpr e)
    {
        var to = _model.Types.Bind(e.Type, _scope);
        if (to is VoidCType)
        {
            Discard(e.Operand);
            return Operand.Nothing;
        }
        if (e.Style == "dynamic_cast")
        {
            throw Unsupported(e.Span, "dynamic_cast");
        }
        if (e.Operand is BraceExpr list)
        {
            return LowerConstruct(to, list.Elements, e.Span);
        }
        var operand = Lower(e.Operand);
        if (to is ReferenceCType reference)
        {
            // reinterpret_cast<T&>(x) is *reinterpret_cast<T*>(&x).
            var address = AddressOfPlace(operand.Place ?? throw new LoweringException(SemanticRules.NotAssignable.At(e.Span)), operand.Type, e.Span);
            var pointer = ConvertPointer(address, new PointerCType(operand.Type), new PointerCType(reference.Target), e.Span, isExplicit: true);
            return Operand.At(reference.Target, new Deref(((PointerType)pointer.Type).Pointee, pointer));
        }
        if (to is ClassCType)
        {
            return LowerConstruct(to, [e.Operand], e.Span);
        }
        return Operand.Of(to, Convert(Read(operand, e.Span), DecayedType(operand.Type), to, e.Span, isExplicit: true));
    }

    /// <summary>`T(a, b)`, `T{a, b}`: a conversion for scalars, the fields in order for structs.</summary>
    private Operand LowerConstruct(CType type, EquatableArray<ExprSyntax> arguments, Span at)
    {
        if (type is ClassCType c)
        {
            return ConstructClass(c, arguments, at);
        }
        if (type is ArrayCType)
        {
            throw Unsupported(at, "an array value");
        }
        if (arguments.IsEmpty)
        {
            return Operand.Of(type, Zero(type, at));
        }
        if (arguments.Count > 1)
        {
            throw new LoweringException(SemanticRules.WrongArgumentCount.At(at, type.ToString(), 1, arguments.Count));
        }
        if (arguments[0] is BraceExpr nested)
        {
            return LowerConstruct(type, nested.Elements, at);
        }
        var operand = Lower(arguments[0]);
        return Operand.Of(type, Convert(Read(operand, at), DecayedType(operand.Type), type, at, isExplicit: true));
    }

    private Operand ConstructClass(ClassCType c, EquatableArray<ExprSyntax> arguments, Span at)
    {
        var layout = _model.Types.Struct(c.Symbol, at);
        if (arguments.Count == 1 && SameClass(arguments[0], c))
        {
            return Operand.Of(c, Read(Lower(arguments[0]), at));
        }
        if (c.Symbol.Definition!.Members!.Value.Any(m => m is FunctionDecl f && f.ReturnType is null && f.Name.Last == c.Symbol.Name && f.Special.Length == 0) && !c.Symbol.IsBuiltin)
        {
            throw Unsupported(at, $"the constructor of '{c.Symbol.Name}'");
        }
        bool simple = c.Symbol.Fields.All(f => f.Type.IsScalar) && arguments.All(a => a is not DesignatedExpr);
        if (simple && !layout.IsUnion)
        {
            if (arguments.Count > c.Symbol.Fields.Count)
            {
                throw new LoweringException(SemanticRules.WrongArgumentCount.At(at, c.Symbol.Name, c.Symbol.Fields.Count, arguments.Count));
            }
            var values = c.Symbol.Fields.Select((f, i) => i < arguments.Count ? Generic(ReadAs(arguments[i], f.Type)) : DefaultPart(c, f, at)).ToEquatable();
            return Operand.Of(c, new Aggregate(layout, values) { From = at });
        }
        var temporary = NewVariable("made", c, AddressSpace.Local, at);
        int position = 0;
        InitialiseAggregate(temporary, c, arguments, ref position, at);
        return Operand.Of(c, Read(Operand.At(c, temporary), at));
    }

    // dim3's missing parts are 1, everybody else's 0.
    private Literal DefaultPart(ClassCType c, FieldSymbol f, Span at) => c.Symbol is { IsBuiltin: true, Name: "dim3" } ? Build.Int(IrType.U32, 1) : Zero(f.Type, at);
}
