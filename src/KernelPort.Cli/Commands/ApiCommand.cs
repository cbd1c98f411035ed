using System.CommandLine;
using System.Text;
using KernelPort.Kits;

namespace KernelPort.Cli.Commands;

/// <summary><c>kernelport api</c>: what a CUDA name is on each target, and how that is known.</summary>
public static class ApiCommand
{
    public static Command Create(CommandContext context)
    {
        var name = new Argument<string>("NAME") { Description = "a function, type, constant, macro or header of CUDA or its libraries" };
        var command = new Command("api", "Shows what a CUDA name is on each target, with its evidence.\n\nExample:\n  kernelport api cudaMemcpyAsync") { name };
        var measured = MeasuredOption.AddTo(command);
        command.SetAction(parsed => Show(parsed.GetValue(name)!, measured.Read(parsed, Project.OfFolder()), context));
        return command;
    }

    private static int Show(string name, Measurements measured, CommandContext context)
    {
        var text = new StringBuilder();
        var entries = ApiAcrossTargets.Find(name, context.Backends, measured);
        if (entries.All(e => e.Row is null))
        {
            throw new CommandException(ExitCodes.BadInput, $"no table knows '{name}'");
        }
        foreach (var entry in entries)
        {
            text.Append($"{string.Join(", ", entry.Targets)}: {entry.Shown}\n");
            if (entry.Row is { Source.Length: > 0 } row)
            {
                text.Append($"    {row.Source}\n");
            }
        }
        context.Write(text.ToString());
        return ExitCodes.Done;
    }
}
