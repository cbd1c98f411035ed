using System.Globalization;
using System.Text;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Structs taken apart: a value of one is a value a field; memory of them is memory of their numbers, which have one size.</content>
internal sealed partial class VectorEmitter
{
    /// <summary>The number that memory of a type is made of; of structs and arrays, their first.</summary>
    private static IrType LeafOf(IrType type) => type switch
    {
        ArrayType a => LeafOf(a.Element),
        StructType s when s.Fields.FirstOrDefault(f => !f.IsPadding) is { } f => LeafOf(f.Type),
        _ => type,
    };

    /// <summary>How many numbers of a leaf's size a type takes.</summary>
    /// <exception cref="NotVectorised">Its numbers have several sizes.</exception>
    private static long Leaves(IrType type)
    {
        long size = LeafOf(type).Size;
        return AreAlike(type, size) && type.Size % size == 0 ? type.Size / size : throw new NotVectorised($"a struct of numbers of several sizes, {type}");
    }

    private static bool AreAlike(IrType type, long size) => type switch
    {
        ArrayType a => AreAlike(a.Element, size),
        StructType s => s.Fields.All(f => f.IsPadding || (f.Offset % size == 0 && AreAlike(f.Type, size))),
        _ => type.Size == size && Scalars.IsLane(type),
    };

    /// <summary>The same pointer, some numbers on.</summary>
    private Value Further(Value at, long leaves)
    {
        string by = Build.Invariant($"{leaves * (at.Memory!.Length < 0 ? _slotBytes / 4 : 1)}");
        return at with { Text = Scalars.Add(at.Text, by) };
    }

    private Value LoadStruct(Value at, StructType type)
    {
        long size = at.Memory!.Element.Size;
        if (LoadedTogether(at, type) is { } whole)
        {
            return whole;
        }
        return Value.Struct(type, [.. type.Fields.Select(f => LoadAt(Further(at, f.Offset / size), f.Type))]);
    }

    /// <summary>Neighbouring structs of a few numbers in one copy, their fields picked from it.</summary>
    private Value? LoadedTogether(Value at, StructType type) =>
        type.Fields.All(f => f.Type is ScalarType) && Together(at, [.. type.Fields.Select(f => (f.Type, f.Offset))], type.Size) is { } parts ? Value.Struct(type, parts) : null;

    /// <summary>Of lanes' neighbouring groups of numbers, each so many bytes, those at given offsets: one copy, then a gather a number. Null where that is no form.</summary>
    private List<Value>? Together(Value at, IReadOnlyList<(IrType Type, long Offset)> numbers, long bytes)
    {
        var element = at.Memory!.Element;
        if (!_m.Gathers || !at.Memory.IsGlobal || !at.IsStraight || _block.Y * _block.Z > 1 || Prefix(_mask) is not { } count || element.Size is not (2 or 4)
            || at.Strides.X != Build.Invariant($"{bytes / element.Size}") || bytes * _lanes > MostRoom)
        {
            return null;
        }
        Used("LoadRows");
        var room = Room(element, bytes * _lanes);
        long each = bytes / element.Size;
        Fence();
        Vector("KpLoadRows", room, $"{each * _lanes}u", Tensor(at.Memory), at.Text, "0", $"{count} > 0 ? 1 : 0", $"{count} * {each}");
        Fence();
        int offsets = ByteTable(bytes, 0, 0);
        var parts = new List<Value>();
        foreach (var (type, offset) in numbers)
        {
            int to = NewSlot();
            bool narrow = element.Size == 2;
            int stage = narrow ? NewSlot() : to;
            Vector("Gather", narrow ? Raw(stage, type) : Typed(to, type), RoomAs(narrow ? "uint16_t" : Scalars.Carrier(type)), Unsigned(offsets), $"uint32_t({offset})", $"uint32_t({count})");
            if (narrow)
            {
                Widen(to, stage, type, N);
            }
            parts.Add(Value.Tensor(type, to));
        }
        return parts;
    }

    private void StoreStruct(Value at, StructType type, Value value)
    {
        long size = at.Memory!.Element.Size;
        for (int i = 0; i < type.Fields.Count; i++)
        {
            if (!type.Fields[i].IsPadding)
            {
                StoreAt(Further(at, type.Fields[i].Offset / size), value.Parts[i], type.Fields[i].Type);
            }
        }
    }

    private static Value FieldValue(Value v, int index) => v is { Kind: Kind.Struct, IsPieces: false } ? v.Parts[index] : throw new NotVectorised(v.IsPieces ? "a number read from narrower memory" : "a field of no struct");

    /// <summary>A struct that the kernel is given: a scalar a number, from a member of the class.</summary>
    private Value Given(IrType type, string text) => type switch
    {
        StructType s => Value.Struct(s, [.. s.Fields.Select((f, i) => Given(f.Type, Build.Invariant($"{text}.f{i}")))]),
        ScalarType when !Scalars.IsSmallFloat(type) => Value.Scalar(type, text),
        _ => throw new NotVectorised($"a parameter with {type}"),
    };

    private static string ParameterWord(IrType type, Function kernel, LetId p) => type is StructType ? Build.Invariant($"KpArgument_{kernel.Name}_{p.Index}") : Scalars.Word(type);

    /// <summary>The declarations of structs that a kernel is given, as CUDA lays them out.</summary>
    private string Declarations()
    {
        var text = new StringBuilder();
        foreach (var p in _kernel.Parameters)
        {
            if (_kernel.TypeOf(p) is StructType s)
            {
                text.Append(CultureInfo.InvariantCulture, $"struct alignas({s.Alignment}) {ParameterWord(s, _kernel, p)} {{{Members(s)}}};\n\n");
            }
        }
        return text.ToString();
    }

    private static string Members(StructType s) => string.Concat(s.Fields.Select((f, i) => f.Type is StructType inner
        ? Build.Invariant($" struct alignas({inner.Alignment}) {{{Members(inner)}}} f{i};")
        : Build.Invariant($" {Scalars.Word(f.Type)} f{i};"))) + " ";
}
