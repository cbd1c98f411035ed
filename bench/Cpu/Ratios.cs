using System.Globalization;
using System.Text;

namespace KernelPort.Bench.Cpu;

/// <summary>The driver's raw times as a table and a plot: each contestant against the better OpenMP version of the same round.</summary>
internal static class Ratios
{
    private const int BarHeight = 9;
    private const int LabelWidth = 110;
    private const int UnitWidth = 160;
    private const double MostShown = 4;

    private static readonly string[] Baselines = ["omp", "ompfast", "ompgcc"];
    private static readonly string[] Colours = ["#1b6ca8", "#c0392b", "#7f8c8d", "#8e44ad"];

    // Its time is that of a launch, and no kernel's.
    private const string Launch = "launch";

    private sealed record Row(string Kernel, string Contestant, int Round, double Time, double Least, double Bytes, double Flops);

    /// <param name="peaks">"GB/s,GFLOP/s" as measured a few times: the most counts.</param>
    public static int Run(string raw, string svg, string[] peaks)
    {
        var rows = File.ReadLines(raw).Skip(1).Select(l => l.Split('\t'))
            .Select(w => new Row(w[0], w[2], int.Parse(w[3], CultureInfo.InvariantCulture), Number(w[4]), Number(w[5]), Number(w[7]), Number(w[8]))).ToList();
        var launches = rows.Where(r => r.Kernel == Launch).ToList();
        rows.RemoveAll(r => r.Kernel == Launch);
        string[] kernels = [.. rows.Select(r => r.Kernel).Distinct()];
        string[] others = [.. rows.Select(r => r.Contestant).Distinct().Except(Baselines)];
        var ratios = kernels.ToDictionary(k => k, k => others.ToDictionary(o => o, o => Ratio(rows, k, o)));
        Console.WriteLine($"\nagainst the better OpenMP version (median of the rounds' ratios)\n{"kernel",-14}{string.Concat(others.Select(o => $"{o,10}"))}");
        foreach (string k in kernels)
        {
            Console.WriteLine($"{k,-14}{string.Concat(others.Select(o => string.Create(CultureInfo.InvariantCulture, $"{ratios[k][o],10:0.00}")))}");
        }
        Console.WriteLine($"{"geometric mean",-14}{string.Concat(others.Select(o => string.Create(CultureInfo.InvariantCulture, $"{Mean(kernels.Select(k => ratios[k][o])),10:0.00}")))}");
        Peaks(rows, kernels, peaks);
        Launches(launches);
        File.WriteAllText(svg, Plot(kernels, others, ratios));
        return 0;
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>What the engine's best run of a kernel reaches of the machine's peaks.</summary>
    private static void Peaks(List<Row> rows, string[] kernels, string[] peaks)
    {
        double[][] measured = [.. peaks.Select(p => p.Split(',').Select(Number).ToArray())];
        if (measured.Length == 0)
        {
            return;
        }
        var (bytes, flops) = (measured.Max(p => p[0]), measured.Max(p => p[1]));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\npeaks measured with one thread: {bytes:0.0} GB/s (triad), {flops:0} GFLOP/s (products and sums)\n{"llvm's best",-14}{"GB/s",10}{"of peak",10}{"GFLOP/s",10}{"of peak",10}"));
        foreach (string k in kernels)
        {
            if (rows.Where(r => r.Kernel == k && r.Contestant == "llvm").MinBy(r => r.Least) is { Least: > 0 } best)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{k,-14}{best.Bytes / best.Least,10:0.0}{best.Bytes / best.Least / bytes,10:0 %}{best.Flops / best.Least,10:0.0}{best.Flops / best.Least / flops,10:0 %}"));
            }
        }
    }

    /// <summary>A launch of 512 blocks that do nothing.</summary>
    private static void Launches(List<Row> rows)
    {
        foreach (var each in rows.GroupBy(r => r.Contestant))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(each.Key == rows[0].Contestant ? "\nan empty launch of 512 blocks, ns: median of rounds, best\n" : "")}{each.Key,-14}{Median(each.Select(r => r.Time)),10:0}{each.Min(r => r.Least),10:0}"));
        }
    }

    /// <summary>The better version is the one whose median over all rounds is smaller.</summary>
    private static double Ratio(List<Row> rows, string kernel, string contestant)
    {
        string? best = Baselines.Where(b => rows.Exists(r => r.Kernel == kernel && r.Contestant == b)).MinBy(b => Median(rows.Where(r => r.Kernel == kernel && r.Contestant == b).Select(r => r.Time)));
        var each = rows.Where(r => r.Kernel == kernel && r.Contestant == contestant)
            .Select(r => (r.Time, Base: rows.Find(b => b.Kernel == kernel && b.Contestant == best && b.Round == r.Round)?.Time))
            .Where(p => p.Base is > 0).Select(p => p.Time / p.Base!.Value);
        return Median(each);
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Mean(IEnumerable<double> ratios) => Math.Exp(ratios.Where(double.IsFinite).Select(r => Math.Log(r)).DefaultIfEmpty(double.NaN).Average());

    private static string Plot(string[] kernels, string[] others, Dictionary<string, Dictionary<string, double>> ratios)
    {
        int step = (others.Length * BarHeight) + 8;
        int height = (kernels.Length * step) + 40;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{LabelWidth + (UnitWidth * MostShown) + 60}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"11\">\n");
        for (int i = 0; i < kernels.Length; i++)
        {
            int top = 24 + (i * step);
            text.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth - 6}\" y=\"{top + (step / 2)}\" text-anchor=\"end\">{kernels[i]}</text>\n");
            for (int o = 0; o < others.Length; o++)
            {
                double ratio = ratios[kernels[i]][others[o]];
                double width = double.IsFinite(ratio) ? Math.Min(ratio, MostShown) * UnitWidth : 0;
                int y = top + (o * BarHeight);
                text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{LabelWidth}\" y=\"{y}\" width=\"{width:0}\" height=\"{BarHeight - 1}\" fill=\"{Colours[o % Colours.Length]}\"/>");
                text.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth + width + 3:0}\" y=\"{y + BarHeight - 2}\" font-size=\"8\">{ratio:0.00}</text>\n");
            }
        }
        text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{LabelWidth + UnitWidth}\" x2=\"{LabelWidth + UnitWidth}\" y1=\"18\" y2=\"{height - 12}\" stroke=\"black\"/>\n");
        text.Append(CultureInfo.InvariantCulture, $"<text x=\"{LabelWidth}\" y=\"12\">time / time of the better OpenMP version: {string.Join(", ", others.Select((o, i) => $"{o} ({Colours[i % Colours.Length]})"))}</text>\n</svg>\n");
        return text.ToString();
    }
}
