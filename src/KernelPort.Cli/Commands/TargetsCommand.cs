using System.CommandLine;
using System.Text;
using System.Text.Json;
using KernelPort.Backends;
using KernelPort.Cli.Reports;
using KernelPort.Core;
using KernelPort.Kits;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport targets</c>: the machines and what their tables say.</summary>
public static class TargetsCommand
{
    public static Command Create(CommandContext context)
    {
        var json = new Option<bool>("--json") { Description = "as JSON" };
        var command = new Command("targets", "Lists the targets; the first profile of each is its default.\n\nExample:\n  kernelport targets --json") { json };
        var measured = MeasuredOption.AddTo(command);
        command.SetAction(parsed =>
        {
            var rows = Rows(context.Backends, measured.Read(parsed, Project.OfFolder()));
            context.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(rows, ReportJson.Default.ListTargetRow) + "\n" : Table(rows));
            return ExitCodes.Done;
        });
        return command;
    }

    private static List<TargetRow> Rows(IReadOnlyList<IBackend> backends, Measurements measured) =>
    [
        .. from b in backends.OrderBy(b => b.Name, StringComparer.Ordinal)
           from t in b.Targets
           let evidence = Evidence(t, measured)
           select new TargetRow(
               t.Name, b.Name, ReferenceEquals(t, b.Targets[0]), b.IsCudaDialect && t.Migration is not null ? "migrate" : "lower", t.Extension,
               t.WarpWidth, t.WarpPerPlane, t.MaxThreadsPerBlock, t.SharedMemoryBytes,
               t.Intrinsics.Values.Count(s => s is Support.Native), t.Intrinsics.Values.Count(s => s is Support.Lowered),
               t.Intrinsics.Values.Count(s => s is Support.Missing), t.Intrinsics.Values.Count(s => s is Support.Gap),
               evidence.Mark, evidence.Source),
    ];

    /// <summary>Of what all texts for a target are written with: a text that passes on its hardware measures that, one that fails is said.</summary>
    private static (string Mark, string Source) Evidence(Target target, Measurements measured)
    {
        var runs = measured.OnHardware.Where(m => m.Target == target.Name).ToList();
        int passes = runs.Count(r => r.Passes), fails = runs.Count - passes;
        string devices = string.Join(", ", runs.Select(r => r.Device).Distinct().Order(StringComparer.Ordinal));
        return runs.Count == 0 ? (target.LanguageFrom.Mark.ToString().ToLowerInvariant(), target.LanguageFrom.Source)
            : (fails == 0 ? "measured" : passes == 0 ? "measured: fails" : FormattableString.Invariant($"measured: {passes} pass, {fails} fail"),
                FormattableString.Invariant($"{passes} of {runs.Count} kernel texts pass on {devices}; {target.LanguageFrom.Source}"));
    }

    private static string Table(List<TargetRow> rows)
    {
        var text = new StringBuilder();
        text.Append("target             way      files  warp  threads  shared   native lowered missing gap  evidence\n");
        foreach (var r in rows)
        {
            string shared = r.SharedMemoryBytes == 0 ? "?" : FormattableString.Invariant($"{r.SharedMemoryBytes / 1024} KB");
            text.Append(FormattableString.Invariant($"{r.Name + (r.IsDefault ? " *" : ""),-18} {r.Way,-8} {r.Extension,-6} {r.WarpWidth,4}  {r.MaxThreadsPerBlock,7}  {shared,-8} {r.Native,6} {r.Lowered,7} {r.Missing,7} {r.Gaps,3}  {r.Evidence}"));
            text.Append('\n');
        }
        return text.Append("* the default profile\n").ToString();
    }
}
