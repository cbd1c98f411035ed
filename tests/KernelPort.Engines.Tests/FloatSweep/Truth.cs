using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KernelPort.Engines.Tests;

/// <summary><c>truth.c</c>, compiled for this machine and loaded.</summary>
internal sealed class Truth : IDisposable
{
    /// <summary>The greatest distance in units of the last place, at which bits, and how many answers are not the truth rounded.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Result
    {
        public long Worst;
        public long Apart;
        public uint At;
    }

    private readonly string _folder;
    private readonly nint _library;

    private Truth(string folder, nint library) => (_folder, _library) = (folder, library);

    /// <summary>Null, with what is missing, where it cannot be compiled.</summary>
    public static Truth? Load(out string missing)
    {
        string folder = Directory.CreateTempSubdirectory("kernelport-truth-").FullName;
        string library = Path.Combine(folder, "truth.so");
        string source = Path.Combine(Places.Root, "tests", "KernelPort.Engines.Tests", "FloatSweep", "truth.c");
        missing = "";
        try
        {
            using var process = Process.Start(new ProcessStartInfo("gcc", ["-O3", "-march=native", "-fno-math-errno", "-fno-trapping-math", "-ffp-contract=off", "-shared", "-fPIC", source, "-o", library, "-lm"])
            {
                RedirectStandardError = true,
            })!;
            string errors = process.StandardError.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.ShouldBe(0, errors);
            return new Truth(folder, NativeLibrary.Load(library));
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Directory.Delete(folder, true);
            missing = "gcc is not installed";
            return null;
        }
    }

    /// <summary>Compares answers of a function for the floats whose bits are <paramref name="first"/> and on by <paramref name="step"/>. What is within <paramref name="absolute"/> of the truth is as good as it.</summary>
    public unsafe void Compare(string function, float* answers, uint first, uint step, long count, double absolute, ref Result result)
    {
        var compare = (delegate* unmanaged<float*, uint, uint, long, double, Result*, void>)NativeLibrary.GetExport(_library, function + "_compare");
        fixed (Result* to = &result)
        {
            compare(answers, first, step, count, absolute, to);
        }
    }

    public void Dispose()
    {
        NativeLibrary.Free(_library);
        Directory.Delete(_folder, true);
    }
}
