using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KernelPort.MSBuild;

/// <summary>Runs `kernelport translate` on CUDA files. Its messages have MSBuild's form, so they point at the CUDA line.</summary>
public sealed class KernelPortTranslate : ToolTask
{
    private const int Unsupported = 3;

    /// <summary>The CUDA files of one call.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Targets, separated by semicolons or commas: <c>musa;dcu</c>.</summary>
    [Required]
    public string Targets { get; set; } = "";

    /// <summary>Where the translated files go; a folder a target below it.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>Folders to search for includes.</summary>
    public ITaskItem[] IncludeDirectories { get; set; } = [];

    /// <summary>Macros: NAME or NAME=VALUE.</summary>
    public string[] Defines { get; set; } = [];

    /// <summary>Whatever a target does not support fails the build.</summary>
    public bool Strict { get; set; }

    protected override string ToolName => OperatingSystem.IsWindows() ? "kernelport.exe" : "kernelport";

    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.High;

    protected override string GenerateFullPathToTool() => ToolName;

    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendSwitch("translate");
        line.AppendFileNamesIfNotNull(Sources, " ");
        line.AppendSwitchIfNotNull("--target ", Targets.Replace(';', ','));
        line.AppendSwitchIfNotNull("-o ", OutputFolder);
        foreach (var folder in IncludeDirectories)
        {
            line.AppendSwitchIfNotNull("-I ", folder.ItemSpec);
        }
        foreach (string define in Defines)
        {
            line.AppendSwitchIfNotNull("-D ", define);
        }
        if (Strict)
        {
            line.AppendSwitch("--strict");
        }
        line.AppendSwitch("--quiet");
        return line.ToString();
    }

    /// <summary>3 means done as far as possible, everything else listed: warnings, unless strict.</summary>
    protected override bool HandleTaskExecutionErrors()
    {
        if (ExitCode == Unsupported && !Strict)
        {
            Log.LogWarning(null, "KP0301", null, null, 0, 0, 0, 0, "something is not supported on a target and is listed above");
            return true;
        }
        if (!HasLoggedErrors)
        {
            Log.LogError($"kernelport ended with exit code {ExitCode}");
        }
        return false;
    }
}
