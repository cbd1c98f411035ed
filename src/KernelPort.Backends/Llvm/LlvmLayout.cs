using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

/// <summary>The types of the IR in LLVM's words. Structures are packed ones with their gaps written out, so that they lie as the IR says whatever the machine.</summary>
internal sealed class LlvmLayout(LlvmDialect dialect)
{
    /// <summary>The type of a value.</summary>
    public string Value(IrType type) => type switch
    {
        VoidType => "void",
        ScalarType s => s.Kind switch
        {
            Scalar.Bool => "i1",
            Scalar.I8 or Scalar.U8 => "i8",
            Scalar.I16 or Scalar.U16 or Scalar.BF16 => "i16",
            Scalar.I32 or Scalar.U32 => "i32",
            Scalar.I64 or Scalar.U64 => "i64",
            Scalar.F16 => "half",
            Scalar.F32 => "float",
            _ => "double",
        },
        PointerType p => Pointer(dialect.Number(p.Space)),
        StructType s => "%" + LlvmText.Quoted(s.Name),
        ArrayType a => Build.Invariant($"[{a.Length} x {Memory(a.Element)}]"),
        _ => throw new System.Diagnostics.UnreachableException(type.GetType().Name),
    };

    /// <summary>The type of a value in memory, where a truth value takes a byte.</summary>
    public string Memory(IrType type) => type == IrType.Bool ? "i8" : Value(type);

    public static string Pointer(int space) => space == 0 ? "ptr" : Build.Invariant($"ptr addrspace({space})");

    /// <summary>The elements of a structure, gaps included, and where among them each field stands; a union is bytes.</summary>
    private (List<string> Elements, int[] Places) Elements(StructType s)
    {
        var elements = new List<string>();
        var places = new int[s.Fields.Count];
        if (s.IsUnion)
        {
            return ([Build.Invariant($"[{s.Size} x i8]")], places);
        }
        long at = 0;
        for (int i = 0; i < s.Fields.Count; i++)
        {
            Gap(s.Fields[i].Offset - at);
            places[i] = elements.Count;
            elements.Add(Memory(s.Fields[i].Type));
            at = s.Fields[i].Offset + s.Fields[i].Type.Size;
        }
        Gap(s.Size - at);
        return (elements, places);

        void Gap(long bytes)
        {
            if (bytes > 0)
            {
                // As a structure of its own: no field is one without a name.
                elements.Add(Build.Invariant($"<{{ [{bytes} x i8] }}>"));
            }
        }
    }

    public string Definition(StructType s) => $"{Value(s)} = type <{{ {string.Join(", ", Elements(s).Elements)} }}>";

    public int Place(StructType s, int field) => Elements(s).Places[field];

    /// <summary>A constant of a type from its bytes.</summary>
    public string Constant(IrType type, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyExcept((byte)0) < 0)
        {
            return type is ScalarType or PointerType ? LlvmText.Literal(new Literal(type, 0), inMemory: true) : "zeroinitializer";
        }
        switch (type)
        {
            case ArrayType a:
                var parts = new List<string>();
                for (int i = 0; i < a.Length; i++)
                {
                    parts.Add($"{Memory(a.Element)} {Constant(a.Element, bytes.Slice(i * (int)a.Element.Size, (int)a.Element.Size))}");
                }
                return $"[{string.Join(", ", parts)}]";
            case StructType s:
                var (elements, places) = Elements(s);
                string[] values = [.. elements.Select(e => e + " zeroinitializer")];
                if (s.IsUnion)
                {
                    return $"<{{ {elements[0]} {Constant(new ArrayType(IrType.U8, s.Size), bytes)} }}>";
                }
                for (int i = 0; i < s.Fields.Count; i++)
                {
                    var f = s.Fields[i];
                    values[places[i]] = $"{Memory(f.Type)} {Constant(f.Type, bytes.Slice((int)f.Offset, (int)f.Type.Size))}";
                }
                return $"<{{ {string.Join(", ", values)} }}>";
            default:
                ulong bits = 0;
                for (int i = 0; i < type.Size; i++)
                {
                    bits |= (ulong)bytes[i] << (8 * i);
                }
                return LlvmText.Literal(new Literal(type, bits), inMemory: true);
        }
    }
}

/// <summary>Names and numbers as LLVM's language has them.</summary>
internal static class LlvmText
{
    /// <summary>A name; in quotes where it has characters that need them.</summary>
    public static string Quoted(string name) => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '$') && !char.IsAsciiDigit(name[0]) ? name : $"\"{name.Replace("\"", "\\22", StringComparison.Ordinal)}\"";

    public static string Literal(Literal x, bool inMemory = false) => x.Type switch
    {
        ScalarType { Kind: Scalar.Bool } => inMemory ? (x.Bits != 0 ? "1" : "0") : x.Bits != 0 ? "true" : "false",
        ScalarType { Kind: Scalar.F32 } => Build.Invariant($"0x{Widened((uint)x.Bits):X16}"),
        ScalarType { Kind: Scalar.F64 } => Build.Invariant($"0x{x.Bits:X16}"),
        ScalarType { Kind: Scalar.F16 } => Build.Invariant($"0xH{x.Bits:X4}"),
        ScalarType { Kind: Scalar.BF16 } => Build.Invariant($"{(short)x.Bits}"),
        PointerType => x.Bits == 0 ? "null" : Build.Invariant($"inttoptr (i64 {x.Bits} to ptr)"),
        ArrayType or StructType => "zeroinitializer",
        _ => Build.Invariant($"{Build.AsInt(x)}"),
    };

    // LLVM writes a float as the double of the same value; a NaN keeps its bits.
    private static ulong Widened(uint bits) => (bits & 0x7f800000) == 0x7f800000 && (bits & 0x7fffff) != 0
        ? (ulong)(bits >> 31) << 63 | 0x7ffUL << 52 | (ulong)(bits & 0x7fffff) << 29
        : BitConverter.DoubleToUInt64Bits(BitConverter.UInt32BitsToSingle(bits));
}

/// <summary>The emitter has no form of something yet.</summary>
internal sealed class NotInLlvm(string what) : Exception(what);
