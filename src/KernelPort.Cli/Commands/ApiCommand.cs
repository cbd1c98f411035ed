using System.CommandLine;
using System.Text;
using KernelPort.Backends;
using KernelPort.Kits;
using KernelPort.Migration;

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
        bool known = false;
        var profiles = from b in context.Backends
                       from t in b.Targets
                       where t.Migration is not null
                       orderby b.Name
                       group t by t.Migration into g
                       select (Profile: g.Key, Names: g.Select(t => t.Name).ToList(), Target: g.First());
        foreach (var (profile, names, target) in profiles)
        {
            var api = HostApi.Of(profile);
            api = api.With(measured.Rows(api, names));
            var row = api.Find(name, target.WarpWidth > 32) ?? api.Header(name);
            known |= row is not null;
            string shown = row is null ? "(not in the table)" : row.IsMapped ? row.Target + Evidence(row) : "(nothing like it is known)";
            text.Append($"{string.Join(", ", names)}: {shown}\n");
            if (row is { Source.Length: > 0 })
            {
                text.Append($"    {row.Source}\n");
            }
        }
        if (!known)
        {
            throw new CommandException(ExitCodes.BadInput, $"no table knows '{name}'");
        }
        context.Write(text.ToString());
        return ExitCodes.Done;
    }

    private static string Evidence(ApiRow row) => (row.Inferred, row.MeasuredOn) switch
    {
        (false, "") => "",
        (true, "") => "  (inferred)",
        (false, var devices) => $"  (measured on {devices})",
        (true, var devices) => $"  (inferred; measured: what uses it fails on {devices})",
    };
}
