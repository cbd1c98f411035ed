using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Launches;
using KernelPort.Twin;

namespace KernelPort.OpenCl;

/// <summary>What runs the text.</summary>
public enum OpenClTool
{
    /// <summary>The installed driver's first CPU device.</summary>
    Driver,

    /// <summary>Oclgrind, an interpreter that reports races and wrong accesses; what it reports is a violation.</summary>
    Oclgrind,
}

/// <summary>Builds OpenCL C text and runs launches of it, in a child process: a driver that crashes takes nothing with it.</summary>
public sealed class OpenClRunner
{
    private readonly string _cache;
    private readonly TimeSpan _limit;
    private readonly Lock _lock = new();
    private (TwinStatus Status, string Path, string Output)? _host;

    public OpenClRunner(string cacheFolder, TimeSpan? limit = null)
    {
        _cache = cacheFolder;
        _limit = limit ?? TimeSpan.FromSeconds(60);
        Directory.CreateDirectory(cacheFolder);
    }

    /// <summary>Runs one launch of a header. A missing compiler, driver or tool is a status.</summary>
    /// <param name="text">What the backend emitted.</param>
    /// <param name="module">The module it was emitted from, for the types of the arguments.</param>
    /// <exception cref="ArgumentException">The module lacks a kernel that the launch names.</exception>
    public TwinRun Run(string text, Module module, LaunchHeader header, int index, OpenClTool tool = OpenClTool.Driver)
    {
        var host = Host();
        if (host.Status != TwinStatus.Done)
        {
            return new TwinRun(host.Status, -1, "", host.Output, []);
        }
        var launch = header.Launches[index];
        string stem = Path.Combine(_cache, "run-" + Guid.NewGuid().ToString("N"));
        string source = stem + ".cl", input = stem + ".in", output = stem + ".out";
        try
        {
            File.WriteAllText(source, text);
            File.WriteAllBytes(input, LaunchInput.Of(module, launch));
            string[] command = tool == OpenClTool.Driver ? [host.Path, source, input, output] : ["oclgrind", "--data-races", "--uninitialized", "--max-errors", "20", host.Path, source, input, output];
            var (exit, said, errors) = Execute(command, _limit);
            var status = exit switch { null => TwinStatus.TimedOut, 0 => TwinStatus.Done, 90 => TwinStatus.DriverMissing, 91 => TwinStatus.CompileFailed, ToolMissing => TwinStatus.DriverMissing, _ => TwinStatus.Crashed };
            if (status == TwinStatus.Done && tool == OpenClTool.Oclgrind && IsReport(errors))
            {
                status = TwinStatus.Violation;
            }
            return new TwinRun(status, exit ?? -1, said, errors, status == TwinStatus.Done ? Buffers(launch, File.ReadAllBytes(output)) : []);
        }
        finally
        {
            File.Delete(source);
            File.Delete(input);
            File.Delete(output);
        }
    }

    private const int ToolMissing = 127;

    private static bool IsReport(string errors) =>
        new[] { "Invalid read", "Invalid write", "data race", "Uninitialized", "divergence", "Misaligned" }.Any(w => errors.Contains(w, StringComparison.OrdinalIgnoreCase));

    private static EquatableArray<TwinBuffer> Buffers(TestLaunch launch, byte[] bytes)
    {
        var result = new List<TwinBuffer>();
        int at = 0;
        foreach (var b in launch.Buffers)
        {
            int size = (int)b.Spec.Bytes;
            result.Add(new TwinBuffer(b.Name, "", bytes.AsSpan(at, size).ToArray()));
            at += size;
        }
        return result.ToEquatable();
    }

    /// <summary>The host program, compiled once by content.</summary>
    private (TwinStatus Status, string Path, string Output) Host()
    {
        lock (_lock)
        {
            return _host ??= BuildHost();
        }
    }

    private (TwinStatus, string, string) BuildHost()
    {
        using var stream = typeof(OpenClRunner).Assembly.GetManifestResourceStream("opencl_host.cpp")!;
        string text = new StreamReader(stream).ReadToEnd();
        string key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
        string path = Path.Combine(_cache, "opencl-host-" + key);
        if (File.Exists(path))
        {
            return (TwinStatus.Done, path, "");
        }
        File.WriteAllText(path + ".cpp", text);
        string temporary = path + "." + Guid.NewGuid().ToString("N");
        string compiler = Environment.GetEnvironmentVariable("KP_CXX") ?? "g++";
        var (exit, said, errors) = Execute([compiler, "-std=c++17", "-O1", path + ".cpp", "-lOpenCL", "-o", temporary], TimeSpan.FromMinutes(2));
        if (exit != 0)
        {
            bool noDriver = errors.Contains("CL/cl.h", StringComparison.Ordinal) || errors.Contains("-lOpenCL", StringComparison.Ordinal);
            return (exit == ToolMissing ? TwinStatus.CompilerMissing : noDriver ? TwinStatus.DriverMissing : TwinStatus.CompileFailed, "", said + errors);
        }
        File.Move(temporary, path, true);
        return (TwinStatus.Done, path, "");
    }

    // Null as the exit code means the time was up, ToolMissing that there is no such program.
    private (int? Exit, string Output, string Errors) Execute(string[] command, TimeSpan limit)
    {
        var start = new ProcessStartInfo(command[0]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["LC_ALL"] = "C";
        // Two texts may be built at once; what is kept must not be kept outside of our folder.
        start.Environment["POCL_CACHE_DIR"] = Path.Combine(_cache, "pocl");
        Directory.CreateDirectory(Path.Combine(_cache, "pocl"));
        foreach (string argument in command.Skip(1))
        {
            start.ArgumentList.Add(argument);
        }
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(limit))
            {
                process.Kill(true);
                process.WaitForExit();
                return (null, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
            }
            process.WaitForExit();
            return (process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (ToolMissing, "", string.Create(CultureInfo.InvariantCulture, $"not run, because there is no {command[0]}"));
        }
    }
}
