using System.CommandLine;
using System.Text.Json;
using KernelPort.Cli.Reports;
using KernelPort.Core;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport merge-reports</c>: the shards' reports as one.</summary>
public static class MergeReportsCommand
{
    public static Command Create(CommandContext context)
    {
        var inputs = new Argument<string[]>("REPORT") { Description = "JSON reports of translate or check, one a shard", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string[]>("--report") { Description = "the report to write; its ending says which: .json .md .sarif", HelpName = "FILE", Required = true };
        var command = new Command("merge-reports", "Joins the reports of shards (--shard I/N) into one, and says where two shards translated a shared header differently.\n\nExample:\n  kernelport merge-reports part-*.json --report all.json --report all.md") { inputs, output };
        command.SetAction(parsed =>
        {
            string[] reports = parsed.GetValue(output)!;
            if (reports.FirstOrDefault(r => Path.GetExtension(r) is not (".json" or ".md" or ".sarif")) is { } other)
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"--report {other}: the ending must be .json, .md or .sarif");
            }
            var (model, conflicts) = ReportMerge.Run([.. parsed.GetValue(inputs)!.Order(StringComparer.Ordinal).Select(Read)]);
            ReportFile.Write(new CommonValues { Reports = reports }, ending => ending switch
            {
                ".json" => JsonSerializer.Serialize(model, ReportJson.Default.ReportModel) + "\n",
                ".sarif" => Sarif.Print(model.Tool, model.Diagnostics),
                _ => MarkdownReport.Print(model),
            });
            foreach (string conflict in conflicts)
            {
                context.Error.Write(DiagnosticPrinter.Print(CommandRules.ShardsDiffer.At(Span.None, conflict), withSource: false));
            }
            return conflicts.Count == 0 ? ExitCodes.Done : ExitCodes.CheckFailed;
        });
        return command;
    }

    private static ReportModel Read(string path)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), ReportJson.Default.ReportModel) is { Schema: Report.Schema } model
                ? model : throw new CommandException(ExitCodes.BadInput, $"{path}: no report of the form {Report.Schema}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: {e.Message}");
        }
    }
}
