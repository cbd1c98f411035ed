using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Llvm;

/// <summary>Which line of the CUDA text each instruction comes from, as debug information that LLVM carries down to <c>.loc</c> lines and objects' line tables.</summary>
public static partial class LineTable
{
    /// <summary>A text with line tables. Functions of which no line is known, helpers of ours, have none.</summary>
    /// <param name="lines">The places that lines of the text come from; the lines after one follow it.</param>
    /// <param name="isForObjects">Tables, as objects have them; assembly has them as <c>.loc</c> lines alone, and PTX without the mark that takes optimisation away.</param>
    public static string Attach(string text, IReadOnlyList<(int Line, Span From)> lines, bool isForObjects)
    {
        var from = new Dictionary<int, Span>();
        foreach (var (line, span) in lines)
        {
            from[line] = span;
        }
        string[] all = text.Split('\n');
        var nodes = new Nodes(all.Max(NodeNumber) + 1, isForObjects ? "LineTablesOnly" : "DebugDirectivesOnly");
        var made = new StringBuilder();
        string? function = null;
        (SourceText Source, int Line) at = default;
        for (int i = 0; i < all.Length; i++)
        {
            string line = all[i];
            if (line.StartsWith("define ", StringComparison.Ordinal) && FirstOf(all, i, from) is { } first)
            {
                at = (first.Source!, first.Line);
                function = nodes.Function(FunctionName().Match(line).Groups[1].Value, at);
                line = $"{line[..^1]}!dbg {function} {{";
            }
            else if (line == "}")
            {
                function = null;
            }
            else if (function is not null && line.StartsWith("  ", StringComparison.Ordinal))
            {
                if (from.TryGetValue(i + 1, out var span) && ReferenceEquals(span.Source, at.Source))
                {
                    at.Line = span.Line;
                }
                line = $"{line}, !dbg {nodes.Place(at.Line, function)}";
            }
            made.Append(i == 0 ? "" : "\n").Append(line);
        }
        return nodes.AddTo(made.ToString());
    }

    /// <summary>The places that assembly's lines come from, as its <c>.loc</c> lines say.</summary>
    public static IReadOnlyList<(int Line, Span From)> Read(string assembly, SourceText source)
    {
        string name = Path.GetFileName(source.Path);
        string[] all = assembly.Split('\n');
        var files = all.Select(l => AssemblyFile().Match(l)).Where(m => m.Success && Path.GetFileName(m.Groups[2].Value) == name).Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        var lines = new List<(int, Span)>();
        Span at = Span.None;
        for (int i = 0; i < all.Length; i++)
        {
            if (AssemblyPlace().Match(all[i]) is { Success: true } place)
            {
                at = files.Contains(place.Groups[1].Value) ? source.SpanOfLine(int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture)) : Span.None;
            }
            else if (!at.IsNone && all[i].StartsWith('\t') && !all[i].StartsWith("\t.", StringComparison.Ordinal))
            {
                lines.Add((i + 1, at));
            }
        }
        return lines;
    }

    /// <summary>The first place known of a function that begins at a line.</summary>
    private static Span? FirstOf(string[] all, int start, Dictionary<int, Span> from)
    {
        for (int i = start; i < all.Length && all[i] != "}"; i++)
        {
            if (from.TryGetValue(i + 1, out var span) && !span.IsNone)
            {
                return span;
            }
        }
        return null;
    }

    private static int NodeNumber(string line) => NodeStart().Match(line) is { Success: true } m ? int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) : -1;

    /// <summary>Metadata, numbered behind what the text has.</summary>
    private sealed class Nodes(int next, string kind)
    {
        private readonly StringBuilder _text = new();
        private readonly Dictionary<string, string> _known = new(StringComparer.Ordinal);

        private string? _unit;

        public string Function(string name, (SourceText Source, int Line) at)
        {
            string file = File(at.Source);
            _unit ??= Add($"distinct !DICompileUnit(language: DW_LANG_C_plus_plus, file: {file}, producer: \"KernelPort\", isOptimized: true, runtimeVersion: 0, emissionKind: {kind})");
            string type = Add($"!DISubroutineType(types: {Add("!{}")})");
            return Add(Build.Invariant($"distinct !DISubprogram(name: {Quoted(name)}, scope: {file}, file: {file}, line: {at.Line}, type: {type}, unit: {_unit}, spFlags: DISPFlagDefinition)"));
        }

        public string Place(int line, string function) => Add(Build.Invariant($"!DILocation(line: {line}, scope: {function})"));

        public string AddTo(string text)
        {
            if (_unit is null)
            {
                return text;
            }
            string flags = $"{Add("!{i32 2, !\"Debug Info Version\", i32 3}")}, {Add("!{i32 7, !\"Dwarf Version\", i32 4}")}";
            const string Named = "!llvm.module.flags = !{";
            text = text.Contains("\n" + Named, StringComparison.Ordinal) ? text.Replace(Named, $"{Named}{flags}, ", StringComparison.Ordinal) : $"{text}{Named}{flags}}}\n";
            return $"{text}!llvm.dbg.cu = !{{{_unit}}}\n{_text}";
        }

        private string File(SourceText source) => Add($"!DIFile(filename: {Quoted(source.Path)}, directory: \".\")");

        private static string Quoted(string words) =>
            $"\"{string.Concat(Encoding.UTF8.GetBytes(words).Select(b => b is >= 0x20 and < 0x7f and not (byte)'"' and not (byte)'\\' ? ((char)b).ToString() : Build.Invariant($"\\{b:X2}")))}\"";

        private string Add(string node)
        {
            if (!_known.TryGetValue(node, out string? name))
            {
                _known[node] = name = Build.Invariant($"!{next++}");
                _text.Append(name).Append(" = ").Append(node).Append('\n');
            }
            return name;
        }
    }

    [GeneratedRegex(@"^!(\d+) = ")]
    private static partial Regex NodeStart();

    [GeneratedRegex("@\"?([^\"(]+)\"?\\(")]
    private static partial Regex FunctionName();

    [GeneratedRegex("^\\s*\\.file\\s+(\\d+)\\s.*\"([^\"]+)\"")]
    private static partial Regex AssemblyFile();

    [GeneratedRegex(@"^\s*\.loc\s+(\d+)\s+(\d+)\s")]
    private static partial Regex AssemblyPlace();
}
