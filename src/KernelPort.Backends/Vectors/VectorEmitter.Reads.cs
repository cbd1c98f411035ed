using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Global memory that is read again while nothing else happened is not copied again.</content>
internal sealed partial class VectorEmitter
{
    private readonly List<(Value From, Mask Mask, IrType Type, LetId Id)> _reads = [];

    /// <summary>Only statements that compute and read leave memory, and the tensors of what was read, as they are.</summary>
    private void Forget(Stmt s)
    {
        if (s is not (Let or Load))
        {
            _reads.Clear();
        }
    }

    private void Remember(Load x, Value from)
    {
        if (!x.Volatile && from.Memory!.IsGlobal && from.IsStraight)
        {
            _reads.Add((from, _mask, x.Source.Type, x.Id));
        }
    }

    private Value? Again(Load x, Value from)
    {
        if (x.Volatile || !from.Memory!.IsGlobal || !from.IsStraight)
        {
            return null;
        }
        var read = _reads.FirstOrDefault(r => ReferenceEquals(r.Mask, _mask) && r.Type == x.Source.Type && r.From.Memory == from.Memory && r.From.Text == from.Text && r.From.Strides == from.Strides);
        return read.From is null ? null : _lets[read.Id.Index];
    }
}
