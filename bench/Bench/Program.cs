using System.Diagnostics;
using System.Globalization;
using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Execution;
using KernelPort.OpenCl;
using KernelPort.Twin;

namespace KernelPort.Bench;

/// <summary>The reference executor, all checks on and off, and the same launches through Oclgrind, in one run: wall time, median of a few, and ratios.</summary>
public static class Program
{
    public static int Main(string[] arguments)
    {
        var opencl = BackendCatalogue.All.First(b => b.Name == "opencl");
        if (arguments[0] == "front")
        {
            return FrontEndSpeed.Run(arguments[1..]);
        }
        if (arguments[0] == "parse")
        {
            return ParserSpeed.Run(arguments[1..]);
        }
        var runner = new OpenClRunner(Path.Combine(Path.GetTempPath(), "kernelport-bench"), TimeSpan.FromMinutes(5));
        // For a profiler: the executor alone, as long as asked.
        if (arguments.Length > 1)
        {
            foreach (string file in Directory.EnumerateFiles(arguments[0], "*.cu").Order(StringComparer.Ordinal))
            {
                var kernel = KernelFile.Load(SourceText.Read(file), new CompilerOptions());
                int runs = int.Parse(arguments[1], CultureInfo.InvariantCulture);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file),-14} {Median(runs, () => Run(kernel, true)):0.0} ms checked, {Median(runs, () => Run(kernel, false)):0.0} unchecked"));
            }
            return 0;
        }
        double empty = EmptyOclgrind(runner, opencl);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Oclgrind's own start (an empty kernel): {empty:0} ms, taken off below"));
        Console.WriteLine($"{"kernel",-14} {"first ms",10} {"checked ms",10} {"unchecked",10} {"check cost",10} {"Oclgrind ms",12} {"ratio",8}");
        double product = 1;
        int count = 0;
        foreach (string file in Directory.EnumerateFiles(arguments[0], "*.cu").Order(StringComparer.Ordinal))
        {
            var kernel = KernelFile.Load(SourceText.Read(file), new CompilerOptions());
            double first = Median(1, () => Run(kernel, true), warm: 0);
            double check = Median(5, () => Run(kernel, true));
            double plain = Median(5, () => Run(kernel, false));
            double other = Oclgrind(runner, opencl, kernel) - empty;
            double ratio = other / check;
            if (!double.IsNaN(ratio))
            {
                product *= ratio;
                count++;
            }
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file),-14} {first,10:0.0} {check,10:0.0} {plain,10:0.0} {check / plain,10:0.00} {other,12:0} {ratio,8:0.0}"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"geometric mean of Oclgrind / executor with checks: {Math.Pow(product, 1.0 / Math.Max(1, count)):0.0}"));
        return 0;
    }

    private static double Run(KernelFile kernel, bool check) =>
        ReferenceEngine.Run(kernel, kernel.Compilation.Module, kernel.Header.Launches[0], new ExecutionOptions { Check = check }).Elapsed.TotalMilliseconds;

    // A run in front is not enough where the code is compiled while it runs: the first kernel would be timed in unoptimised code.
    private static double Median(int n, Func<double> milliseconds, int warm = 40)
    {
        for (int i = 0; i < warm; i++)
        {
            milliseconds();
        }
        var times = new List<double>();
        for (int i = 0; i < n; i++)
        {
            times.Add(milliseconds());
        }
        times.Sort();
        return times[n / 2];
    }

    private static double Oclgrind(OpenClRunner runner, IBackend backend, KernelFile kernel)
    {
        var target = backend.Targets[0];
        var lowered = Compiler.Compiler.OnDeepStack(() => backend.Lowering(target).Run(kernel.Compilation.Module));
        string text = backend.Emit(lowered, target, "bench.cu").Text;
        var header = kernel.EmittedHeader();
        string problem = "";
        double time = Median(3, () =>
        {
            long start = Stopwatch.GetTimestamp();
            var run = runner.Run(text, lowered, header, 0, OpenClTool.Oclgrind);
            double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            problem = run.Status == TwinStatus.Done ? "" : $"{run.Status}: {run.Errors}";
            return elapsed;
        }, warm: 1);
        if (problem.Length > 0)
        {
            Console.WriteLine($"not measured, because {problem}");
            return double.NaN;
        }
        return time;
    }

    private static double EmptyOclgrind(OpenClRunner runner, IBackend backend) => Oclgrind(runner, backend, KernelFile.Load(
        new SourceText("empty.cu", "// launch: empty<<<1, 1>>>(p: int[1] = 0)\n// expect: p = 1\n__global__ void empty(int* p) { p[0] = 1; }\n"), new CompilerOptions()));
}
