using System.CommandLine;
using KernelPort.Backends;

namespace KernelPort.Cli;

/// <summary>What a shell may put after <c>--target</c> and <c>--engine</c>: each name of a list, the last one half written.</summary>
internal static class NameCompletion
{
    public static void AddTo(Command root, CommandContext context)
    {
        string[] targets = ["all", .. context.Backends.SelectMany(b => b.Targets.Select(t => t.Name).Append(b.Name)).Distinct().Order(StringComparer.Ordinal)];
        string[] engines = ["all", .. Commands.TestCommand.EngineNames(context)];
        foreach (var command in root.Subcommands)
        {
            Add(command.Options.FirstOrDefault(o => o.Name == "--target"), targets);
            Add(command.Options.FirstOrDefault(o => o.Name == "--engine"), command.Name == "run" ? ["twin", .. context.Backends.OfType<IKernelLibraries>().Select(b => b.EngineName)] : engines);
        }
    }

    private static void Add(Option? option, string[] names) => option?.CompletionSources.Add(asked =>
    {
        string word = asked.WordToComplete;
        string before = word[..(word.LastIndexOf(',') + 1)];
        return names.Select(n => new System.CommandLine.Completions.CompletionItem(before + n));
    });
}
