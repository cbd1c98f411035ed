using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

/// <summary>Arithmetic as the IR has it: total, where LLVM's own instructions leave cases undefined; nothing is contracted.</summary>
internal sealed partial class LlvmEmitter
{
    private string UnaryValue(UnaryOp op, IrType type, string a)
    {
        string t = _layout.Value(type);
        return op switch
        {
            UnaryOp.Negate when type.IsFloat => Assign($"fneg {t} {a}"),
            UnaryOp.Negate => Assign($"sub {t} 0, {a}"),
            UnaryOp.BitNot => Assign($"xor {t} {a}, {(type == IrType.Bool ? "true" : "-1")}"),
            _ => Assign($"xor i1 {a}, true"),
        };
    }

    private string BinaryValue(BinaryOp op, IrType type, string a, string b)
    {
        string t = _layout.Value(type);
        if (type.IsFloat && op == BinaryOp.Rem)
        {
            throw new NotInLlvm("the remainder of floats as an operator");
        }
        return op switch
        {
            BinaryOp.Shl or BinaryOp.Shr => Shift(op, type, a, b),
            BinaryOp.Div or BinaryOp.Rem when !type.IsFloat => Divide(op, type, a, b),
            _ => Assign($"{Instruction(op, type)} {t} {a}, {b}"),
        };
    }

    private static string Instruction(BinaryOp op, IrType type) => LlvmInstructions.Of(op, type) ?? throw new NotInLlvm($"{op} on {type}");

    /// <summary>A shift by the width or more gives 0, or copies of the sign.</summary>
    private string Shift(BinaryOp op, IrType type, string a, string amount)
    {
        string t = _layout.Value(type);
        int bits = (int)type.Size * 8;
        bool arithmetic = op == BinaryOp.Shr && type.IsSigned;
        string instruction = op == BinaryOp.Shl ? "shl" : arithmetic ? "ashr" : "lshr";
        if (ulong.TryParse(amount, out ulong known))
        {
            return known < (ulong)bits ? Assign($"{instruction} {t} {a}, {amount}") : arithmetic ? Assign(Build.Invariant($"ashr {t} {a}, {bits - 1}")) : "0";
        }
        string tooFar = Assign(Build.Invariant($"icmp uge i32 {amount}, {bits}"));
        string safe = CastValue(Assign(Build.Invariant($"select i1 {tooFar}, i32 {(arithmetic ? bits - 1 : 0)}, i32 {amount}")), IrType.U32, type);
        string shifted = Assign($"{instruction} {t} {a}, {safe}");
        return arithmetic ? shifted : Assign($"select i1 {tooFar}, {t} 0, {t} {shifted}");
    }

    /// <summary>x / 0 is all ones and x % 0 is x; MIN / -1 is MIN and MIN % -1 is 0.</summary>
    private string Divide(BinaryOp op, IrType type, string x, string y)
    {
        string t = _layout.Value(type);
        string instruction = (type.IsSigned ? "s" : "u") + (op == BinaryOp.Div ? "div" : "rem");
        if (long.TryParse(y, out long known) && known is not (0 or -1))
        {
            return Assign($"{instruction} {t} {x}, {y}");
        }
        string zero = Assign($"icmp eq {t} {y}, 0");
        string minusOne = type.IsSigned ? Assign($"icmp eq {t} {y}, -1") : "";
        string bad = type.IsSigned ? Assign($"or i1 {zero}, {minusOne}") : zero;
        string safe = Assign($"select i1 {bad}, {t} 1, {t} {y}");
        string result = Assign($"{instruction} {t} {x}, {safe}");
        if (type.IsSigned)
        {
            string negated = op == BinaryOp.Div ? Assign($"sub {t} 0, {x}") : "0";
            result = Assign($"select i1 {minusOne}, {t} {negated}, {t} {result}");
        }
        return Assign($"select i1 {zero}, {t} {(op == BinaryOp.Div ? "-1" : x)}, {t} {result}");
    }
}
