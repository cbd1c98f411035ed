using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>A value that is stored into shared memory at once, and wanted for nothing else, is copied or computed there instead of beside it.</content>
internal sealed partial class VectorEmitter
{
    // Beyond the numbers of tensors: those that lie in a shared memory, in order.
    private const int FirstInMemory = 1 << 20;

    private readonly List<Operand> _inMemory = [];

    private readonly HashSet<int> _pointed;

    /// <summary>A tensor's lanes, wherever it lies.</summary>
    private Operand Lanes(int slot, string element) =>
        slot < FirstInMemory ? _m.View(slot, element) : _inMemory[slot - FirstInMemory] is var piece && piece.Element == element ? piece : _m.Reinterpret(piece, element);

    /// <summary>The shared memory that the next statement stores a value into, as a tensor; -1 where it goes elsewhere too.</summary>
    /// <param name="by">What makes the value; memory that it looks at keeps what it has till then.</param>
    private int MemoryOf(LetId id, Stmt by)
    {
        var (body, at, _) = _following.Peek();
        // What stands between only computes.
        return _uses.GetValueOrDefault(id) == 1 && body.Skip(at + 1).SkipWhile(s => s is Let).FirstOrDefault() is Store { Value: LetRef r } store && r.Id == id ? MemoryOf(store.Target, by) : -1;
    }

    private int MemoryOf(Place target, Stmt by)
    {
        if (!_m.CountsAreExact || !_mask.IsFull || _merged > 1 || _lanes % 8 != 0 || target.Type is not ScalarType { Kind: Scalar.F32 or Scalar.I32 or Scalar.U32 } type
            || VariableUses.Of(target) is not [var variable] || _kernel.Variables[variable].Space == AddressSpace.Local || _pointed.Contains(variable) || (by is not Store && VariableUses.Of(by).Contains(variable)))
        {
            return -1;
        }
        var (state, reads) = (Save(), _reads.ToList());
        try
        {
            var address = Address(target);
            if (!address.IsStraight || !IsLinear(address.Strides) || !Scalars.TryInt(address.Text, out long first) || first % 8 != 0 || address.Memory!.Element != type)
            {
                return -1;
            }
            var piece = Piece(address.Memory, address.Text);
            int known = _inMemory.IndexOf(piece);
            if (known < 0)
            {
                _inMemory.Add(piece);
                known = _inMemory.Count - 1;
            }
            return FirstInMemory + known;
        }
        catch (NotVectorised)
        {
            // An index that is not known yet.
            return -1;
        }
        finally
        {
            Restore(state);
            _reads.AddRange(reads);
        }
    }

    /// <summary>It lies where it is to be stored.</summary>
    private bool IsThere(Value value, Memory memory, string at) => value is { Kind: Kind.Tensor, Slot: >= FirstInMemory } && _inMemory[value.Slot - FirstInMemory] == Piece(memory, at);
}
