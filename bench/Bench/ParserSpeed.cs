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
        var sources = CpuTime.Sources(paths);
        long tokens = 0;
        int declarations = 0;
        double preprocess = double.MaxValue, classify = double.MaxValue, parse = double.MaxValue;
        var options = new ParseOptions { Cache = new SourceCache(null) };
        void All()
        {
            tokens = 0;
            declarations = 0;
            var stages = default(ParseTimes);
            foreach (var source in sources)
            {
                var parsed = CudaSyntax.Parse(source, options, new DiagnosticBag());
                var counts = parsed.Unit.Counts;
                stages = new ParseTimes(stages.Preprocess + parsed.Times.Preprocess, stages.Classify + parsed.Times.Classify, stages.Parse + parsed.Times.Parse);
                tokens += counts.Tokens;
                declarations += counts.Declarations;
            }
            preprocess = Math.Min(preprocess, stages.Preprocess.TotalSeconds);
            classify = Math.Min(classify, stages.Classify.TotalSeconds);
            parse = Math.Min(parse, stages.Parse.TotalSeconds);
        }
        double whole = CpuTime.Best(9, All);
        long allocated = GC.GetTotalAllocatedBytes();
        var pauses = GC.GetTotalPauseDuration();
        long began = Stopwatch.GetTimestamp();
        All();
        double bytes = GC.GetTotalAllocatedBytes() - allocated;
        double paused = (GC.GetTotalPauseDuration() - pauses) / Stopwatch.GetElapsedTime(began);
        string Rate(double seconds) => (tokens / seconds / 1e6).ToString("0.00", CultureInfo.InvariantCulture);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sources.Count} files, {tokens} tokens, {declarations} declarations; M tokens/s, the best run:"));
        Console.WriteLine($"preprocessor {Rate(preprocess)}, classifier {Rate(classify)}, parser with records {Rate(parse)} (wall); all of it by CPU time {Rate(whole)}");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{bytes / tokens:0} bytes allocated a token; the collector stops everything {100 * paused:0} % of the time"));
        return 0;
    }
}
