using System.CommandLine;
using KernelPort.Core;
using KernelPort.Kits;
using ParseResult = System.CommandLine.ParseResult;

namespace KernelPort.Cli;

/// <summary>Options of the commands that port whole programs: targets, rules, and a project that says them once.</summary>
public sealed class PortingOptions
{
    private readonly Option<string[]> _targets = new("--target") { Description = "the targets, or all; see 'kernelport targets'", HelpName = "T[,T...]" };
    private readonly Option<string[]> _rules = new("--rules") { Description = "your own rules: CSV of cuda,kind,target[,mark[,source]], for all targets or for one", HelpName = "[T=]FILE" };
    private readonly Option<string?> _project = new("--project") { Description = $"the project's settings; {Project.FileName} of the current folder if not said", HelpName = "FILE" };
    private readonly MeasuredOption _measured;
    private readonly CommonOptions _common;

    private PortingOptions(Command command)
    {
        command.Options.Add(_targets);
        command.Options.Add(_rules);
        command.Options.Add(_project);
        _measured = MeasuredOption.AddTo(command);
        _common = CommonOptions.AddTo(command);
    }

    public static PortingOptions AddTo(Command command) => new(command);

    /// <summary>All values, the command line's before the project's; null after having said what is wrong in a file.</summary>
    public PortingValues? Read(ParseResult parsed, CommandContext context, bool viaIr = false, bool needsTarget = true, bool readsMeasured = true)
    {
        var bag = new DiagnosticBag();
        var options = _common.Read(parsed, context);
        var project = Project.Read(parsed.GetValue(_project), bag);
        var rules = RuleFiles.Read((parsed.GetValue(_rules) ?? []).Concat(bag.HasErrors ? [] : project.Rules), context.Backends, bag);
        if (bag.HasErrors)
        {
            DiagnosticOutput.Write(bag.Ordered(), options, context);
            return null;
        }
        var targets = parsed.GetValue(_targets) is { Length: > 0 } named ? named : project.Targets;
        if (targets.Count == 0 && needsTarget)
        {
            throw new CommandException(ExitCodes.BadCommandLine, $"--target is missing, and no {Project.FileName} says it");
        }
        options = options with
        {
            Includes = [.. options.Includes, .. project.Includes],
            Defines = [.. options.Defines, .. project.Defines.Select(CommonOptions.Split)],
            Rules = rules,
            Measured = readsMeasured ? _measured.Read(parsed, project) : Measurements.None,
        };
        string?[] settings = [parsed.GetValue(_project) ?? Project.FileName, _measured.Path(parsed, project), .. rules.Paths];
        foreach (string path in settings.OfType<string>().Where(File.Exists))
        {
            options.FilesRead.Add(path);
        }
        return new PortingValues(options, project, TargetChoice.Read(targets, context.Backends, viaIr)) { MeasuredFile = _measured.Path(parsed, project) };
    }
}

/// <summary>The values of the porting options.</summary>
public sealed record PortingValues(CommonValues Options, Project Project, IReadOnlyList<TargetChoice> Choices)
{
    /// <summary>Where results of kits are kept.</summary>
    public string? MeasuredFile { get; init; }

    /// <summary>A result without what the project says not to report.</summary>
    public TranslationResult Suppress(TranslationResult result) =>
        result with { Diagnostics = [.. result.Diagnostics.Where(d => !Project.Suppressions.Any(s => s.Covers(d)))] };
}
