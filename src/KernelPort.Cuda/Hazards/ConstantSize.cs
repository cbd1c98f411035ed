using System.Globalization;
using KernelPort.Cuda.Syntax;

namespace KernelPort.Cuda.Hazards;

/// <summary>Sizes as far as they stand in the text: literals and what is made of them. Null where more is needed to know.</summary>
internal static class ConstantSize
{
    /// <param name="named">Names that stand for numbers.</param>
    public static long? Of(ExprSyntax? expression, IReadOnlyDictionary<string, long?>? named = null) => expression switch
    {
        LiteralSyntax { Kind: LiteralKind.Integer } l => Literal(l.Text),
        NameExpr { Name.IsSimple: true } n => named?.GetValueOrDefault(n.Name.Last),
        ParenthesizedExpr p => Of(p.Inner, named),
        BinaryExpr { Operator: "*" } b => Of(b.Left, named) * Of(b.Right, named),
        BinaryExpr { Operator: "+" } b => Of(b.Left, named) + Of(b.Right, named),
        BinaryExpr { Operator: "-" } b => Of(b.Left, named) - Of(b.Right, named),
        BinaryExpr { Operator: "<<" } b when Of(b.Right, named) is >= 0 and < 31 => Of(b.Left, named) << (int)Of(b.Right, named)!.Value,
        BinaryExpr { Operator: "/" } b when Of(b.Right, named) is > 0 => Of(b.Left, named) / Of(b.Right, named),
        _ => null,
    };

    /// <summary>Bytes of a type of numbers or of arrays of them.</summary>
    public static long? BytesOf(TypeSyntax type) => type switch
    {
        ArraySyntax a => Of(a.Size) * BytesOf(a.Element),
        QualifiedType q => BytesOf(q.Inner),
        BuiltinType b => b.Name switch
        {
            "bool" or "char" or "signed char" or "unsigned char" => 1,
            "short" or "unsigned short" => 2,
            "int" or "unsigned int" or "float" => 4,
            "long" or "unsigned long" or "long long" or "unsigned long long" or "double" => 8,
            _ => null,
        },
        NamedType n => n.Name.Last switch
        {
            "half" or "__half" or "__nv_bfloat16" => 2,
            "float2" or "int2" or "uint2" or "uint64_t" or "int64_t" => 8,
            "float4" or "int4" or "uint4" or "double2" => 16,
            "uint32_t" or "int32_t" => 4,
            "uint8_t" or "int8_t" => 1,
            _ => null,
        },
        _ => null,
    };

    private static long? Literal(string text)
    {
        string digits = text.TrimEnd('u', 'U', 'l', 'L').Replace("'", "", StringComparison.Ordinal);
        bool hex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(hex ? digits[2..] : digits, hex ? NumberStyles.HexNumber : NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value : null;
    }
}
