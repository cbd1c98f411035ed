using KernelPort.Core;

namespace KernelPort.Launches;

/// <summary>A scalar inside an element, at its offset.</summary>
public sealed record FlatScalar(int Offset, ScalarType Type);

/// <summary>What a buffer holds: a scalar, a CUDA vector or a structure, seen as its flattened scalars.</summary>
public sealed record ElementType(string Name, int Size, int Alignment, EquatableArray<FlatScalar> Scalars)
{
    public static ElementType Of(ScalarType type, string name) => new(name, type.Size(), type.Size(), [new FlatScalar(0, type)]);

    /// <summary>The type a spelling names; <paramref name="structures"/> are those the file declares.</summary>
    public static ElementType? Find(string name, IReadOnlyDictionary<string, ElementType>? structures = null)
    {
        string spelling = string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => w is not ("const" or "struct" or "volatile")));
        if (Launches.Scalars.FromName(spelling) is { } scalar)
        {
            return Of(scalar, spelling);
        }
        if (structures is not null && structures.TryGetValue(spelling, out var structure))
        {
            return structure;
        }
        return spelling switch
        {
            "half2" or "__half2" => Vector(spelling, ScalarType.F16, 2, 4),
            "__nv_bfloat162" or "nv_bfloat162" => Vector(spelling, ScalarType.BF16, 2, 4),
            _ => FindVector(spelling),
        };
    }

    private static ElementType? FindVector(string name)
    {
        if (name.Length < 2 || name[^1] is < '1' or > '4')
        {
            return null;
        }
        ScalarType? scalar = name[..^1] switch
        {
            "char" => ScalarType.I8,
            "uchar" => ScalarType.U8,
            "short" => ScalarType.I16,
            "ushort" => ScalarType.U16,
            "int" => ScalarType.I32,
            "uint" => ScalarType.U32,
            "long" or "longlong" => ScalarType.I64,
            "ulong" or "ulonglong" => ScalarType.U64,
            "float" => ScalarType.F32,
            "double" => ScalarType.F64,
            _ => null,
        };
        if (scalar is not { } type)
        {
            return null;
        }
        int lanes = name[^1] - '0';
        int alignment = lanes == 3 ? type.Size() : Math.Min(16, lanes * type.Size());
        return Vector(name, type, lanes, alignment);
    }

    private static ElementType Vector(string name, ScalarType type, int lanes, int alignment) =>
        new(name, lanes * type.Size(), alignment, Enumerable.Range(0, lanes).Select(i => new FlatScalar(i * type.Size(), type)).ToEquatable());
}
