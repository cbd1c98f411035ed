using System.Text;

namespace KernelPort.Cuda.Lowering;

/// <summary>C++ names as identifiers that are valid everywhere and still readable.</summary>
internal static class Mangling
{
    private static readonly (string Operator, string Word)[] Operators =
    [
        ("operator()", "call"), ("operator[]", "at"), ("operator->", "arrow"), ("operator<<=", "shl_assign"), ("operator>>=", "shr_assign"), ("operator<=", "le"), ("operator>=", "ge"),
        ("operator==", "eq"), ("operator!=", "ne"), ("operator<<", "shl"), ("operator>>", "shr"), ("operator+=", "add_assign"), ("operator-=", "sub_assign"), ("operator*=", "mul_assign"),
        ("operator/=", "div_assign"), ("operator%=", "rem_assign"), ("operator&=", "and_assign"), ("operator|=", "or_assign"), ("operator^=", "xor_assign"), ("operator&&", "both"), ("operator||", "either"),
        ("operator++", "increment"), ("operator--", "decrement"), ("operator+", "add"), ("operator-", "sub"), ("operator*", "mul"), ("operator/", "div"), ("operator%", "rem"), ("operator<", "lt"),
        ("operator>", "gt"), ("operator=", "assign"), ("operator!", "not"), ("operator~", "complement"), ("operator&", "and"), ("operator|", "or"), ("operator^", "xor"), ("operator ", "to_"),
    ];

    public static string Identifier(string text)
    {
        int at = text.IndexOf("operator", StringComparison.Ordinal);
        if (at >= 0 && (at == 0 || text[at - 1] == ':'))
        {
            foreach (var (op, word) in Operators)
            {
                if (text.AsSpan(at).StartsWith(op, StringComparison.Ordinal))
                {
                    text = string.Concat(text.AsSpan(0, at), word, text.AsSpan(at + op.Length));
                    break;
                }
            }
        }
        text = text.Replace("::", "_", StringComparison.Ordinal);
        var name = new StringBuilder();
        foreach (char c in text)
        {
            // `float *` gives `floatp`, -1 gives m1, `Pair<int, float>` gives Pair_int_float.
            name.Append(c switch { '*' => "p", '-' => "m", '+' => "plus", '<' or ',' => "_", '&' => "ref", '~' => "destroy_", _ when char.IsAsciiLetterOrDigit(c) || c == '_' => c.ToString(), _ => "" });
        }
        return name.ToString();
    }
}
