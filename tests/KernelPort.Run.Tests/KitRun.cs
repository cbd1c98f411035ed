using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using KernelPort.Cli;
using KernelPort.Twin;

namespace KernelPort.Run.Tests;

/// <summary>A kit compiled against a target's twin instead of by the vendor's compiler, and run as its run.sh would.</summary>
internal static class KitRun
{
    private static readonly TwinRunner Runner = new(Path.Combine(Path.GetTempPath(), "kernelport-twins-" + Environment.UserName));
    private static readonly IReadOnlyDictionary<string, TwinTarget> Twins = TwinCatalogue.Load(Path.Combine(AppContext.BaseDirectory, "twins"));

    public static bool HasCompiler => Runner.HasCompiler;

    /// <summary>The text of result.json, or the compiler's messages.</summary>
    public static (bool Built, string Text) Run(string folder, string target)
    {
        string driver = Directory.EnumerateFiles(folder, "kit_driver.*").Single();
        // the hash is in the text, not on the command line: the twin's precompiled header is made once
        string unit = Path.Combine(folder, "unit" + Path.GetExtension(driver));
        File.WriteAllText(unit, $"#define KIT_TEXT_SHA256 {Hash(folder)}\n#include \"{Path.GetFileName(driver)}\"\n");
        var program = new ProgramBuild(Runner).Compile(new ProgramRequest([unit, Path.Combine(folder, "kit_host.cpp")], Twins[target]));
        if (program.Status != TwinStatus.Done)
        {
            return (false, program.Output);
        }
        File.Copy(program.Executable, Path.Combine(folder, "kit"), true);
        Shell(folder, "sh run.sh");
        return (true, File.ReadAllText(Path.Combine(folder, "result.json")));
    }

    /// <summary>What a program of these sources prints on a target's twin, or the compiler's messages.</summary>
    public static string OnTwin(string target, IReadOnlyList<string> units, IReadOnlyList<string> includes)
    {
        var program = new ProgramBuild(Runner).Compile(new ProgramRequest(units, Twins[target]) { IncludeFolders = includes });
        return program.Status == TwinStatus.Done ? Shell(Path.GetDirectoryName(units[0])!, $"'{program.Executable}' 2>&1") : program.Output;
    }

    /// <summary>As build.sh makes it: the line is taken from there.</summary>
    public static string Hash(string folder)
    {
        string line = File.ReadLines(Path.Combine(folder, "build.sh")).Single(l => l.StartsWith("KIT_FLAGS=", StringComparison.Ordinal));
        return Shell(folder, line + "; set -- $KIT_FLAGS; echo ${1#*=}").Trim();
    }

    /// <summary>FNV-1a of the files that the driver reads for a launch, in the order in which its text names them.</summary>
    public static string DataHash(string folder, string driver, int launch)
    {
        ulong hash = 0xcbf29ce484222325;
        foreach (Match name in Regex.Matches(driver, $"\"(data/{launch}\\.[^\"]*)\""))
        {
            foreach (byte b in File.ReadAllBytes(Path.Combine(folder, name.Groups[1].Value)))
            {
                hash = unchecked((hash ^ b) * 0x100000001b3);
            }
        }
        return hash.ToString("x16");
    }

    public static string Shell(string folder, string command)
    {
        var start = new ProcessStartInfo("sh") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        errors.Wait();
        return output;
    }

    public static (int Code, string Output, string Errors) Command(params string[] args)
    {
        using var output = new MemoryStream();
        var errors = new StringWriter();
        var context = new CommandContext(CommandContext.ForConsole().Backends, Stream.Null, output, errors);
        int code = CommandLine.Run(args, context);
        return (code, Encoding.UTF8.GetString(output.ToArray()), errors.ToString());
    }
}
