using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace KernelPort.MSBuild;

/// <summary>Runs <c>kernelport translate</c> on CUDA files, in a process of its own. Its messages have MSBuild's form, so they point at the CUDA line.</summary>
public sealed class KernelPortTranslate : ToolTask
{
    private const int BadInput = 1;
    private const int Unsupported = 3;

    private string? _dependencyFile;

    /// <summary>The CUDA files of one call.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Targets, separated by semicolons or commas: <c>musa;dcu</c>.</summary>
    [Required]
    public string Targets { get; set; } = "";

    /// <summary>Where the translated files go; a folder a target below it.</summary>
    [Required]
    public string OutputFolder { get; set; } = "";

    /// <summary>The command line: a program, or a <c>.dll</c> that dotnet runs.</summary>
    [Required]
    public string Tool { get; set; } = "";

    /// <summary>The folder whose tree the output mirrors, where all sources lie below it.</summary>
    public string? Root { get; set; }

    /// <summary>Folders to search for includes, separated by semicolons.</summary>
    public string? IncludeDirectories { get; set; }

    /// <summary>Macros, NAME or NAME=VALUE, separated by semicolons.</summary>
    public string? Defines { get; set; }

    /// <summary>Whatever else the command line should be told, as it is told in a shell.</summary>
    public string? Options { get; set; }

    /// <summary>Whatever a target does not support fails the build.</summary>
    public bool Strict { get; set; }

    /// <summary>Every file that was read: sources, headers, settings.</summary>
    [Output]
    public ITaskItem[] FilesRead { get; private set; } = [];

    /// <summary>Every file of the output.</summary>
    [Output]
    public ITaskItem[] FilesWritten { get; private set; } = [];

    private bool IsManaged => Tool.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);

    protected override string ToolName => IsManaged ? "dotnet" : Path.GetFileName(Tool);

    // What the tool says is judged by its own words; the rest is for who looks closer.
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    protected override string GenerateFullPathToTool() =>
        IsManaged ? Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet" : Path.GetFullPath(Tool);

    protected override bool ValidateParameters()
    {
        if (!File.Exists(Tool))
        {
            Log.LogError(null, "KP0302", null, null, 0, 0, 0, 0, $"the kernelport command line is not at '{Tool}'; the package KernelPort.MSBuild brings one, the property KernelPortTool names another");
            return false;
        }
        if (Targets.Trim(';', ',', ' ').Length == 0)
        {
            Log.LogError(null, "KP0303", null, null, 0, 0, 0, 0, $"no target is said for '{Sources[0].ItemSpec}': give the item Targets=\"musa;dcu\", or the project the property KernelPortTargets");
            return false;
        }
        return base.ValidateParameters();
    }

    protected override string GenerateCommandLineCommands() => IsManaged ? $"exec \"{Path.GetFullPath(Tool)}\"" : "";

    /// <summary>Everything goes by a response file: projects have more sources than a command line holds.</summary>
    protected override string GenerateResponseFileCommands()
    {
        _dependencyFile = Path.GetTempFileName();
        var words = new List<string> { "translate" };
        words.AddRange(Sources.Select(s => s.GetMetadata("FullPath")));
        words.AddRange(["--target", string.Join(",", List(Targets, ',')), "-o", Path.GetFullPath(OutputFolder)]);
        words.AddRange(["--depfile", _dependencyFile, "--only-changed", "--all-or-nothing"]);
        if (Root is { Length: > 0 } && Sources.All(s => s.GetMetadata("FullPath").StartsWith(Path.GetFullPath(Root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal)))
        {
            words.AddRange(["--root", Path.GetFullPath(Root)]);
        }
        words.AddRange(List(IncludeDirectories).SelectMany(f => new[] { "-I", Path.GetFullPath(f) }));
        words.AddRange(List(Defines).SelectMany(d => new[] { "-D", d }));
        if (Strict)
        {
            words.Add("--strict");
        }
        return string.Join("\n", words.Select(w => $"\"{w}\"")) + "\n" + Options;
    }

    protected override string GetResponseFileSwitch(string responseFilePath) => $"@\"{responseFilePath}\"";

    protected override Encoding ResponseFileEncoding => new UTF8Encoding(false);

    public override bool Execute()
    {
        try
        {
            return base.Execute() && ReadDependencies();
        }
        finally
        {
            if (_dependencyFile is not null)
            {
                File.Delete(_dependencyFile);
            }
        }
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
            Log.LogError(null, "KP0304", null, null, 0, 0, 0, 0, $"kernelport ended with exit code {ExitCode}{(ExitCode == BadInput ? "" : "; its output is in the build's log")}");
        }
        return false;
    }

    /// <summary>Reads the rule back: outputs, a colon, inputs.</summary>
    private bool ReadDependencies()
    {
        var written = new List<ITaskItem>();
        var read = new List<ITaskItem>();
        var into = written;
        foreach (string word in Words(File.ReadAllText(_dependencyFile!)))
        {
            bool isLast = into == written && word.EndsWith(":", StringComparison.Ordinal);
            string path = isLast ? word.Substring(0, word.Length - 1) : word;
            if (path.Length > 0)
            {
                into.Add(new TaskItem(path));
            }
            into = isLast ? read : into;
        }
        FilesRead = [.. read];
        FilesWritten = [.. written];
        return true;
    }

    private static IEnumerable<string> Words(string rule)
    {
        var word = new StringBuilder();
        for (int i = 0; i < rule.Length; i++)
        {
            char c = rule[i];
            char next = i + 1 < rule.Length ? rule[i + 1] : '\0';
            if ((c == '\\' && next is ' ' or '#') || (c == '$' && next == '$'))
            {
                word.Append(next);
                i++;
            }
            else if (c is ' ' or '\n' || (c == '\\' && next == '\n'))
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }
            else
            {
                word.Append(c);
            }
        }
    }

    private static IEnumerable<string> List(string? text, char also = ';') =>
        (text ?? "").Split(';', also).Select(t => t.Trim()).Where(t => t.Length > 0);
}
