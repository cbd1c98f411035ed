using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Memory read and written by more than one element at a time, as halves by vectors of 16 bytes: what is read is kept as the elements it is made of.</content>
internal sealed partial class VectorEmitter
{
    /// <summary>How many elements of a memory a type takes.</summary>
    private static long Units(IrType type, Memory memory) => IsWider(type, memory) ? type.Size / memory.Element.Size
        : LeafOf(type).Size == memory.Element.Size ? Leaves(type)
        : throw new NotVectorised($"{memory.Element} in memory seen as {type}");

    private static bool IsWider(IrType type, Memory memory) => LeafOf(type).Size > memory.Element.Size && Scalars.IsLane(memory.Element) && LeafOf(type).Size % memory.Element.Size == 0;

    private Value LoadPieces(Value at, IrType type)
    {
        var element = at.Memory!.Element;
        var pieces = Together(at, [.. Enumerable.Range(0, (int)(type.Size / element.Size)).Select(i => ((IrType)element, i * element.Size))], type.Size) ?? [.. Enumerable.Range(0, (int)(type.Size / element.Size)).Select(i => Kept(LoadAt(Further(at, i), element)))];
        return new Value(type, Kind.Struct, "") { Parts = [.. pieces], IsPieces = true };

        Value Kept(Value v)
        {
            // The next one's copy may need tensors too.
            Keep(v);
            return v;
        }
    }

    private void StorePieces(Value at, IrType type, Value value)
    {
        var element = at.Memory!.Element;
        if (!value.IsPieces || value.Parts.Count * element.Size != type.Size || value.Parts.Any(p => p.Type.Size != element.Size))
        {
            throw new NotVectorised($"{type} stored into memory of {element}");
        }
        for (int i = 0; i < value.Parts.Count; i++)
        {
            StoreAt(Further(at, i), value.Parts[i], element);
        }
    }

    private static void SamePieces(Value a, Value b)
    {
        if (a.IsPieces != b.IsPieces || a.Parts.Count != b.Parts.Count)
        {
            throw new NotVectorised("a number read from narrower memory");
        }
    }
}
