using System.CommandLine;
using ParseResult = System.CommandLine.ParseResult;

namespace KernelPort.Cli;

/// <summary>What build systems say besides: where the tree begins, when files are written, and who is told what was read.</summary>
public sealed class BuildOptions
{
    private readonly Option<string?> _root = new("--root") { Description = "the folder whose tree the output mirrors; the deepest that holds all inputs if not said", HelpName = "DIR" };
    private readonly Option<string?> _depfile = new("--depfile") { Description = "write a rule for make or ninja: the outputs, and every file they were made from", HelpName = "FILE" };
    private readonly Option<string?> _depfileTarget = new("--depfile-target") { Description = "what the rule says is made, instead of the outputs, as -MT does", HelpName = "NAME" };
    private readonly Option<bool> _onlyChanged = new("--only-changed") { Description = "leave output files alone whose text stays the same" };
    private readonly Option<bool> _allOrNothing = new("--all-or-nothing") { Description = "write nothing where the exit code is an error's: earlier output stays" };

    private readonly Option<string?> _cache = new("--cache") { Description = "keep translations by content in this folder, which may be shared, and take them from there", HelpName = "DIR" };

    private BuildOptions()
    {
    }

    public static BuildOptions AddTo(Command command)
    {
        var options = new BuildOptions();
        Option[] all = [options._root, options._depfile, options._depfileTarget, options._onlyChanged, options._allOrNothing, options._cache];
        foreach (var o in all)
        {
            command.Options.Add(o);
        }
        return options;
    }

    public BuildValues Read(ParseResult parsed) =>
        new(parsed.GetValue(_root), parsed.GetValue(_depfile), parsed.GetValue(_depfileTarget), parsed.GetValue(_onlyChanged), parsed.GetValue(_allOrNothing)) { Cache = parsed.GetValue(_cache) };
}

/// <summary>The values of the options for build systems.</summary>
public sealed record BuildValues(string? Root, string? DependencyFile, string? DependencyTarget, bool OnlyChanged, bool AllOrNothing)
{
    /// <summary>The folder of kept translations.</summary>
    public string? Cache { get; init; }
}
