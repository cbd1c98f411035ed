using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Cuda.Semantics;

/// <summary>Where the bits of a bit-field lie: in one integer of the struct or, where none holds them all, in several, the lowest bits first.</summary>
public sealed record BitField(int Width, bool IsSigned, EquatableArray<BitPiece> Pieces);

/// <summary>Bits of a bit-field that lie together: <paramref name="Width"/> of them from bit <paramref name="Shift"/> of a field on.</summary>
public readonly record struct BitPiece(int FieldIndex, int Shift, int Width);

/// <summary>Neighbouring bit-fields, which C++ takes for one object in memory: no other member's bytes are touched when one of them is written.</summary>
internal sealed class BitFieldRun
{
    private readonly List<(int? Field, long At, int Width, int Largest)> _members = [];
    private long _start = -1;
    private long _end;

    public bool IsEmpty => _start < 0;

    public static ScalarType Unit(int bytes) => bytes switch { 1 => IrType.U8, 2 => IrType.U16, 4 => IrType.U32, _ => IrType.U64 };

    /// <summary>Bits from the struct's begin. <paramref name="field"/> is the place among the class's members, null for unnamed bits.</summary>
    public void Add(int? field, long at, int width, int largest)
    {
        _start = IsEmpty ? at / 8 : _start;
        _end = at + width;
        _members.Add((field, at, width, largest));
    }

    /// <summary>Covers the run with integers that lie as C's do. Padding up to <paramref name="limit"/> (bytes) may be used, other members may not.</summary>
    public IEnumerable<(int Field, int Width, EquatableArray<BitPiece> Pieces)> Close(List<StructField> fields, long limit)
    {
        var units = new List<(int Index, long At, int Width)>();
        for (long p = _start; p < (_end + 7) / 8;)
        {
            int size = 8;
            // No larger than a named member's own type: the struct is not aligned for more.
            while (size > 1 && (p % size != 0 || p + size > limit || !_members.Exists(m => m.Field is not null && m.Largest >= size && m.At < (p + size) * 8 && m.At + m.Width > p * 8)))
            {
                size /= 2;
            }
            fields.Add(new StructField(Build.Invariant($"bits_{p}"), Unit(size), p)
            {
                IsPadding = !_members.Exists(m => m.Field is not null && m.At < (p + size) * 8 && m.At + m.Width > p * 8),
            });
            units.Add((fields.Count - 1, p * 8, size * 8));
            p += size;
        }
        foreach (var (field, at, width, _) in _members)
        {
            if (field is { } named)
            {
                yield return (named, width, units.Where(u => u.At < at + width && u.At + u.Width > at)
                    .Select(u => new BitPiece(u.Index, (int)Math.Max(0, at - u.At), (int)(Math.Min(u.At + u.Width, at + width) - Math.Max(u.At, at)))).ToEquatable());
            }
        }
        _members.Clear();
        _start = -1;
    }
}
