using System.CommandLine;
using System.Text.Json;
using KernelPort.Kits;
using ParseResult = System.CommandLine.ParseResult;

namespace KernelPort.Cli;

/// <summary>The option that names the file of measured results, with the project's word for it.</summary>
public sealed class MeasuredOption
{
    private readonly Option<string?> _file = new("--measured") { Description = "the results that 'kernelport kit --read' kept: what ran on hardware is no longer called inferred", HelpName = "FILE" };

    private MeasuredOption()
    {
    }

    public static MeasuredOption AddTo(Command command)
    {
        var option = new MeasuredOption();
        command.Options.Add(option._file);
        return option;
    }

    /// <summary>The file's path; null where neither the command line nor the project names one.</summary>
    public string? Path(ParseResult parsed, Project project) => parsed.GetValue(_file) ?? project.Measured;

    /// <summary>What it holds. One that the command line names must be there; a project's may come later.</summary>
    public Measurements Read(ParseResult parsed, Project project) => Path(parsed, project) is { } path ? Load(path, mustExist: parsed.GetValue(_file) is not null) : Measurements.None;

    /// <exception cref="CommandException">It cannot be read.</exception>
    public static Measurements Load(string path, bool mustExist)
    {
        if (!mustExist && !File.Exists(path))
        {
            return Measurements.None;
        }
        try
        {
            return Measurements.Parse(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path} cannot be read as measured results: {e.Message}");
        }
    }
}
