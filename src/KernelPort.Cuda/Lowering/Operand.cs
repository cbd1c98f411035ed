using KernelPort.Cuda.Semantics;
using KernelPort.Cuda.Syntax;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>A lowered expression: a place (an lvalue) or a value, with its C++ type (never a reference).</summary>
internal readonly record struct Operand(CType Type, Expr? Value, Place? Place)
{
    /// <summary>The local whose value this is: an lvalue to C++, though it lies nowhere yet.</summary>
    public LocalSymbol? Local { get; init; }

    /// <summary>An lvalue that may be moved from (`std::move`).</summary>
    public bool IsMoved { get; init; }

    /// <summary>An initialiser list whose type its use decides.</summary>
    public BraceExpr? Braces { get; init; }

    /// <summary>The bit-field this is: an lvalue without an address.</summary>
    public BitPlace? Bits { get; init; }

    /// <summary>The bits of the bit-field this is or was read from, by which it is promoted.</summary>
    public int? Width { get; init; }

    /// <summary>An object without data: an lvalue that lies nowhere.</summary>
    public bool IsEmptyObject { get; init; }

    /// <summary>Whether it binds to an lvalue reference.</summary>
    public bool IsLvalue => (Place is not null || Local is not null || IsEmptyObject) && !IsMoved;

    public static Operand Of(CType type, Expr value) => new(type.Unqualified, value, null);

    public static Operand At(CType type, Place place) => new(type, null, place);

    public bool IsPlace => Place is not null || Bits is not null;

    public static readonly Operand Nothing = new(CType.Void, null, null);
}

/// <summary>A bit-field of an object in memory.</summary>
internal sealed record BitPlace(Place Object, BitField Field);
