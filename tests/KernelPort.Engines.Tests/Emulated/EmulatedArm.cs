using System.Diagnostics;
using System.Globalization;
using KernelPort.Backends;
using KernelPort.Ir;

namespace KernelPort.Engines.Tests;

/// <summary>Kernels compiled for 64-bit Arm, run by an emulator of its user programs. It is no hardware: it shows what the code does, not that a processor does it.</summary>
internal sealed class EmulatedArm : IInProcessEngine, IDisposable
{
    private const string Emulator = "qemu-aarch64";
    private const string Compiler = "aarch64-linux-gnu-g++";
    private const string System = "/usr/aarch64-linux-gnu";

    private readonly Backends.Cpu.Backend _backend = new() { ProcessorName = "aarch64" };
    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-arm-").FullName;
    private readonly SharedArena? _arena;

    public EmulatedArm()
    {
        Missing = _backend.Missing ?? (Runs(Emulator, "--version") is null ? $"{Emulator} (Debian: apt-get install qemu-user)" : Runs(Compiler, "--version") is null ? $"{Compiler} (Debian: apt-get install g++-aarch64-linux-gnu)" : null);
        if (Missing is not null)
        {
            return;
        }
        _arena = new SharedArena();
        File.WriteAllBytes(Of("runtime.so"), _backend.Runtime(out string reason).ShouldNotBeNull(reason));
        string source = Path.Combine(Places.Root, "tests", "KernelPort.Engines.Tests", "Emulated", "launcher.cpp");
        Runs(Compiler, "-std=c++17", "-O1", "-Wall", "-Wextra", "-Werror", "-I", Path.Combine(Places.Root, "backends", "Cpu", "runtime"), source, "-o", Of("launcher"), "-ldl").ShouldNotBeNull();
    }

    public string EngineName => "aarch64, emulated";

    public string? Missing { get; }

    public IKernelMemory? Memory => _arena;

    public IKernelProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason)
    {
        if (_backend.Library(module, kernel, block, globals, out string symbol, out reason) is not { } library)
        {
            return null;
        }
        File.WriteAllBytes(Of("kernels.so"), library);
        return new Program(this, symbol, block, [.. kernel.Parameters.Select(p => kernel.TypeOf(p).Alignment)]);
    }

    public void Dispose()
    {
        _arena?.Dispose();
        Directory.Delete(_folder, true);
    }

    private string Of(string file) => Path.Combine(_folder, file);

    /// <summary>What a tool writes; null where it is not installed.</summary>
    private static (int Exit, string Output)? Runs(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true })!;
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return (process.ExitCode, output);
        }
        catch (global::System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private sealed class Program(EmulatedArm arm, string symbol, Extent block, int[] alignments) : IKernelProgram
    {
        private const int Trapped = 5;

        public LaunchEnd Run(Extent grid, long dynamicShared, IReadOnlyList<byte[]> arguments)
        {
            var packed = new List<byte>();
            for (int i = 0; i < arguments.Count; i++)
            {
                packed.AddRange(new byte[(-packed.Count & (alignments[i] - 1))]);
                packed.AddRange(arguments[i]);
            }
            long[] numbers = [SharedArena.Address, SharedArena.Length, grid.X, grid.Y, grid.Z, block.X, block.Y, block.Z, dynamicShared];
            var (exit, printed) = Runs(Emulator, ["-L", System, arm.Of("launcher"), arm.Of("runtime.so"), arm.Of("kernels.so"), symbol, arm._arena!.File,
                .. numbers.Select(n => n.ToString(CultureInfo.InvariantCulture)), Convert.ToHexString([.. packed])])!.Value;
            return exit == Trapped ? LaunchEnd.Trapped(printed) : new LaunchEnd(exit == 0 ? null : $"the launch ended with {exit}", printed);
        }
    }
}
