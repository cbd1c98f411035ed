using System.Diagnostics;
using System.Globalization;
using KernelPort.Core;
using KernelPort.Cuda;
using KernelPort.Cuda.Preprocessing;

namespace KernelPort.Bench;

/// <summary>Tokens a second of the front end up to syntax records (preprocessor, classifier, parser), warm, by CPU time (collector and all): files as they stand, headers of ours included.</summary>
internal static class ParserSpeed
{
    public static int Run(string[] paths)
    {
        var sources = paths.SelectMany(p => Directory.Exists(p) ? Directory.EnumerateFiles(p, "*.cu", SearchOption.AllDirectories) : [p])
            .Order(StringComparer.Ordinal).Select(SourceText.Read).ToList();
        long tokens = 0;
        int declarations = 0;
        var options = new ParseOptions { Cache = new SourceCache(null) };
        void All()
        {
            tokens = 0;
            declarations = 0;
            foreach (var source in sources)
            {
                var counts = CudaSyntax.Parse(source, options, new DiagnosticBag()).Unit.Counts;
                tokens += counts.Tokens;
                declarations += counts.Declarations;
            }
        }
        var warming = Process.GetCurrentProcess().TotalProcessorTime;
        do
        {
            All();
        }
        while (Process.GetCurrentProcess().TotalProcessorTime - warming < TimeSpan.FromSeconds(10));
        double best = double.MaxValue;
        for (int i = 0; i < 7; i++)
        {
            var start = Process.GetCurrentProcess().TotalProcessorTime;
            All();
            best = Math.Min(best, (Process.GetCurrentProcess().TotalProcessorTime - start).TotalSeconds);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sources.Count} files, {tokens} tokens, {declarations} declarations: {tokens / best / 1e6:0.00} M tokens per CPU second, best of 7"));
        return 0;
    }
}
