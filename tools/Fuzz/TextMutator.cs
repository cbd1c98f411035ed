using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Fuzz.Generation;

namespace KernelPort.Fuzz;

/// <summary>Breaks text in the ways text is broken: bytes, tokens, lines, nesting without end.</summary>
public sealed partial class TextMutator(IReadOnlyList<string> texts)
{
    private static readonly string[] Nesting = ["(", "{", "[", "<", "if (1) ", "for (;;) ", "template <typename T> ", "struct s { ", "-", "!", "*", "a ? ", "x.", "#if 1\n", "/*", "\"", "'", "\\\n", "const ", "namespace n { ", "f(", "a + "];

    private static readonly string[] Odd =
    [
        "\0", "\u00ff", "\ufeff", "\r", "\u2028", "0x", "1e", "'", "\"", "R\"(", "/*", "*/", "//", "\\", "#", "##", "#include \"generated.cu\"\n", "#define x x x\n", "#define f(a) f(a a)\n",
        "#if\n", "#else\n", "#endif\n", "#elif 1/0\n", "__global__", "__shared__", "__syncthreads();", "<<<", ">>>", "template<", "operator", "...", "::", "99999999999999999999", "1.5e999f",
    ];

    /// <summary>A text with one to eight changes, by this seed alone.</summary>
    public string Make(ulong seed)
    {
        var chance = new Chance(seed);
        string text = chance.Of(texts);
        for (int i = chance.Between(1, 8); i > 0 && text.Length > 0; i--)
        {
            text = Change(text, chance);
        }
        return text;
    }

    private string Change(string text, Chance chance)
    {
        int at = chance.Below(text.Length), length = Math.Min(text.Length - at, chance.Of([1, 1, 2, 5, 20, 100]));
        switch (chance.Below(9))
        {
            case 0:
                return text.Remove(at, length);
            case 1:
                return text.Insert(at, text.Substring(at, length));
            case 2:
                return string.Concat(text.AsSpan(0, at), ((char)chance.Below(256)).ToString(), text.AsSpan(at + 1));
            case 3:
                return text.Insert(at, chance.Of(Odd));
            case 4:
                return text[..at];
            case 5:
                string word = chance.Of(Nesting);
                return text.Insert(at, new StringBuilder().Insert(0, word, chance.Of([3, 50, 1000, 20_000])).ToString());
            case 6:
                var other = chance.Of(texts);
                int from = chance.Below(other.Length);
                return text.Insert(at, other.Substring(from, Math.Min(other.Length - from, chance.Of([10, 100, 1000]))));
            default:
                return Tokens(text, chance);
        }
    }

    /// <summary>A token left out, doubled, or in the place of another.</summary>
    private static string Tokens(string text, Chance chance)
    {
        var tokens = Token().Matches(text);
        if (tokens.Count == 0)
        {
            return text;
        }
        var (one, two) = (tokens[chance.Below(tokens.Count)], tokens[chance.Below(tokens.Count)]);
        string instead = chance.Below(3) switch { 0 => "", 1 => one.Value + " " + one.Value, _ => two.Value };
        return string.Concat(text.AsSpan(0, one.Index), instead, text.AsSpan(one.Index + one.Length));
    }

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Token();
}
