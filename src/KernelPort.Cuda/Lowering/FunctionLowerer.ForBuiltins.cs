using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>What the built-in functions use of the walk.</content>
internal sealed partial class FunctionLowerer
{
    internal Expr ReadOperand(Operand operand, CType type, Span at) => ConvertOperand(operand, type, at);

    internal Expr ReadRaw(Operand operand, Span at) => Read(operand, at);

    /// <summary>memcpy and memset with bytes, which may alias anything; a whole object of the same type is simply stored.</summary>
    internal Operand CopyBytes(Operand to, Operand? from, Expr? value, Expr count, Span at)
    {
        var target = DecayedType(to.Type) as PointerCType ?? throw new LoweringException(SemanticRules.NoConversion.At(at, to.Type.ToString(), "void *"));
        if (from is { } origin && DecayedType(origin.Type) is PointerCType source && source.Pointee.Unqualified == target.Pointee.Unqualified && target.Pointee is not (VoidCType or ArrayCType)
            && ConstantFolding.FoldTree(count) is Literal size && (long)size.Bits == _model.Types.Lower(target.Pointee, at).Size)
        {
            EmitStore(Dereference(to, at), Read(Dereference(origin, at), at), at);
            return to;
        }
        var bytes = new PointerCType(new ArithCType(Arith.UChar));
        var write = Name(Convert(Read(to, at), target, bytes, at, isExplicit: true), "bytes");
        var read = from is { } f ? Name(Convert(Read(f, at), DecayedType(f.Type), new PointerCType(new ArithCType(Arith.UChar).Const()), at, isExplicit: true), "source") : null;
        var filled = value is null ? null : Name(value, "byte");
        var limit = Name(count, "count");
        var index = NewVariable("i", CType.ULong, AddressSpace.Local, at);
        Emit(new Store(index, Build.Int(IrType.U64, 0)));
        LetRef? k = null;
        var body = Capture(() =>
        {
            k = new LetRef(IrType.U64, NewLet("k", IrType.U64));
            Emit(new Load(k.Id, index));
            Emit(new If(new Binary(IrType.Bool, BinaryOp.Ge, k, limit), [new Break()], []));
            var at64 = new Cast(IrType.I64, k);
            var one = filled ?? Read(Operand.At(new ArithCType(Arith.UChar), new Deref(IrType.U8, new PointerOffset(read!, at64))), at);
            Emit(new Store(new Deref(IrType.U8, new PointerOffset(write, at64)), one) { From = at });
        });
        var step = Capture(() => Emit(new Store(index, new Binary(IrType.U64, BinaryOp.Add, k!, Build.Int(IrType.U64, 1)))));
        Emit(new Loop(body, step) { From = at });
        return to;
    }

    internal IrType LowerType(CType type, Span at) => _model.Types.Lower(type, at);

    internal Operand CallEffect(Intrinsic intrinsic, CType result, EquatableArray<Expr> arguments, Span at)
    {
        if (result is VoidCType)
        {
            Emit(new Call(null, intrinsic, arguments) { From = at });
            return Operand.Nothing;
        }
        var type = _model.Types.Lower(result, at);
        return CallEffect(intrinsic, type, result, arguments, at);
    }

    internal Operand CallEffect(Intrinsic intrinsic, IrType type, CType result, EquatableArray<Expr> arguments, Span at)
    {
        var id = NewLet("t", type);
        Emit(new Call(id, intrinsic, arguments) { From = at });
        return Operand.Of(result, ConvertIfNumber(new LetRef(type, id) { From = at }, result, at));
    }

    private Expr ConvertIfNumber(Expr value, CType result, Span at) => result is ArithCType a ? ConvertNumber(value, Layout.Scalar(a)) : value;

    internal CType BindType(TypeSyntax type) => _model.Types.Bind(type, _scope).Referred.Unqualified;

    /// <summary>An access of a texture or surface, and what it reads.</summary>
    internal Expr? EmitTexture(Intrinsic operation, TextureForm form, IrType? result, EquatableArray<Expr> operands, Span at)
    {
        LetId? id = result is null ? null : NewLet("texel", result);
        Emit(new Call(id, operation, operands.Select(o => Generic(o)).ToEquatable()) { From = at, Format = form.ToString() });
        return id is { } read ? new LetRef(result!, read) { From = at } : null;
    }

    internal Operand EmitAtomic(AtomicOp op, AtomicScope scope, Place target, CType type, Expr operand, Expr? compare, Span at)
    {
        var id = NewLet("old", target.Type);
        Emit(new Atomic(id, op, target, operand, compare) { Scope = scope, From = at });
        return Operand.Of(type, new LetRef(target.Type, id) { From = at });
    }

    internal Operand DereferenceOperand(Operand pointer, Span at) => Dereference(pointer, at);

    internal void EmitStore(Operand target, Expr value, Span at) => Emit(new Store(target.Place!, Generic(value)) { From = at });

    internal Expr AddressOf(Operand operand, Span at) =>
        AddressOfPlace(operand.Place ?? (operand.Local is { } local ? AddressNeeded(local, at) : throw new LoweringException(SemanticRules.NotAssignable.At(at))), operand.Type, at);

    internal Expr Fold(Expr e) => ConstantFolding.FoldTree(e);

    internal Expr GiveName(Expr value, string name) => Name(value, name);
}
