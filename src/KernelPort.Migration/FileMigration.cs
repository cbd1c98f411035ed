using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Cuda.Hazards;

namespace KernelPort.Migration;

/// <summary>A replacement of a stretch of a file's text.</summary>
public sealed record TextEdit(int Start, int Length, string Text)
{
    public int End => Start + Length;
}

/// <summary>What became of a file's tokens; the four parts add up to the total.</summary>
public readonly record struct TokenCounts(int Total, int Migrated, int Unsupported, int Unknown)
{
    public int Kept => Total - Migrated - Unsupported - Unknown;

    public static TokenCounts operator +(TokenCounts a, TokenCounts b) =>
        new(a.Total + b.Total, a.Migrated + b.Migrated, a.Unsupported + b.Unsupported, a.Unknown + b.Unknown);
}

/// <summary>A migrated file: its new path and text, the edits that made it, and what must be said about it.</summary>
/// <param name="Path">Below the output folder, with forward slashes.</param>
/// <param name="LineMap">Pairs of a line of the new text and the line it comes from; the lines after one follow it until the next.</param>
public sealed record MigratedFile(
    TreeFile From,
    string Path,
    string Text,
    IReadOnlyList<TextEdit> Edits,
    TokenCounts Tokens,
    IReadOnlyList<Diagnostic> Diagnostics,
    IReadOnlyList<(int Line, int From)> LineMap)
{
    /// <summary>Safe rewritings of the original text that take hazards of this target away.</summary>
    public IReadOnlyList<TextEdit> Fixes { get; init; } = [];

    /// <summary>What is edited here and no compatibility header can change: in shim mode it is left to do.</summary>
    public IReadOnlyList<Diagnostic> BeyondShim { get; init; } = [];

    /// <summary>A header of ours that goes along; it comes from no file of the user's.</summary>
    public bool IsSupplied { get; init; }

    /// <summary>The rows it used whose names were concluded, seen in no text of the vendor's.</summary>
    public IReadOnlyList<ApiRow> Inferred { get; init; } = [];
}

/// <summary>Makes a dialect's files of CUDA files: edits on the original text, every other byte as it was.</summary>
public static class Migrator
{
    /// <summary>Migrates every file of a tree for a CUDA-dialect target.</summary>
    /// <param name="rules">A user's own rows, on top of the target's table.</param>
    public static IReadOnlyList<MigratedFile> Run(SourceTree tree, Target target, IReadOnlyList<ApiRow>? rules = null)
    {
        var profile = target.Migration ?? throw new ArgumentException($"{target.Name} is no CUDA dialect", nameof(target));
        var empty = target.Traits.Architecture is { } architecture ? tree.EmptyUnder(architecture) : [];
        var api = HostApi.Of(profile).With(rules ?? []);
        var supplied = new SortedSet<string>(StringComparer.Ordinal);
        var rows = new RowsOfThirtyTwo(tree.Files);
        var files = tree.Files.Select(f => Run(f, target, profile, api, rows, empty, supplied)).ToList();
        return [.. files, .. SuppliedHeaders.Run(supplied, target, profile, api)];
    }

    private static MigratedFile Run(TreeFile file, Target target, MigrationProfile profile, HostApi api, RowsOfThirtyTwo rows, IReadOnlyList<HazardSite> empty, SortedSet<string> supplied)
    {
        var editor = new FileEditor(file, target, profile, api, rows);
        if (!SuppliedHeaders.Is(file.Source))
        {
            editor.Run();
        }
        supplied.UnionWith(editor.Supplied);
        var fixes = new List<TextEdit>();
        foreach (var site in file.Hazards.Concat(empty.Where(e => e.Span.Source?.Path == file.Source.Path).Select(e => e with { Span = e.Span with { Source = file.Source } })))
        {
            if ((site.Kind == HazardKind.InlineAssembly && editor.IsTranslated(site.Span.Start)) || (site.Kind == HazardKind.RowsOfWarps && rows.Has(site.Detail)))
            {
                continue;
            }
            if (TargetHazards.Of(site, target, editor.AsksForWidth) is { } hazard && !TargetHazards.IsAllowed(hazard))
            {
                editor.Bag.Add(hazard);
                fixes.AddRange(site.Fix.Select(f => new TextEdit(f.Span.Start, f.Span.Length, f.Text)));
            }
        }
        var edits = editor.Edits.OrderBy(e => e.Start).ThenBy(e => e.Length).ToList();
        return new MigratedFile(
            file,
            profile.Rename(file.RelativePath),
            Apply(file.Source.Text, edits),
            edits,
            editor.Counts,
            [.. editor.Bag.Ordered().Select(d => d.For(target.Name))],
            MapLines(file.Source, edits))
        {
            Fixes = fixes,
            Inferred = [.. editor.Inferred],
            BeyondShim = [.. editor.BeyondShim.Ordered().Select(d => d.For(target.Name))],
        };
    }

    /// <summary>The text with edits in any order, of which some may be the same; of two that overlap the first stays.</summary>
    public static string Fix(string text, IEnumerable<TextEdit> edits)
    {
        var apart = new List<TextEdit>();
        foreach (var e in edits.Distinct().OrderBy(e => e.Start))
        {
            if (apart.Count == 0 || apart[^1].End <= e.Start)
            {
                apart.Add(e);
            }
        }
        return Apply(text, apart);
    }

    /// <summary>Applies ordered edits that do not overlap.</summary>
    internal static string Apply(string text, IReadOnlyList<TextEdit> edits, int from = 0, int? to = null)
    {
        var result = new System.Text.StringBuilder(text.Length + 256);
        int at = from;
        foreach (var e in edits)
        {
            result.Append(text, at, e.Start - at).Append(e.Text);
            at = e.End;
        }
        return result.Append(text, at, (to ?? text.Length) - at).ToString();
    }

    internal static List<(int, int)> MapLines(SourceText source, List<TextEdit> edits)
    {
        var map = new List<(int, int)> { (1, 1) };
        int shift = 0;
        foreach (var e in edits)
        {
            int change = e.Text.Count(c => c == '\n') - source.Text.AsSpan(e.Start, e.Length).Count('\n');
            if (change != 0)
            {
                shift += change;
                int line = source.Position(e.End).Line;
                map.Add((line + shift, line));
            }
        }
        return map;
    }
}
