using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Engines;

/// <summary>The lines of a target's text that places of the CUDA text became, so that a finding can be shown in both.</summary>
public sealed class TargetLines
{
    private readonly string _name;
    private readonly SourceText _text;
    private readonly Func<Span, int?> _lineOf;

    private TargetLines(string name, SourceText text, Func<Span, int?> lineOf) => (_name, _text, _lineOf) = (name, text, lineOf);

    /// <summary>A kernel file's text printed from the IR; null where there is none.</summary>
    public static TargetLines? Emitted(KernelFile file, IBackend backend, Target target)
    {
        var emission = Compiler.Compiler.OnDeepStack(() => Emission.Run(file.Compilation.Module, backend, target, file.Source.Path, options: file.EmissionOptions()));
        return emission.File is not { IsBytes: false } emitted ? null
            : new TargetLines(backend.IsCudaDialect ? target.Name + "/ir" : target.Name, new SourceText(Path.ChangeExtension(Path.GetFileName(file.Source.Path), null) + emitted.Extension, emitted.Text), at => LineOf(emitted.LineMap, at));
    }

    /// <summary>A migrated file's text.</summary>
    public static TargetLines Migrated(MigratedFile file, Target target) =>
        new(target.Name, new SourceText(file.Path, file.Text), at => ReferenceEquals(at.Source, file.From.Source) ? LineOf(file.LineMap, at.Line) : null);

    /// <summary>The line that a place became, without its indent; no place where it has no line of its own.</summary>
    public Span Of(Span place) => place.IsNone || _lineOf(place) is not { } line ? Span.None : _text.SpanOfLine(line);

    /// <summary>A finding with the lines of this text beside its own places: where it happened, and the other accesses it speaks of.</summary>
    public Diagnostic AddTo(Diagnostic finding)
    {
        var shown = finding;
        foreach (var (place, what) in finding.Related.Select(r => (r.Span, "the other access")).Prepend((finding.Span, "this access")))
        {
            var line = Of(place);
            shown = line.IsNone ? shown : shown.Note(line, $"{what} in the text for {_name}");
        }
        return shown;
    }

    /// <summary>The printer marks statements: the smallest around a place is its line, or else the first one that begins on its line.</summary>
    private static int? LineOf(IReadOnlyList<(int Line, Span From)> map, Span at)
    {
        var near = map.Where(m => ReferenceEquals(m.From.Source, at.Source)).ToList();
        var around = near.Where(m => m.From.Start <= at.Start && m.From.End >= at.End).ToList();
        return around.Count > 0 ? around.OrderBy(m => m.From.Length).ThenBy(m => m.Line).First().Line
            : near.Where(m => m.From.Line == at.Line).Select(m => (int?)m.Line).Min();
    }

    /// <summary>Lines follow the pair before them, until the next.</summary>
    private static int? LineOf(IReadOnlyList<(int Line, int From)> map, int line)
    {
        for (int i = 0; i < map.Count; i++)
        {
            int next = i + 1 < map.Count ? map[i + 1].Line : int.MaxValue;
            if (line >= map[i].From && map[i].Line + line - map[i].From < next)
            {
                return map[i].Line + line - map[i].From;
            }
        }
        return null;
    }
}
