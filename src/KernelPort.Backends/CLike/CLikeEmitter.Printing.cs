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
        string text = string.Concat(PrintFormat.Parse(format)!.Pieces.Select(p => p.Length == "ll" ? p with { Length = _dialect.PrintLong } : p));
        var values = arguments.Select(a => ", " + (a.Type is PointerType ? $"(void *){E(a).At(Precedence.Unary)}" : E(a).At(Precedence.Assign)));
        return $"{word}({Quoted(text)}{string.Concat(values)})";
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
