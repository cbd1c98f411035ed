using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

/// <summary>LLVM's words for the operators that are one instruction, whatever the operands' values.</summary>
public static class LlvmInstructions
{
    /// <summary>Null for shifts and for division of integers, which LLVM leaves undefined for some values, and for the remainder of floats.</summary>
    public static string? Of(BinaryOp op, IrType type)
    {
        bool f = type.IsFloat;
        bool s = type.IsSigned;
        return op switch
        {
            BinaryOp.Add => f ? "fadd" : "add",
            BinaryOp.Sub => f ? "fsub" : "sub",
            BinaryOp.Mul => f ? "fmul" : "mul",
            BinaryOp.Div when f => "fdiv",
            BinaryOp.And or BinaryOp.LogicalAnd => "and",
            BinaryOp.Or or BinaryOp.LogicalOr => "or",
            BinaryOp.Xor => "xor",
            BinaryOp.Eq => f ? "fcmp oeq" : "icmp eq",
            BinaryOp.Ne => f ? "fcmp une" : "icmp ne",
            BinaryOp.Lt => f ? "fcmp olt" : s ? "icmp slt" : "icmp ult",
            BinaryOp.Le => f ? "fcmp ole" : s ? "icmp sle" : "icmp ule",
            BinaryOp.Gt => f ? "fcmp ogt" : s ? "icmp sgt" : "icmp ugt",
            BinaryOp.Ge => f ? "fcmp oge" : s ? "icmp sge" : "icmp uge",
            _ => null,
        };
    }
}
