using System.Text;
using System.Text.RegularExpressions;

namespace KernelPort.Cli.Explorer;

/// <summary>Assembly without what is there for debuggers only: places and unwinding.</summary>
internal static partial class ReadableAssembly
{
    public static (string Text, IReadOnlyList<(int Line, int From)> Lines) Of(string assembly, IReadOnlyList<(int Line, int From)> lines)
    {
        var from = lines.ToDictionary(l => l.Line, l => l.From);
        var text = new StringBuilder();
        var kept = new List<(int, int)>();
        int number = 0, shown = 0;
        foreach (string line in assembly.Split('\n'))
        {
            number++;
            if (ForDebuggers().IsMatch(line))
            {
                continue;
            }
            text.Append(line).Append('\n');
            shown++;
            if (from.TryGetValue(number, out int place))
            {
                kept.Add((shown, place));
            }
        }
        return (text.ToString(), kept);
    }

    [GeneratedRegex(@"^\s*\.(loc|file|cfi_\w+)\b|^[.$]?L_*(tmp|func_(begin|end))\d+:|^\s*\.section\s+\.debug")]
    private static partial Regex ForDebuggers();
}
