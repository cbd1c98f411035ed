using KernelPort.Core;

namespace KernelPort.Ir;

public enum Scalar { Bool, I8, U8, I16, U16, I32, U32, I64, U64, F16, BF16, F32, F64 }

public enum AddressSpace { Generic, Global, Shared, Constant, Local }

/// <summary>A type; sizes are explicit and the same on every target.</summary>
public abstract record IrType
{
    public static readonly VoidType Void = new();
    public static readonly ScalarType Bool = new(Scalar.Bool);
    public static readonly ScalarType I8 = new(Scalar.I8);
    public static readonly ScalarType U8 = new(Scalar.U8);
    public static readonly ScalarType I16 = new(Scalar.I16);
    public static readonly ScalarType U16 = new(Scalar.U16);
    public static readonly ScalarType I32 = new(Scalar.I32);
    public static readonly ScalarType U32 = new(Scalar.U32);
    public static readonly ScalarType I64 = new(Scalar.I64);
    public static readonly ScalarType U64 = new(Scalar.U64);
    public static readonly ScalarType F16 = new(Scalar.F16);
    public static readonly ScalarType BF16 = new(Scalar.BF16);
    public static readonly ScalarType F32 = new(Scalar.F32);
    public static readonly ScalarType F64 = new(Scalar.F64);

    /// <summary>Size in bytes.</summary>
    public abstract long Size { get; }

    /// <summary>Alignment in bytes.</summary>
    public abstract int Alignment { get; }

    public bool IsInteger => this is ScalarType { Kind: >= Scalar.Bool and <= Scalar.U64 };

    public bool IsFloat => this is ScalarType { Kind: >= Scalar.F16 };

    public bool IsSigned => this is ScalarType { Kind: Scalar.I8 or Scalar.I16 or Scalar.I32 or Scalar.I64 };
}

/// <summary>What a function returns that returns nothing.</summary>
public sealed record VoidType : IrType
{
    public override long Size => 0;

    public override int Alignment => 1;

    public override string ToString() => "void";
}

/// <summary>A number or a truth value.</summary>
public sealed record ScalarType(Scalar Kind) : IrType
{
    public override long Size => Kind switch
    {
        Scalar.Bool or Scalar.I8 or Scalar.U8 => 1,
        Scalar.I16 or Scalar.U16 or Scalar.F16 or Scalar.BF16 => 2,
        Scalar.I32 or Scalar.U32 or Scalar.F32 => 4,
        _ => 8,
    };

    public override int Alignment => (int)Size;

    public override string ToString() => Kind.ToString().ToLowerInvariant();
}

/// <summary>A 64-bit address of a <paramref name="Pointee"/> (void: of anything) in an address space.</summary>
public sealed record PointerType(IrType Pointee, AddressSpace Space) : IrType
{
    public override long Size => 8;

    public override int Alignment => 8;

    public override string ToString() => $"ptr<{Pointee}, {Space.ToString().ToLowerInvariant()}>";
}

/// <summary>A fixed number of elements in memory.</summary>
public sealed record ArrayType(IrType Element, long Length) : IrType
{
    public override long Size => Element.Size * Length;

    public override int Alignment => Element.Alignment;

    public override string ToString() => $"[{Length} x {Element}]";
}

/// <summary>A named struct or union; two are equal when their names are. Fields are set once, so that a struct may point at itself.</summary>
public sealed record StructType(string Name) : IrType
{
    private EquatableArray<StructField>? _fields;
    private long _size;
    private int _alignment = 1;

    public EquatableArray<StructField> Fields => _fields ?? [];

    public bool IsComplete => _fields is not null;

    /// <summary>Declared by every CUDA-like target's own headers (float4 and its family): used, not printed.</summary>
    public bool IsBuiltin { get; init; }

    /// <summary>All fields lie at offset 0.</summary>
    public bool IsUnion { get; init; }

    public override long Size => _size;

    public override int Alignment => _alignment;

    /// <summary>Fields lie where their types alone would not put them: what prints a struct has to say so.</summary>
    public bool IsPacked { get; private set; }

    public void Complete(EquatableArray<StructField> fields, long size, int alignment, bool isPacked = false)
    {
        IsPacked = isPacked;
        _fields = fields;
        _size = size;
        _alignment = alignment;
    }

    public bool Equals(StructType? other) => other is not null && other.Name == Name;

    public override int GetHashCode() => string.GetHashCode(Name, StringComparison.Ordinal);

    public override string ToString() => "%" + Printer.Quoted(Name);
}

/// <summary>A member of a struct; <paramref name="Offset"/> in bytes.</summary>
public sealed record StructField(string Name, IrType Type, long Offset)
{
    /// <summary>Holds nothing: it stands for bytes that a compiler would not leave free by itself.</summary>
    public bool IsPadding { get; init; }
}
