using System.Runtime.InteropServices;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>printf: every active lane writes its text, lanes in order.</summary>
internal sealed class PrintInstruction(PrintFormat format, Slot[] arguments) : Instruction
{
    public override void Run(BlockRun block, Group group)
    {
        foreach (int lane in group.Active)
        {
            int next = 0;
            foreach (var piece in format.Pieces)
            {
                if (piece.IsText)
                {
                    block.Printed.Append(piece.Text);
                    continue;
                }
                int? width = piece.Width == -1 ? (int)Integer(block, arguments[next++], lane) : piece.Width;
                int? precision = piece.Precision == -1 ? (int)Integer(block, arguments[next++], lane) : piece.Precision;
                var slot = arguments[next++];
                block.Printed.Append(slot.Type == IrType.F32 ? PrintedNumber.Float(piece.Flags, width, precision, piece.Conversion, block.Values<float>(slot)[lane])
                    : slot.Type == IrType.F64 ? PrintedNumber.Float(piece.Flags, width, precision, piece.Conversion, block.Values<double>(slot)[lane])
                    : PrintedNumber.Integer(piece.Flags, width, precision, piece.Length, piece.Conversion, Integer(block, slot, lane)));
            }
        }
    }

    /// <summary>Its bits, extended by its sign where it has one.</summary>
    private static long Integer(BlockRun block, Slot slot, int lane)
    {
        var bytes = block.Bytes(slot).Slice(lane * slot.Size, slot.Size);
        return slot.Size == 8 ? MemoryMarshal.Read<long>(bytes) : slot.Type.IsSigned ? MemoryMarshal.Read<int>(bytes) : MemoryMarshal.Read<uint>(bytes);
    }
}
