using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>Lays members out one after another as the Itanium ABI does on 64-bit Linux, where g++, clang and nvcc agree.</summary>
/// <param name="packing">The largest alignment of a member under #pragma pack; 0 where none limits it.</param>
/// <param name="packed">The class has the attribute `packed`.</param>
/// <param name="inPart">Members of it have the attribute.</param>
internal sealed class StructBuilder(ClassSymbol symbol, bool union, int packing, bool packed, bool inPart)
{
    private readonly bool _packs = packed || inPart || packing > 0;

    private readonly List<StructField> _fields = [];
    private readonly BitFieldRun _run = new();
    private readonly List<(int Member, BitField Bits)> _bits = [];
    private readonly Dictionary<int, bool> _signed = [];
    private long _bit;
    private long _size;

    // Where the host's compiler would go on after a base: it puts what follows into the unused bytes at the base's end.
    private long? _unused;

    public int Alignment { get; private set; } = 1;

    public int LastField => _fields.Count - 1;

    /// <summary>The class's bit-fields by their place among its members; complete after <see cref="Finish"/>.</summary>
    public IReadOnlyList<(int Member, BitField Bits)> Bits => _bits;

    public void AlignTo(int alignment) => Alignment = Math.Max(Alignment, alignment);

    public void PlaceBase(string name, StructType type, long dataEnd)
    {
        Place(name, type);
        _unused = Bytes(_bit) - type.Size + dataEnd;
    }

    public void Place(string name, IrType type, int atLeast = 1, bool alone = false)
    {
        int aligned = Limited(Math.Max(packed || alone ? 1 : type.Alignment, atLeast));
        if (_unused is { } end && Align(end, aligned) != Align(Bytes(_bit), aligned))
        {
            throw new LoweringException(SemanticRules.ReusedPadding.At(symbol.Span, name, symbol.Display));
        }
        _unused = null;
        long offset = union ? 0 : Align(Bytes(_bit), aligned);
        CloseRun(offset);
        if (_packs || atLeast > type.Alignment)
        {
            Fill(offset);
        }
        _fields.Add(new StructField(name, type, offset));
        _bit = (offset + type.Size) * 8;
        _size = Math.Max(_size, offset + type.Size);
        AlignTo(aligned);
    }

    /// <summary>A bit-field, unnamed where <paramref name="member"/> is null; width 0 ends the unit that the one before lies in.</summary>
    public void PlaceBits(int? member, IrType type, int width, bool signed, bool alone, Span at)
    {
        long unit = type.Size * 8;
        if (width < 0 || width > (type == IrType.Bool ? 1 : unit) || (width == 0 && member is not null))
        {
            throw TypeBinder.Unsupported(at, Build.Invariant($"a bit-field of {width} bits in a '{type}'"));
        }
        if (_unused is { } end && Next(end * 8) != Next(_bit))
        {
            throw new LoweringException(SemanticRules.ReusedPadding.At(at, "a bit-field", symbol.Display));
        }
        _unused = null;
        long from = _bit;
        _bit = union ? 0 : Next(_bit);
        if (_bit > from)
        {
            // The padding is written down: C's rules for the integers alone would give another one, or none.
            _run.Add(null, from, (int)(_bit - from), 1);
        }
        if (width == 0)
        {
            CloseRun(_bit / 8);
            return;
        }
        if (member is { } named)
        {
            _signed[named] = signed;
            AlignTo(Limited(packed || alone ? 1 : type.Alignment));
        }
        _run.Add(member, _bit, width, (int)type.Size);
        _bit += width;
        _size = Math.Max(_size, Bytes(_bit));
        if (union)
        {
            CloseRun(member is null ? Bytes(_bit) : type.Size);
        }

        long Next(long bit) => width == 0 || (!packed && !alone && packing == 0 && bit % unit + width > unit) ? Align(bit, (int)unit) : bit;
    }

    public void Finish(StructType layout)
    {
        long size = Align(Math.Max(_size, 1), Alignment);
        CloseRun(size);
        bool asWritten = LiesNaturally(size);
        if (!asWritten)
        {
            Fill(size);
        }
        layout.Complete(_fields.ToEquatable(), size, Alignment, isPacked: !asWritten);
    }

    private int Limited(int alignment) => packing > 0 ? Math.Min(alignment, packing) : alignment;

    /// <summary>Whether a compiler that is not told to pack would lay out the fields so.</summary>
    private bool LiesNaturally(long size)
    {
        if (!_packs)
        {
            return true;
        }
        long end = 0;
        int natural = 1;
        foreach (var f in _fields)
        {
            if (!union && Align(end, f.Type.Alignment) != f.Offset)
            {
                return false;
            }
            end = union ? Math.Max(end, f.Type.Size) : f.Offset + f.Type.Size;
            natural = Math.Max(natural, f.Type.Alignment);
        }
        // A larger alignment is said with the struct.
        return natural <= Alignment && Align(Math.Max(end, 1), Alignment) == size;
    }

    /// <summary>Writes down what is left free where the types alone would leave nothing, or something else.</summary>
    private void Fill(long offset)
    {
        long end = _fields.Count == 0 ? 0 : _fields[^1].Offset + _fields[^1].Type.Size;
        while (!union && end < offset)
        {
            int size = 8;
            while (end + size > offset || (!_packs && end % size != 0))
            {
                size /= 2;
            }
            _fields.Add(new StructField(Build.Invariant($"free_{end}"), BitFieldRun.Unit(size), end) { IsPadding = true });
            end += size;
        }
    }

    private void CloseRun(long limit)
    {
        if (_run.IsEmpty)
        {
            return;
        }
        foreach (var (member, width, pieces) in _run.Close(_fields, limit))
        {
            _bits.Add((member, new BitField(width, _signed[member], pieces)));
        }
    }

    private static long Bytes(long bits) => (bits + 7) / 8;

    private static long Align(long offset, int alignment) => (offset + alignment - 1) / alignment * alignment;
}
