using KernelPort.Cuda.Semantics;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>A lowered expression: a place (an lvalue) or a value, with its C++ type (never a reference).</summary>
internal readonly record struct Operand(CType Type, Expr? Value, Place? Place)
{
    public static Operand Of(CType type, Expr value) => new(type.Unqualified, value, null);

    public static Operand At(CType type, Place place) => new(type, null, place);

    public bool IsPlace => Place is not null;

    public static readonly Operand Nothing = new(CType.Void, null, null);
}
