using System.Globalization;
using System.Text;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <content>Calls of printf.</content>
public sealed partial class CLikeEmitter
{
    private string PrintText(string format, EquatableArray<Expr> arguments)
    {
        string word = ((Support.Native)_target.Intrinsics[Intrinsics.Print]).Spelling;
        if (_dialect.PrintsPieces)
        {
            return string.Concat(word, "(string.Concat(new[] { ", string.Join(", ", Pieces(format, arguments)), " }))");
        }
        string text = string.Concat(PrintFormat.Parse(format)!.Pieces.Select(p => p.Length == "ll" ? p with { Length = _dialect.PrintLong } : p));
        var values = arguments.Select(a => ", " + (a.Type is PointerType ? $"(void *){E(a).At(Precedence.Unary)}" : E(a).At(Precedence.Assign)));
        return $"{word}({Quoted(text)}{string.Concat(values)})";
    }

    /// <summary>Texts, and numbers as <see cref="PrintedNumber"/> writes them.</summary>
    private IEnumerable<string> Pieces(string format, EquatableArray<Expr> arguments)
    {
        int next = 0;
        foreach (var p in PrintFormat.Parse(format)!.Pieces)
        {
            if (p.IsText)
            {
                yield return "\"" + string.Concat(p.Text.Select(c => c is '"' or '\\' or < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString())) + "\"";
                continue;
            }
            string Number(int? n) => n switch { null => "null", -1 => E(arguments[next++]).At(Precedence.Assign), _ => Build.Invariant($"{n}") };
            string width = Number(p.Width), precision = Number(p.Precision);
            var value = arguments[next++];
            yield return value.Type.IsFloat
                ? $"PrintedNumber.Float(\"{p.Flags}\", {width}, {precision}, '{p.Conversion}', {E(value).At(Precedence.Assign)})"
                : $"PrintedNumber.Integer(\"{p.Flags}\", {width}, {precision}, \"{p.Length}\", '{p.Conversion}', unchecked((long){E(value).At(Precedence.Unary)}))";
        }
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text)
        {
            quoted.Append(c switch
            {
                '\n' => "\\n",
                '\t' => "\\t",
                '"' => "\\\"",
                '\\' => "\\\\",
                // Two of them begin a trigraph.
                '?' => "\\?",
                < ' ' or '\x7f' => "\\" + Convert.ToString(c, 8).PadLeft(3, '0'),
                _ => c.ToString(CultureInfo.InvariantCulture),
            });
        }
        return quoted.Append('"').ToString();
    }
}
