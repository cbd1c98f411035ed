using System.Text;
using KernelPort.Kits;
using static KernelPort.Cli.Reports.HtmlText;

namespace KernelPort.Cli.Reports;

/// <summary>The report for people, as one HTML page without anything from elsewhere.</summary>
public static class HtmlReport
{
    /// <param name="result">Has the texts, for the side by side view.</param>
    public static string Print(ReportModel model, TranslationResult result)
    {
        var text = new StringBuilder();
        text.Append(Head("KernelPort report"));
        text.Append(Invariant($"<h1>KernelPort report</h1>\n<p>{Escape(model.Tool.Name)} {Escape(model.Tool.Version)}, {model.Inputs.Count} input file(s). {Hardware(model)}</p>\n"));
        Totals(text, model);
        Table(text, "Kernels", ["Kernel", "Place", .. model.Targets.Select(t => t.Name)], model.Kernels.Select(k => (string[])
            [Cell(k.Instantiation ?? k.Name), Cell(Invariant($"{k.File}:{k.Line}")), .. model.Targets.Select(t => Verdict(k, t))]));
        Table(text, Invariant($"To do ({TodoList.Hours(model.Todo.Sum(t => t.Minutes))} by rule of thumb)"), ["Code", "Target", "What", "Places", "Effort"], model.Todo.Select(t => new[]
            { Cell(t.Code), Cell(t.Target), Cell(t.What), Number(t.Places), Number(TodoList.Hours(t.Minutes)) }));
        Findings(text, "Hazards", model.Diagnostics.Where(d => d.Code.StartsWith("KP40", StringComparison.Ordinal)));
        Findings(text, "Other diagnostics", model.Diagnostics.Where(d => !d.Code.StartsWith("KP40", StringComparison.Ordinal)));
        Changes(text, result);
        return text.Append(Foot).ToString();
    }

    private static string Hardware(ReportModel model)
    {
        var runs = model.Kernels.SelectMany(k => k.PerTarget.Values).ToList();
        int measured = runs.Count(r => r.Runs?.Any(x => x.On == Measurement.Hardware) == true);
        return measured == 0 ? "Nothing here has run on a vendor's hardware." : Invariant($"Of {runs.Count} kernel texts {measured} have run on hardware, as said beside them; the others have not.");
    }

    /// <summary>Where all tokens went: the four parts are the whole, or the page says that they are not.</summary>
    private static void Totals(StringBuilder text, ReportModel model)
    {
        Table(text, "Targets", ["Target", "Profile", "Files", "Tokens", "", "Migrated", "Kept", "Unsupported", "Unknown", "Inferred names"], model.Targets.Select(t => new[]
        {
            Cell(t.Name), Cell(t.Profile), Number(t.Files.Count), Number(t.Tokens.Total), $"<td>{Bar(t.Tokens)}</td>", Share(t.Tokens.Migrated, t.Tokens), Share(t.Tokens.Kept, t.Tokens),
            Share(t.Tokens.Unsupported, t.Tokens), Share(t.Tokens.Unknown, t.Tokens), Number(t.InferredNames),
        }));
        text.Append("<p class=\"legend\">Of all tokens of the migrated files: <i class=\"migrated\"></i>rewritten <i class=\"kept\"></i>the same there <i class=\"unsupported\"></i>no counterpart, or by hand <i class=\"unknown\"></i>looks like CUDA, unknown. The parts add up to the whole. ");
        text.Append("A kept or rewritten name is not proof that it works; an inferred one was seen in no text of the vendor's.</p>\n");
    }

    private static string Bar(TokensEntry t)
    {
        string Part(string name, int count) => t.Total == 0 || count == 0 ? "" : Invariant($"<i class=\"{name}\" style=\"width:{100.0 * count / t.Total:0.###}%;min-width:1px\"></i>");
        return $"<div class=\"bar\">{Part("migrated", t.Migrated)}{Part("kept", t.Kept)}{Part("unsupported", t.Unsupported)}{Part("unknown", t.Unknown)}</div>";
    }

    private static string Verdict(KernelEntry kernel, TargetEntry target)
    {
        if (!kernel.PerTarget.TryGetValue(target.Name, out var s))
        {
            return "<td></td>";
        }
        return $"<td><span class=\"status-{Escape(s.Status)}\">{Escape(s.Shown)}</span>{(s.Why is null ? "" : $" <small>{Escape(s.Why)}</small>")} {Escape(string.Join(' ', s.Diagnostics).TrimEnd())}{(s.Measured.Length > 0 ? " " + Escape(s.Measured) : "")}</td>";
    }

    private static void Findings(StringBuilder text, string title, IEnumerable<DiagnosticEntry> entries) =>
        Table(text, title, ["Code", "Severity", "Place", "Target", "Message"], entries.Select(d => new[]
            { Cell(d.Code), $"<td class=\"{d.Severity}\">{d.Severity}</td>", Cell(d.File is null ? "" : Invariant($"{d.File}:{d.Line}:{d.Column}")), Cell(d.Target), Cell(d.Message) }));

    private static void Changes(StringBuilder text, TranslationResult result)
    {
        var before = result.Inputs.Sources.Concat(result.Inputs.BuildFiles).ToDictionary(s => s.Path, s => s.Text, StringComparer.Ordinal);
        foreach (var target in result.Targets.Where(t => t.Choice.IsMigrated))
        {
            text.Append($"<h2>Changes for {Escape(target.Choice.Name)}</h2>\n");
            foreach (var file in target.Files.Where(f => f.From.Length > 0))
            {
                // a header that an input includes is no input itself
                string was = before.TryGetValue(file.From, out string? known) ? known : File.Exists(file.From) ? Inputs.Load(file.From).Text : "";
                var (rows, removed, added) = SideBySide.Of(was, file.Text);
                if (rows.Length > 0)
                {
                    text.Append(Invariant($"<details><summary>{Escape(file.From)} &rarr; {Escape(file.Path)}: -{removed} +{added} line(s)</summary>\n<table class=\"diff\"><colgroup><col style=\"width:4em\"><col><col style=\"width:4em\"><col></colgroup>\n{rows}</table></details>\n"));
                }
            }
            int same = target.Files.Count(f => before.TryGetValue(f.From, out string? t) && t == f.Text);
            text.Append(Invariant($"<p>{same} of {target.Files.Count} file(s) without a change.</p>\n"));
        }
    }

    private static string Share(int part, TokensEntry all) => Number(all.Total == 0 ? "0" : Invariant($"{part} ({100.0 * part / all.Total:0.00} %)"));

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
