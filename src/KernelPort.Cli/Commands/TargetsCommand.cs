using System.CommandLine;
using System.Text;
using System.Text.Json;
using KernelPort.Backends;
using KernelPort.Cli.Reports;
using KernelPort.Core;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport targets</c>: the machines and what their tables say.</summary>
public static class TargetsCommand
{
    public static Command Create(CommandContext context)
    {
        var json = new Option<bool>("--json") { Description = "as JSON" };
        var command = new Command("targets", "Lists the targets; the first profile of each is its default.\n\nExample:\n  kernelport targets --json") { json };
        command.SetAction(parsed =>
        {
            var rows = Rows(context.Backends);
            context.Write(parsed.GetValue(json) ? JsonSerializer.Serialize(rows, ReportJson.Default.ListTargetRow) + "\n" : Table(rows));
            return ExitCodes.Done;
        });
        return command;
    }

    private static List<TargetRow> Rows(IReadOnlyList<IBackend> backends) =>
    [
        .. from b in backends.OrderBy(b => b.Name, StringComparer.Ordinal)
           from t in b.Targets
           select new TargetRow(
               t.Name, b.Name, ReferenceEquals(t, b.Targets[0]), b.IsCudaDialect && t.Migration is not null ? "migrate" : "lower", t.Extension,
               t.WarpWidth, t.WarpPerPlane, t.MaxThreadsPerBlock, t.SharedMemoryBytes,
               t.Intrinsics.Values.Count(s => s is Support.Native), t.Intrinsics.Values.Count(s => s is Support.Lowered),
               t.Intrinsics.Values.Count(s => s is Support.Missing), t.Intrinsics.Values.Count(s => s is Support.Gap),
               t.LanguageFrom.Mark.ToString().ToLowerInvariant(), t.LanguageFrom.Source),
    ];

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
