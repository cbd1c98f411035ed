using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using KernelPort.Backends;
using KernelPort.Core;

namespace KernelPort.Migration;

/// <summary>A Makefile or CMake file made for a target: its text, and what of it nobody understood.</summary>
public sealed record MigratedBuildFile(SourceText Source, string Path, string Text, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>Rewrites compilers, flags, packages and file suffixes in build files by a target's rules; lists every line where something of CUDA's is left.</summary>
public static partial class BuildFile
{
    private static readonly ConcurrentDictionary<MigrationProfile, IReadOnlyList<Rewrite>> Loaded = new();

    public static bool Is(string path) => IsCMake(path)
        || System.IO.Path.GetFileName(path) is "Makefile" or "makefile" or "GNUmakefile" || path.EndsWith(".mk", StringComparison.Ordinal);

    private static bool IsCMake(string path) => System.IO.Path.GetFileName(path) == "CMakeLists.txt" || path.EndsWith(".cmake", StringComparison.Ordinal);

    /// <param name="root">The input folder; what lies outside it is not migrated and keeps its name.</param>
    public static MigratedBuildFile Run(SourceText source, string root, Target target)
    {
        var profile = target.Migration ?? throw new ArgumentException($"{target.Name} is no CUDA dialect", nameof(target));
        bool cmake = IsCMake(source.Path);
        string text = source.Text;
        var comments = Comment().Matches(text).Select(m => (m.Index, End: m.Index + m.Length)).ToList();
        var names = OwnName().Matches(text).Select(m => m.Groups["name"].Value).ToHashSet(StringComparer.Ordinal);
        string folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(source.Path))!;

        bool IsComment(int at) => comments.Exists(c => c.Index <= at && at < c.End);
        bool IsInTree(string word) => System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, word)) is var full
            && (full + "/").StartsWith(System.IO.Path.TrimEndingDirectorySeparator(root) + "/", StringComparison.Ordinal)
            && (File.Exists(full) || Directory.Exists(full));

        var found = new List<(int Start, int Rank, int Length, string Text, bool Removed)>();
        var rules = Loaded.GetOrAdd(profile, Read);
        for (int k = 0; k < rules.Count; k++)
        {
            if (rules[k].Kind == "both" || (rules[k].Kind == "cmake") == cmake)
            {
                string wanted = rules[k].Target.Replace("{chip}", target.Name.Split(':')[^1], StringComparison.Ordinal);
                found.AddRange(rules[k].Pattern.Matches(text).Where(m => !IsComment(m.Index)).Select(m => (m.Index, k, m.Length, m.Result(wanted), wanted.Length == 0)));
            }
        }
        foreach (var (from, to) in profile.Suffixes)
        {
            foreach (Match m in Regex.Matches(text, Regex.Escape(from) + @"(?![\w.])"))
            {
                string word = Word(text, m.Index);
                // a pattern or a variable stands for files of the tree
                if (!IsComment(m.Index) && (IsInTree(word) || !word.Contains("../", StringComparison.Ordinal)))
                {
                    found.Add((m.Index, rules.Count, m.Length, to, false));
                }
            }
        }
        var edits = new List<TextEdit>();
        var bag = new DiagnosticBag();
        foreach (var f in found.OrderBy(f => f.Start).ThenBy(f => f.Rank))
        {
            if (edits.Count == 0 || edits[^1].End <= f.Start)
            {
                edits.Add(new TextEdit(f.Start, f.Length, f.Text));
                if (f.Removed)
                {
                    bag.Add(MigrationRules.BuildRemoved.At(new Span(source, f.Start, f.Length), text.Substring(f.Start, f.Length)));
                }
            }
        }
        int line = 0;
        foreach (Match m in CudaLike().Matches(text))
        {
            string word = Word(text, m.Index);
            // "${HERE}/../other": the folder of the file is what such variables mostly hold
            word = word.StartsWith("/..", StringComparison.Ordinal) ? word[1..] : word;
            bool kept = m.Value is ".cu" or ".cuh" && !profile.Suffixes.Any(s => s.From == m.Value);
            bool own = kept || names.Contains(word) || OwnMacro().IsMatch(word) || word.EndsWith(".o", StringComparison.Ordinal) || (word.IndexOfAny(['/', '.']) >= 0 && IsInTree(IncludeFlag().Replace(word, "")));
            if (!own && !IsComment(m.Index) && !edits.Exists(e => m.Index < e.End && e.Start < m.Index + m.Length) && source.Position(m.Index).Line is var at && at != line)
            {
                line = at;
                bag.Add(MigrationRules.BuildLine.At(new Span(source, m.Index, m.Length), word));
            }
        }
        string relative = System.IO.Path.GetRelativePath(root, System.IO.Path.GetFullPath(source.Path)).Replace('\\', '/');
        return new MigratedBuildFile(source, relative, Migrator.Apply(text, edits), [.. bag.Ordered().Select(d => d.For(target.Name))]);
    }

    private static string Word(string text, int at)
    {
        int from = at;
        int to = at;
        while (from > 0 && IsOfWord(text[from - 1]))
        {
            from--;
        }
        while (to < text.Length && IsOfWord(text[to]))
        {
            to++;
        }
        return to > from ? text[from..to] : text.Substring(at, 1);
    }

    private static bool IsOfWord(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '/' or '-' or '+';

    private static IReadOnlyList<Rewrite> Read(MigrationProfile profile)
    {
        using var reader = profile.OpenBuildRules();
        reader.ReadLine();
        var rules = new List<Rewrite>();
        while (reader.ReadLine() is { } line)
        {
            var cells = Csv.Split(line);
            rules.Add(new Rewrite(cells[0], new Regex(cells[1], RegexOptions.Multiline | RegexOptions.CultureInvariant), cells[2]));
        }
        return rules;
    }

    // a path of a shell, "a#b", is no comment
    [GeneratedRegex(@"(?<=^|[\s)])#[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Comment();

    /// <summary>Names that the file gives itself: variables, targets.</summary>
    [GeneratedRegex(@"^[ \t]*(?:(?:export|override|define)[ \t]+)?(?<name>[\w.-]+)[ \t]*(?:[:+?!]{0,2}=|:(?!=))|^[ \t]*define[ \t]+(?<name>\w+)|\b(?:set|option|project|add_executable|add_library|add_custom_target|function|macro)[ \t]*\([ \t]*(?<name>(?!CMAKE_)[\w.-]+)", RegexOptions.Multiline)]
    private static partial Regex OwnName();

    /// <summary>A macro that the program asks for, not one of CUDA's.</summary>
    [GeneratedRegex("^-D(?!__)")]
    private static partial Regex OwnMacro();

    [GeneratedRegex("^-[IL]")]
    private static partial Regex IncludeFlag();

    [GeneratedRegex(@"(?i:cuda|nvidia|nvcc|hpc_sdk|nvlink|fatbin|cubin)|\bnvc\+\+|-l(?:nv|cu(?!rl|nit|ps|rses))\w+|\b(?:sm|compute)_(?=[\d$])|--?ptx|\.cuh?(?!\w)|-X(?:compiler|ptxas|linker|archive|fatbin|nvlink)\b|-ccbin|--compiler-bindir|-dlink\b|-gencode|--generate-code|--gpu-a|(?<![\w-])-arch\b(?==sm|=comp| sm|=\$)|--maxrreg|--default-stream|-rdc\b")]
    private static partial Regex CudaLike();

    /// <summary>A row of the rules; an empty target takes the text out.</summary>
    private sealed record Rewrite(string Kind, Regex Pattern, string Target);
}
