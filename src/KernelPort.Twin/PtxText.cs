using System.Text;

namespace KernelPort.Twin;

/// <summary>
/// Inline PTX as calls: each instruction becomes a function of the twin by its own name, dots as underscores, its operands the statement's
/// expressions (<c>mov.u32 %0, %laneid;</c> is <c>mov_u32(out, sreg_laneid())</c>). An instruction the twin does not know does not compile, by name.
/// </summary>
internal static class PtxText
{
    /// <param name="template">The text of the statement's string literals.</param>
    /// <param name="operands">The expressions, outputs first.</param>
    /// <returns>C++ statements, or null where this is no PTX of the simple form.</returns>
    public static string? Translate(string template, IReadOnlyList<string> operands)
    {
        var result = new StringBuilder("do { ");
        int count = 0;
        foreach (string part in template.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\t", " ", StringComparison.Ordinal).Split(';'))
        {
            string instruction = part.Trim();
            if (instruction.Length == 0)
            {
                continue;
            }
            int space = instruction.IndexOf(' ', StringComparison.Ordinal);
            string name = space < 0 ? instruction : instruction[..space];
            if (!name.All(c => char.IsAsciiLetterOrDigit(c) || c == '.') || !(name.Contains('.', StringComparison.Ordinal) || name is "trap" or "exit" or "brkpt"))
            {
                return null;
            }
            var values = new List<string>();
            foreach (string operand in space < 0 ? [] : instruction[space..].Split(',', StringSplitOptions.TrimEntries))
            {
                // {%0, %1} and [%4] are told by the instruction's own name
                if (Operand(operand.Trim('{', '}', '[', ']', ' '), operands) is not { } value)
                {
                    return null;
                }
                values.Add(value);
            }
            result.Append($"::kp::ptx::{name.Replace('.', '_')}({string.Join(", ", values)}); ");
            count++;
        }
        return count > 0 ? result.Append("} while (0)").ToString() : null;
    }

    private static string? Operand(string text, IReadOnlyList<string> operands)
    {
        string bare = text.TrimStart('%');
        if (bare.Length == 0)
        {
            return null;
        }
        if (text.Length == bare.Length)
        {
            return char.IsAsciiDigit(bare[0]) || bare[0] == '-' ? bare : null;
        }
        if (bare.All(char.IsAsciiDigit))
        {
            int n = int.Parse(bare, System.Globalization.CultureInfo.InvariantCulture);
            return n < operands.Count ? operands[n] : null;
        }
        return bare.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '.') ? $"::kp::ptx::sreg_{bare.Replace('.', '_')}()" : null;
    }
}
