using KernelPort.Core;

namespace KernelPort.Ir;

/// <summary>A value with a name, bound exactly once in its function.</summary>
public readonly record struct LetId(int Index);

/// <summary>Memory of a function that has a name: a local or a shared variable.</summary>
public readonly record struct VariableId(int Index);

/// <summary>Where in the CUDA text a node comes from; takes no part in equality.</summary>
public readonly struct Origin(Span span) : IEquatable<Origin>
{
    public Span Span { get; } = span;

    public bool Equals(Origin other) => true;

    public override bool Equals(object? obj) => obj is Origin;

    public override int GetHashCode() => 0;

    public override string ToString() => Span.ToString();

    public static implicit operator Origin(Span span) => new(span);
}

/// <summary>A value. Evaluating one has no effect and never fails, so an emitter may place it, repeat it or drop it.</summary>
public abstract record Expr(IrType Type)
{
    public Origin From { get; init; }
}

/// <summary>A constant; the value's bits stand in the low bytes.</summary>
public sealed record Literal(IrType Type, ulong Bits) : Expr(Type);

/// <summary>A value nobody defined: a read of it is a finding.</summary>
public sealed record Undefined(IrType Type) : Expr(Type);

public sealed record LetRef(IrType Type, LetId Id) : Expr(Type);

/// <summary>threadIdx.x and its family, unsigned as in CUDA.</summary>
public sealed record CoordinateOf(Coordinate Which) : Expr(IrType.U32);

public sealed record Unary(UnaryOp Op, Expr Operand) : Expr(Operand.Type);

/// <summary>Both operands have the same type, but for shifts, where the amount is u32. Comparisons give bool.</summary>
public sealed record Binary(IrType Type, BinaryOp Op, Expr Left, Expr Right) : Expr(Type);

public sealed record Select(Expr Condition, Expr Then, Expr Else) : Expr(Then.Type);

/// <summary>A conversion of value: between numbers, pointers and integers, pointee types or address spaces.</summary>
public sealed record Cast(IrType Type, Expr Operand) : Expr(Type);

/// <summary>The same bits under another type of the same size.</summary>
public sealed record BitCast(IrType Type, Expr Operand) : Expr(Type);

/// <summary>An intrinsic without effect.</summary>
public sealed record Pure(Intrinsic Intrinsic, IrType Type, EquatableArray<Expr> Arguments) : Expr(Type);

/// <summary>A pointer moved by <paramref name="Index"/> (i64) elements of its pointee.</summary>
public sealed record PointerOffset(Expr Pointer, Expr Index) : Expr(Pointer.Type);

/// <summary>The distance of two pointers in elements, as i64.</summary>
public sealed record PointerDifference(Expr Left, Expr Right) : Expr(IrType.I64);

public sealed record AddressOf(PointerType Pointer, Place Place) : Expr(Pointer);

/// <summary>A field of a struct value.</summary>
public sealed record Field(IrType Type, Expr Operand, int Index) : Expr(Type);

/// <summary>A struct value made of its fields.</summary>
public sealed record Aggregate(IrType Type, EquatableArray<Expr> Elements) : Expr(Type);

/// <summary>Memory that can be read or written.</summary>
public abstract record Place(IrType Type);

public sealed record VariablePlace(IrType Type, VariableId Id) : Place(Type);

public sealed record GlobalPlace(IrType Type, string Name) : Place(Type);

public sealed record Deref(IrType Type, Expr Pointer) : Place(Type);

/// <summary>An element of an array place; the index is i64.</summary>
public sealed record Element(IrType Type, Place Base, Expr Index) : Place(Type);

public sealed record Member(IrType Type, Place Base, int FieldIndex) : Place(Type);

/// <summary>An effect. Statements run in the order they stand.</summary>
public abstract record Stmt
{
    public Origin From { get; init; }
}

public sealed record Let(LetId Id, Expr Value) : Stmt;

public sealed record Load(LetId Id, Place Source) : Stmt
{
    public bool Volatile { get; init; }

    /// <summary>Read to be stored again with some bits changed: what nobody wrote is no finding.</summary>
    public bool Merges { get; init; }
}

public sealed record Store(Place Target, Expr Value) : Stmt
{
    public bool Volatile { get; init; }
}

/// <summary>An atomic read-modify-write; <paramref name="Result"/> is the old value. <paramref name="Compare"/> only for compare-and-swap.</summary>
public sealed record Atomic(LetId? Result, AtomicOp Op, Place Target, Expr Operand, Expr? Compare) : Stmt
{
    public AtomicScope Scope { get; init; } = AtomicScope.Device;
}

/// <summary>An intrinsic with an effect: barriers, shuffles, votes, fences, printing.</summary>
public sealed record Call(LetId? Result, Intrinsic Intrinsic, EquatableArray<Expr> Arguments) : Stmt
{
    /// <summary>The format of a print, the <see cref="TextureForm"/> of a texture access; null for all others.</summary>
    public string? Format { get; init; }
}

/// <summary>A call of a device function of the module, by name.</summary>
public sealed record Invoke(LetId? Result, string Function, EquatableArray<Expr> Arguments) : Stmt;

/// <summary>In value form both arms end in <see cref="Yield"/> (or leave) and <see cref="Results"/> names what they give.</summary>
public sealed record If(Expr Condition, EquatableArray<Stmt> Then, EquatableArray<Stmt> Else) : Stmt
{
    public EquatableArray<LetId> Results { get; init; } = [];
}

/// <summary>Runs <paramref name="Body"/>, then <paramref name="Continuing"/> (also after Continue), for ever; Break leaves. A Break at the end of
/// Continuing is allowed. In value form <see cref="Carried"/> are given anew by each Continue and by the Yield that ends Body (Continuing is empty
/// then), and <see cref="Results"/> by Break.</summary>
public sealed record Loop(EquatableArray<Stmt> Body, EquatableArray<Stmt> Continuing) : Stmt
{
    public EquatableArray<Carried> Carried { get; init; } = [];

    public EquatableArray<LetId> Results { get; init; } = [];

    /// <summary>What `#pragma unroll` asked for: null nothing, 0 wholly, N by N.</summary>
    public int? Unroll { get; init; }
}

/// <summary>A value that a loop hands from one turn to the next.</summary>
public sealed record Carried(LetId Id, Expr Initial);

/// <summary>C's switch: cases in order, each falls into the next unless it breaks. Break leaves the switch, Continue the loop around it.</summary>
public sealed record Switch(Expr Value, EquatableArray<SwitchCase> Cases) : Stmt;

/// <summary>The labels as bits of the value's type; <paramref name="IsDefault"/> besides or instead.</summary>
public sealed record SwitchCase(EquatableArray<ulong> Labels, bool IsDefault, EquatableArray<Stmt> Body);

public sealed record Break : Stmt
{
    public EquatableArray<Expr> Values { get; init; } = [];
}

public sealed record Continue : Stmt
{
    public EquatableArray<Expr> Values { get; init; } = [];
}

/// <summary>The values an arm of an If (or a turn of a Loop) gives; value form only.</summary>
public sealed record Yield(EquatableArray<Expr> Values) : Stmt;

public sealed record Return(Expr? Value) : Stmt;

public enum UnaryOp { Negate, BitNot, LogicalNot }

public enum BinaryOp { Add, Sub, Mul, Div, Rem, And, Or, Xor, Shl, Shr, Eq, Ne, Lt, Le, Gt, Ge, LogicalAnd, LogicalOr }

public enum AtomicOp { Add, Sub, Exchange, Min, Max, Increment, Decrement, CompareExchange, And, Or, Xor }

public enum AtomicScope { Block, Device, System }

public enum Coordinate
{
    ThreadX, ThreadY, ThreadZ,
    BlockX, BlockY, BlockZ,
    BlockDimX, BlockDimY, BlockDimZ,
    GridDimX, GridDimY, GridDimZ,
    WarpSize,
}
