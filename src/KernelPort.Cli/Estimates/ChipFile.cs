using System.Globalization;
using KernelPort.Backends;
using KernelPort.Core;

namespace KernelPort.Cli.Estimates;

/// <summary>The user's own chips: CSV of target,chip,single TFLOPS,double TFLOPS,GB/s,watts,source; an empty field is unknown.</summary>
internal static class ChipFile
{
    /// <exception cref="CommandException">It cannot be read, or a line is none.</exception>
    public static ILookup<string, Chip> Read(string path)
    {
        var chips = new List<(string Target, Chip Chip)>();
        string[] lines = Inputs.Load(path).Text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            if (line.Length == 0 || line.StartsWith('#') || (i == 0 && line.StartsWith("target,", StringComparison.Ordinal)))
            {
                continue;
            }
            string[] f = [.. line.Split(',', 7).Select(x => x.Trim())];
            if (f.Length != 7 || f[0].Length == 0 || f[1].Length == 0 || f[6].Length == 0 || !f[2..6].All(IsNumber))
            {
                throw new CommandException(ExitCodes.BadInput, $"{path}({i + 1}): expected target,chip,single TFLOPS,double TFLOPS,GB/s,watts,source; a figure that is unknown is left empty, a source never");
            }
            chips.Add((f[0], new Chip(f[1], Number(f[2]), Number(f[3]), Number(f[4]), Number(f[5]), f[6])));
        }
        return chips.ToLookup(c => c.Target, c => c.Chip, StringComparer.Ordinal);
    }

    private static bool IsNumber(string text) => text.Length == 0 || Number(text) is > 0 and < 1e9;

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double d) ? d : null;
}
