using System.Globalization;
using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Launches;

/// <summary>Finds the plain structures a kernel file declares and lays them out as the System V ABI does.</summary>
public static partial class StructLayout
{
    public static IReadOnlyDictionary<string, ElementType> Scan(string text)
    {
        string plain = Comments().Replace(text, " ");
        var found = new Dictionary<string, ElementType>(StringComparer.Ordinal);
        foreach (Match match in Structures().Matches(plain))
        {
            string name = match.Groups["name"].Value;
            string alias = match.Groups["alias"].Value;
            if (LayOut(name.Length > 0 ? name : alias, match.Groups["body"].Value, AlignmentOf(match.Groups["align"].Value), found) is not { } type)
            {
                continue;
            }
            foreach (string key in new[] { name, alias })
            {
                if (key.Length > 0)
                {
                    found[key] = type;
                }
            }
        }
        return found;
    }

    private static int AlignmentOf(string text)
    {
        var number = Numbers().Match(text);
        return number.Success ? int.Parse(number.Value, CultureInfo.InvariantCulture) : 1;
    }

    private static ElementType? LayOut(string name, string body, int alignment, Dictionary<string, ElementType> known)
    {
        var scalars = new List<FlatScalar>();
        int offset = 0;
        foreach (string part in body.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var match = Members().Match(part);
            if (!match.Success || ElementType.Find(match.Groups["type"].Value.Trim(), known) is not { } type)
            {
                return null;
            }
            foreach (string declarator in match.Groups["list"].Value.Split(',', StringSplitOptions.TrimEntries))
            {
                int count = 1;
                foreach (Match bound in Bounds().Matches(declarator))
                {
                    if (!int.TryParse(bound.Groups[1].Value.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out int n))
                    {
                        return null;
                    }
                    count *= n;
                }
                offset = Align(offset, type.Alignment);
                alignment = Math.Max(alignment, type.Alignment);
                for (int i = 0; i < count; i++)
                {
                    scalars.AddRange(type.Scalars.Select(s => s with { Offset = offset + s.Offset }));
                    offset += type.Size;
                }
            }
        }
        return scalars.Count == 0 ? null : new ElementType(name, Align(offset, alignment), alignment, scalars.ToEquatable());
    }

    private static int Align(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();

    [GeneratedRegex(@"\bstruct\s+(?<align>(?:__align__|alignas)\s*\(\s*\d+\s*\)\s*)?(?<name>\w*)\s*\{(?<body>[^{}()]*)\}\s*(?<alias>\w*)\s*;")]
    private static partial Regex Structures();

    [GeneratedRegex(@"^(?<type>(?:const\s+)?(?:unsigned\s+|signed\s+)?(?:long\s+long|long|short|char|int|\w+)(?:\s+int)?)\s+(?<list>\w+\s*(?:\[[^\]]*\]\s*)*(?:,\s*\w+\s*(?:\[[^\]]*\]\s*)*)*)$")]
    private static partial Regex Members();

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Bounds();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
