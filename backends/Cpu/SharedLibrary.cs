using System.Text;

namespace KernelPort.Backends.Cpu;

/// <summary>An object and the runtime, linked by the system's C++ compiler for the processor to a library that any language can load.</summary>
internal static class SharedLibrary
{
    private static readonly string[] CompileRuntime = ["-std=c++17", "-O2", "-fPIC", "-pthread", "-c", ObjectHeader.RuntimeSource, "-o", "runtime.o"];

    /// <summary>The library's bytes; null, with what the compiler says, where none can be linked.</summary>
    public static byte[]? Link(string stem, byte[] code, Processor processor, out string reason) =>
        // Names and paths go into a library's bytes: they are always the same.
        Make(code, processor, out reason, CompileRuntime, ["-shared", "-pthread", $"-Wl,-soname,lib{stem}.so", "kernels.o", "runtime.o", "-lm", "-o", "library"]);

    /// <summary>The runtime alone.</summary>
    public static byte[]? Runtime(Processor processor, out string reason) => Make([], processor, out reason, CompileRuntime, ["-shared", "-pthread", "runtime.o", "-o", "library"]);

    /// <summary>Kernels for a process that has the runtime.</summary>
    public static byte[]? Kernels(byte[] code, Processor processor, out string reason) => Make(code, processor, out reason, ["-shared", "kernels.o", "-lm", "-o", "library"]);

    /// <summary>The runtime's source and header.</summary>
    public static IReadOnlyDictionary<string, string> RuntimeFiles { get; } = new[] { ObjectHeader.RuntimeHeader, ObjectHeader.RuntimeSource }.ToDictionary(n => n, Resource);

    private static byte[]? Make(byte[] code, Processor processor, out string reason, params string[][] steps)
    {
        var files = RuntimeFiles.ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value));
        files["kernels.o"] = code;
        return SystemCompiler.Make(files, processor.IsOfThisMachine ? SystemCompiler.Candidates : [processor.IsArm ? "aarch64-linux-gnu-g++" : "x86_64-linux-gnu-g++"], out reason, steps);
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(SharedLibrary).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
