using System.Diagnostics;
using System.Text.Json;

namespace KernelPort.Cuda.Tests.Oracle;

/// <summary>A translation unit as clang 19 understands it, device side, with our headers: its syntax tree, and what it complains about.</summary>
internal sealed record ClangUnit(JsonElement Tree, string Errors)
{
    private static readonly string Root = FindRoot();

    private static readonly Lazy<string> Headers = new(CopyHeaders);

    public static bool IsInstalled { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(p => File.Exists(Path.Combine(p, "clang++-19")));

    public static string[] KernelFiles() => [.. Directory.EnumerateFiles(Path.Combine(Root, "tests", "kernels"), "*.cu", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(Root, f).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static string TextOf(string file) => File.ReadAllText(Path.Combine(Root, file));

    public static ClangUnit Of(string text)
    {
        var (output, errors) = Run(text, "-ast-dump=json");
        return new ClangUnit(JsonDocument.Parse(output, new JsonDocumentOptions { MaxDepth = 4000 }).RootElement, errors);
    }

    /// <summary>How clang lays out the structs that a text uses: its own listing.</summary>
    public static string RecordLayouts(string text)
    {
        var (output, errors) = Run(text, "-fdump-record-layouts-simple");
        return errors.Length == 0 ? output : throw new InvalidOperationException(errors);
    }

    private static (string Output, string Errors) Run(string text, string dump)
    {
        var start = new ProcessStartInfo("clang++-19") { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments =
        [
            "-x", "cuda", "--cuda-device-only", "--cuda-gpu-arch=sm_80", "-nocudainc", "-nocudalib", "-nostdinc", "-nostdinc++", "-std=c++20", "-w", "-D__KERNELPORT__",
            "-I", Headers.Value, "-include", Path.Combine(Root, "tests", "KernelPort.Cuda.Tests", "Oracle", "clang_builtins.h"), "-include", "kernelport_builtin.h",
            "-fsyntax-only", "-Xclang", dump, "-",
        ];
        foreach (string a in arguments)
        {
            start.ArgumentList.Add(a);
        }
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEndAsync();
        process.StandardInput.Write(text);
        process.StandardInput.Close();
        process.WaitForExit();
        return (output.Result, errors.Result);
    }

    // Numbers of 16 bits are types of the language to our front end and to clang; the headers' structures of these names are for neither.
    private static string CopyHeaders()
    {
        string from = Path.Combine(Root, "src", "KernelPort.Cuda", "Stubs");
        string to = Directory.CreateTempSubdirectory("kernelport-headers").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(to, recursive: true);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllLines(copy, File.ReadLines(file).Where(l => !l.StartsWith("struct __align__(2) __half {", StringComparison.Ordinal) && !l.StartsWith("struct __align__(2) __nv_bfloat16 {", StringComparison.Ordinal)));
        }
        return to;
    }

    private static string FindRoot()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Directory.Build.props")))
        {
            folder = Path.GetDirectoryName(folder);
        }
        return folder ?? throw new InvalidOperationException("the repository's root was not found");
    }
}
