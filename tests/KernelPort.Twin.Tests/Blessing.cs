using System.Globalization;
using KernelPort.Launches;

namespace KernelPort.Twin.Tests;

/// <summary>Fills `= ?` of expect lines with what the twin gave, marked (twin); only where a person wrote the question mark.</summary>
internal static class Blessing
{
    public static string Fill(string text, TestLaunch launch, TwinRun run)
    {
        string[] lines = text.Split('\n');
        foreach (var expectation in launch.Expectations.Where(e => e.Values is ["?"]))
        {
            var record = run.Buffers.First(b => b.Name == expectation.Subject);
            var type = expectation.IsSymbol ? ElementType.Find(record.Type)! : launch.FindBuffer(expectation.Subject)!.Element;
            string value = expectation.Kind switch
            {
                ExpectationKind.Sum => Comparison.Sum(type, record.Bytes, expectation.Slice),
                ExpectationKind.Hash => Comparison.Fnv1a64(record.Bytes).ToString("x16", CultureInfo.InvariantCulture),
                _ => Values(type, record.Bytes, expectation.Slice),
            };
            ref string line = ref lines[expectation.Line - 1];
            line = line.Replace("= ?", "= " + value, StringComparison.Ordinal).TrimEnd();
            line = line.EndsWith("(twin)", StringComparison.Ordinal) ? line : line + " (twin)";
        }
        return string.Join('\n', lines);
    }

    private static string Values(ElementType type, byte[] bytes, (int From, int To)? slice)
    {
        var words = new List<string>();
        for (int at = 0; at + type.Size <= bytes.Length; at += type.Size)
        {
            words.AddRange(type.Scalars.Select(s => s.Type.Format(bytes.AsSpan(at + s.Offset, s.Type.Size()))));
        }
        return string.Join(' ', slice is { } range ? words.Skip(range.From).Take(range.To - range.From) : words);
    }
}
