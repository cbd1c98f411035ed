using System.Globalization;
using System.Text;
using KernelPort.Core;
using KernelPort.Launches;

namespace KernelPort.Engines.Verification;

/// <summary>The user's file with a launch header in front that says one launch and what the reference executor made of it.</summary>
internal static class ReproductionText
{
    private const int LongestLine = 256;
    private static readonly string[] HeaderWords = ["launch", "then", "expect", "tolerance", "symbol"];

    public static string Of(SourceText source, TestLaunch launch, ReferenceRun reference)
    {
        var step = launch.Steps[0];
        var text = new StringBuilder();
        string shared = step.SharedBytes > 0 ? string.Create(CultureInfo.InvariantCulture, $", {step.SharedBytes}") : "";
        text.Append(CultureInfo.InvariantCulture, $"// launch: {step.Kernel}<<<{Text(step.Grid)}, {Text(step.Block)}{shared}>>>({string.Join(", ", step.Arguments.Select(Text))})\n");
        foreach (var b in launch.Buffers)
        {
            byte[] bytes = reference.Buffers[b.Name];
            var values = new List<string>();
            for (int at = 0; at + b.Spec.Element.Size <= bytes.Length; at += b.Spec.Element.Size)
            {
                values.AddRange(b.Spec.Element.Scalars.Select(s => s.Type.Format(bytes.AsSpan(at + s.Offset, s.Type.Size()))));
            }
            for (int from = 0; from < values.Count; from += LongestLine)
            {
                int to = Math.Min(values.Count, from + LongestLine);
                string slice = values.Count <= LongestLine ? "" : string.Create(CultureInfo.InvariantCulture, $"[{from}..{to}]");
                text.Append(CultureInfo.InvariantCulture, $"// expect: {b.Name}{slice} = {string.Join(' ', values[from..to])}\n");
            }
        }
        foreach (var t in launch.Tolerances.Where(t => !t.IsDefault))
        {
            // one number for all values: the farthest that one may be away
            string absolute = t.Deviations is { } d ? string.Create(CultureInfo.InvariantCulture, $"abs {d.Where(double.IsFinite).DefaultIfEmpty(0).Max():R} ") : "";
            text.Append(CultureInfo.InvariantCulture, $"// tolerance: {t.Buffer} {absolute}ulp {t.Ulp} {t.Reason}\n");
        }
        return text.Append(WithoutHeader(source.Text)).ToString();
    }

    /// <summary>The text with its own header left out; comments further down stay.</summary>
    private static string WithoutHeader(string text)
    {
        string[] lines = text.Split('\n');
        int top = Array.FindIndex(lines, l => l.Trim().Length > 0 && !l.StartsWith("//", StringComparison.Ordinal));
        return string.Join('\n', lines.Where((l, i) => (top >= 0 && i >= top) || !HeaderWords.Any(w => l.StartsWith("// " + w, StringComparison.Ordinal) && l.Contains(':', StringComparison.Ordinal))));
    }

    private static string Text(Extent e) => e is { Y: 1, Z: 1 } ? e.X.ToString(CultureInfo.InvariantCulture) : e.ToString();

    private static string Text(LaunchArgument argument) => argument switch
    {
        BufferArgument b => string.Create(CultureInfo.InvariantCulture, $"{b.Name}: {b.Spec.Element.Name}[{b.Spec.Count}]{(b.Start > 0 ? $" from {b.Start}" : "")} = {Text(b.Spec.Fill)}"),
        StructArgument s => $"{s.Name}: {{{string.Join(", ", s.Values)}}}",
        ScalarArgument s => $"{s.Name}: {s.Text}",
        _ => argument.Name,
    };

    private static string Text(BufferFill fill) => fill switch
    {
        BufferFill.Random r => string.Create(CultureInfo.InvariantCulture, $"rand({r.Seed}, {r.Low}, {r.High})"),
        BufferFill.Values v => string.Join(' ', v.Items),
        _ => "0",
    };
}
