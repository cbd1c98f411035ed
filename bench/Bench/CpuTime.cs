using System.Diagnostics;
using KernelPort.Core;

namespace KernelPort.Bench;

/// <summary>Seconds of the process's CPU time, the collector's and all, of work that has run long enough to be compiled well.</summary>
internal static class CpuTime
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    private static TimeSpan Now => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>The least of some runs, behind enough of them to be warm.</summary>
    public static double Best(int runs, Action work)
    {
        var warming = Now;
        do
        {
            work();
        }
        while (Now - warming < WarmUp);
        double best = double.MaxValue;
        for (int i = 0; i < runs; i++)
        {
            var start = Now;
            work();
            best = Math.Min(best, (Now - start).TotalSeconds);
        }
        return best;
    }

    /// <summary>CUDA files by path, those in folders included, in one order.</summary>
    public static List<SourceText> Sources(string[] paths) =>
        [.. paths.SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*.cu", SearchOption.AllDirectories) : [p]).Order(StringComparer.Ordinal).Select(SourceText.Read)];
}
