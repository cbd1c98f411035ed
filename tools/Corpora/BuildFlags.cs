using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Corpora;

/// <summary>The macros and include folders that the Makefile beside or above a source passes to its compiler: without them the source is another program.</summary>
internal sealed partial record BuildFlags(EquatableArray<string> Includes, EquatableArray<(string Name, string Value)> Defines)
{
    public static BuildFlags For(string source, string under)
    {
        for (string? folder = Path.GetDirectoryName(Path.GetFullPath(source)); folder is not null && folder.Length >= Path.GetFullPath(under).Length; folder = Path.GetDirectoryName(folder))
        {
            string makefile = Path.Combine(folder, "Makefile");
            if (File.Exists(makefile))
            {
                return Of(folder, Words(File.ReadAllText(makefile)));
            }
        }
        return new BuildFlags([], []);
    }

    private static BuildFlags Of(string folder, IEnumerable<string> words)
    {
        var includes = new List<string>();
        var defines = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string word in words)
        {
            if (word.StartsWith("-I", StringComparison.Ordinal) && word.Length > 2)
            {
                includes.Add(Path.GetFullPath(Path.Combine(folder, word[2..])));
            }
            else if (Define().Match(word) is { Success: true } d)
            {
                defines[d.Groups[1].Value] = d.Groups[2].Success ? d.Groups[2].Value : "1";
            }
        }
        return new BuildFlags(includes.Distinct().ToEquatable(), defines.Select(d => (d.Key, d.Value)).ToEquatable());
    }

    /// <summary>The words of every variable and recipe of the lines that count when make is called without arguments.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        var conditions = new Stack<bool>();
        var words = new List<string>();
        foreach (string line in text.Replace("\\\r\n", " ").Replace("\\\n", " ").Split('\n').Select(l => l.Split('#')[0].TrimEnd()))
        {
            string trimmed = line.Trim();
            if (Condition().Match(trimmed) is { Success: true } c)
            {
                bool equal = c.Groups[2].Success
                    ? Expand(c.Groups[2].Value.Trim(), variables) == Expand(c.Groups[3].Value.Trim(), variables)
                    : Expand($"$({c.Groups[4].Value.Trim()})", variables).Length > 0;
                conditions.Push(equal != c.Groups[1].Value.StartsWith("ifn", StringComparison.Ordinal));
            }
            else if (trimmed == "else" && conditions.Count > 0)
            {
                conditions.Push(!conditions.Pop());
            }
            else if (trimmed == "endif")
            {
                conditions.TryPop(out _);
            }
            else if (conditions.All(c => c))
            {
                if (!line.StartsWith('\t') && Assignment().Match(trimmed) is { Success: true } a)
                {
                    string name = a.Groups[1].Value, before = variables.GetValueOrDefault(name, "");
                    variables[name] = a.Groups[2].Value switch { "+" => before + " " + a.Groups[3].Value, "?" when before.Length > 0 => before, _ => a.Groups[3].Value };
                }
                else if (line.StartsWith('\t'))
                {
                    words.Add(trimmed);
                }
            }
        }
        return variables.Values.Concat(words).SelectMany(w => Expand(w, variables).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Expand(string value, Dictionary<string, string> variables, int depth = 0) =>
        depth > 8 ? "" : Variable().Replace(value, m => Expand(variables.GetValueOrDefault(m.Groups[1].Value, ""), variables, depth + 1));

    [GeneratedRegex(@"^-D([A-Za-z_]\w*)(?:=(.*))?$")]
    private static partial Regex Define();

    [GeneratedRegex(@"^(ifn?eq|ifn?def)\b\s*(?:\((.*),(.*)\)|(\S*))$")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^([\w.]+)\s*([:?+]?)=\s*(.*)$")]
    private static partial Regex Assignment();

    [GeneratedRegex(@"\$[({]([\w.]+)[)}]")]
    private static partial Regex Variable();
}
