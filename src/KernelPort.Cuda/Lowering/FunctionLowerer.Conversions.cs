using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

internal sealed partial class FunctionLowerer
{
    private Expr ConvertOperand(Operand operand, CType to, Span at, bool isExplicit = false)
    {
        to = to.Referred;
        if (operand.Type is VoidCType)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(at, "void", to.ToString()));
        }
        if (operand.Braces is { } braces)
        {
            return Read(LowerConstruct(to.Unqualified, braces.Elements, at), at);
        }
        if (operand.Type is ClassCType from && !(to is ClassCType same && same.Symbol == from.Symbol))
        {
            return ConvertClass(operand, from, to, at, isExplicit);
        }
        if (to is ClassCType target && operand.Type is not ClassCType)
        {
            return Read(ConstructFrom((ClassCType)target.Unqualified, [operand], null, at), at);
        }
        return Convert(Read(operand, at), DecayedType(operand.Type), to, at, isExplicit);
    }

    /// <summary>A class's own conversion, its base, or a constructor of the other class.</summary>
    private Expr ConvertClass(Operand operand, ClassCType from, CType to, Span at, bool isExplicit)
    {
        if (to is ClassCType target)
        {
            return ClassPaths.ToBase(_model, from.Symbol, target.Symbol) is not null && !UserConstructors(target.Symbol).Any(f => f.Declaration.Parameters.Count > 0)
                ? Read(ToBase(operand, target.Symbol, at), at)
                : Read(ConstructFrom((ClassCType)target.Unqualified, [operand], null, at), at);
        }
        (int Rank, FunctionSymbol Function)? best = null;
        foreach (var f in _model.MembersOf(from.Symbol).Conversions)
        {
            if (f.Declaration.Specifiers.Has(Specifier.Explicit) && !isExplicit && to is not ArithCType { Kind: Arith.Bool })
            {
                continue;
            }
            if (f.Template is not null)
            {
                throw Unsupported(at, "a conversion function template");
            }
            var result = _model.Types.Bind(f.Declaration.ReturnType!, f.Outer!).Referred;
            if (Overloads.Rank(_model, result, false, to.Unqualified, own: false) is { } rank && (best is null || rank < best.Value.Rank) && (!from.IsConst || f.Declaration.IsConst))
            {
                best = (rank, f);
            }
        }
        if (best is null)
        {
            throw new LoweringException(SemanticRules.NoConversion.At(at, from.ToString(), to.ToString()));
        }
        var value = CallMethod(operand, [best.Value.Function], [], at);
        return Convert(Read(value, at), DecayedType(value.Type), to, at, isExplicit);
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
            case (FunctionNameCType f, PointerCType { Pointee: FunctionCType }):
                return AddressOfFunction(f.Symbol, at);
            case (PointerCType { Pointee: FunctionCType }, PointerCType) or (PointerCType, PointerCType { Pointee: FunctionCType }) when isExplicit || value is Literal { Bits: 0 }:
                var lowered = _model.Types.Lower(to, at);
                return value is Literal { Bits: 0 } ? new Literal(lowered, 0) { From = at } : value.Type == lowered ? value : new Cast(lowered, Generic(value)) { From = at };
            case (PointerCType { Pointee: ClassCType d } p, PointerCType { Pointee: ClassCType b } q) when d.Symbol != b.Symbol && ClassPaths.ToBase(_model, d.Symbol, b.Symbol) is not null:
                var @base = ToBase(Dereference(Operand.Of(p, value), at), b.Symbol, at);
                return @base.Place is { } place ? AddressOfPlace(place, b, at) : ConvertPointer(value, p, q, at, isExplicit: true);
            case (PointerCType { Pointee: not FunctionCType } p, PointerCType { Pointee: not FunctionCType } q):
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
        bool same = from.Pointee.Bare == to.Pointee.Bare;
        bool toVoid = to.Pointee is VoidCType;
        bool addsOnly = (!from.Pointee.IsConstThrough || to.Pointee.IsConstThrough || toVoid && to.Pointee.IsConst) && (!from.Pointee.IsVolatile || to.Pointee.IsVolatile);
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
        if (to is ClassCType)
        {
            return LowerConstruct(to, [e.Operand], e.Span);
        }
        var operand = Lower(e.Operand);
        if (to is ReferenceCType reference)
        {
            return CastToReference(operand, reference, e);
        }
        if (to is PointerCType { Pointee: ClassCType derived } down && operand.Type is PointerCType { Pointee: ClassCType from } && e.Style != "reinterpret_cast"
            && ClassPaths.ToBase(_model, derived.Symbol, from.Symbol) is { Count: > 0 } path)
        {
            return Operand.Of(down, Downcast(Read(operand, e.Span), path, derived, e.Span));
        }
        return Operand.Of(to, ConvertOperand(operand, to, e.Span, isExplicit: true));
    }

    /// <summary>A pointer to a base made a pointer to the whole; a base that is not at the front moves it.</summary>
    private Expr Downcast(Expr pointer, List<ClassPaths.Step> path, ClassCType derived, Span at)
    {
        var layout = _model.Types.Struct(derived.Symbol, at);
        long offset = 0;
        var inner = layout;
        foreach (var step in path.TakeWhile(s => s.Index >= 0))
        {
            offset += inner.Fields[step.Index].Offset;
            inner = (StructType)inner.Fields[step.Index].Type;
        }
        if (offset != 0)
        {
            throw Unsupported(at, "a cast from a base class that is not the first part");
        }
        var type = (PointerType)pointer.Type;
        return new Cast(type with { Pointee = layout }, pointer) { From = at };
    }

    private Operand CastToReference(Operand operand, ReferenceCType reference, CastExpr e)
    {
        var target = reference.Target;
        if (target is ClassCType to && operand.Type is ClassCType from && e.Style != "reinterpret_cast")
        {
            if (to.Symbol == from.Symbol && operand.Place is not null)
            {
                return operand with { Type = target, IsMoved = reference.RightValue };
            }
            if (ClassPaths.ToBase(_model, from.Symbol, to.Symbol) is { Count: > 0 })
            {
                return ToBase(InMemory(operand, e.Span), to.Symbol, e.Span) with { IsMoved = reference.RightValue };
            }
            if (ClassPaths.ToBase(_model, to.Symbol, from.Symbol) is { Count: > 0 } path && operand.Place is { } whole)
            {
                var derived = Downcast(AddressOfPlace(whole, from, e.Span), path, to, e.Span);
                return Operand.At(target, new Deref(((PointerType)derived.Type).Pointee, derived));
            }
        }
        if (IsEmpty(operand.Type, e.Span) && IsEmpty(target, e.Span))
        {
            return EmptyObject(target, e.Span);
        }
        if (operand.Place is null && reference.RightValue)
        {
            return operand.Type.Unqualified == target.Unqualified ? operand with { Local = null } : Operand.Of(target, ConvertOperand(operand, target, e.Span, isExplicit: true));
        }
        if (operand.Local is { } local && operand.Place is null)
        {
            operand = operand with { Place = AddressNeeded(local, e.Span) };
        }
        if (operand.Place is not null && operand.Type.Unqualified == target.Unqualified)
        {
            return operand with { Type = target, IsMoved = reference.RightValue };
        }
        // reinterpret_cast<T&>(x) is *reinterpret_cast<T*>(&x).
        var address = AddressOfPlace(operand.Place ?? throw new LoweringException(SemanticRules.NotAssignable.At(e.Span)), operand.Type, e.Span);
        var pointer = ConvertPointer(address, new PointerCType(operand.Type), new PointerCType(target), e.Span, isExplicit: true);
        return Operand.At(target, new Deref(((PointerType)pointer.Type).Pointee, pointer)) with { IsMoved = reference.RightValue };
    }

    /// <summary>`T(a, b)`, `T{a, b}`: a conversion for scalars, the fields in order for structs.</summary>
    private Operand LowerConstruct(CType type, EquatableArray<ExprSyntax> arguments, Span at)
    {
        if (type is ClassCType c)
        {
            return ConstructClass((ClassCType)c.Unqualified, arguments, at);
        }
        if (type is VoidCType && arguments.IsEmpty)
        {
            return Operand.Nothing;
        }
        if (type is ReferenceCType reference && arguments is [var one])
        {
            return CastToReference(Lower(one), reference, new CastExpr(at, "c", new AutoType(at), one));
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
        if (arguments[0] is PackExpansionExpr)
        {
            return LowerArguments(arguments) is [var single] ? Operand.Of(type, ConvertOperand(single, type, at, isExplicit: true)) : throw new LoweringException(SemanticRules.WrongArgumentCount.At(at, type.ToString(), 1, 2));
        }
        var operand = Lower(arguments[0]);
        return Operand.Of(type, ConvertOperand(operand, type, at, isExplicit: true));
    }

    // dim3's missing parts are 1, everybody else's 0.
    private Literal DefaultPart(ClassCType c, FieldSymbol f, Span at) => c.Symbol is { IsBuiltin: true, Name: "dim3" } ? Build.Int(IrType.U32, 1) : Zero(f.Type, at);
}
