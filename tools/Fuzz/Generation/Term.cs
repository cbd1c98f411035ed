using System.Globalization;
using System.Text;
using KernelPort.Core;

namespace KernelPort.Fuzz.Generation;

/// <summary>The scalar types of generated kernels.</summary>
public enum Scalar
{
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    F16,
    F32,
    F64,
}

/// <summary>What the generator must know of a type.</summary>
public static class ScalarFacts
{
    private static readonly string[] Names =
        ["signed char", "unsigned char", "short", "unsigned short", "int", "unsigned int", "long long", "unsigned long long", "__half", "float", "double"];

    public static string Name(this Scalar s) => Names[(int)s];

    public static bool IsFloat(this Scalar s) => s >= Scalar.F16;

    public static bool IsSigned(this Scalar s) => !s.IsFloat() && (int)s % 2 == 0;

    /// <summary>Bits of the type that arithmetic on this one is done in.</summary>
    public static int PromotedBits(this Scalar s) => s is Scalar.I64 or Scalar.U64 ? 64 : 32;

    /// <summary>The unsigned type in which sums and products of this one cannot overflow.</summary>
    public static string Wrapping(this Scalar s) => s.PromotedBits() == 64 ? "unsigned long long" : "unsigned int";
}

/// <summary>
/// An expression: its text with <c>$0</c>, <c>$1</c> … where the parts go. A tree, so that a reducer can put something smaller in a part's place.
/// </summary>
public sealed record Term(Scalar Type, string Form, EquatableArray<Term> Parts)
{
    public static Term Leaf(Scalar type, string text) => new(type, text, []);

    /// <summary>The plainest value of a type.</summary>
    public static Term One(Scalar type) => Leaf(type, type switch
    {
        Scalar.F16 => "__float2half(1.0f)",
        Scalar.F32 => "1.0f",
        Scalar.F64 => "1.0",
        _ => $"({type.Name()})1",
    });

    public int Size => 1 + Parts.Sum(p => p.Size);

    public override string ToString()
    {
        var text = new StringBuilder(Form);
        // from the last, so that $1 is not found in $10
        for (int i = Parts.Count - 1; i >= 0; i--)
        {
            text.Replace("$" + i.ToString(CultureInfo.InvariantCulture), Parts[i].ToString());
        }
        return text.ToString();
    }

    /// <summary>The same expression with something smaller at one place each: a part of the same type, or one.</summary>
    public IEnumerable<Term> Smaller()
    {
        if (Size > 1)
        {
            yield return One(Type);
        }
        foreach (var part in Parts.Where(p => p.Type == Type))
        {
            yield return part;
        }
        for (int i = 0; i < Parts.Count; i++)
        {
            foreach (var smaller in Parts[i].Smaller())
            {
                int at = i;
                yield return this with { Parts = Parts.Select((p, k) => k == at ? smaller : p).ToEquatable() };
            }
        }
    }
}
