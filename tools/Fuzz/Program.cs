using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using KernelPort.Backends;
using KernelPort.Engines;
using KernelPort.Fuzz.Generation;
using KernelPort.OpenCl;
using KernelPort.Twin;

namespace KernelPort.Fuzz;

/// <summary>Campaigns of generated input: kernels through every engine, broken text through the front end.</summary>
public static class Program
{
    private static readonly string Root = typeof(Program).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(a => a.Key == "RepositoryRoot").Value!;

    public static int Main(string[] arguments)
    {
        var from = new Option<ulong>("--from") { Description = "the first batch", DefaultValueFactory = _ => 1 };
        var batches = new Option<int>("--batches") { Description = "how many batches", DefaultValueFactory = _ => 8 };
        var size = new Option<int>("--size") { Description = "kernels a batch: each batch is compiled as one", DefaultValueFactory = _ => 10 };
        var output = new Option<string>("--out") { Description = "folder for kernels that show a difference, made small", DefaultValueFactory = _ => "fuzz-out" };
        var tries = new Option<int>("--tries") { Description = "how many smaller forms of such a kernel are tried", DefaultValueFactory = _ => 300 };
        var record = new Option<string?>("--record") { Description = "campaigns.csv to add a line to" };
        var engines = new Option<string?>("--engines") { Description = "only these engines, in place of some that are always asked and others in turn", HelpName = "E[,E...]" };
        var print = new Option<bool>("--print") { Description = "print the kernels of the first batch and run nothing" };
        var kernels = new Command("kernels", "Generates kernels and compares engines.") { from, batches, size, output, tries, engines, record, print };
        kernels.SetAction(parsed =>
        {
            var plan = new KernelCampaign(parsed.GetValue(from), parsed.GetValue(batches), parsed.GetValue(size));
            if (parsed.GetValue(print))
            {
                Console.Write(GeneratedKernel.File(plan.Kernels(plan.First), KernelCampaign.ProfileOf(plan.First)));
                return 0;
            }
            return Run(plan, parsed.GetValue(output)!, parsed.GetValue(tries), parsed.GetValue(engines)?.Split(','), parsed.GetValue(record));
        });
        var minutes = new Option<double>("--minutes") { Description = "how long", DefaultValueFactory = _ => 1 };
        var text = new Command("text", "Breaks the repository's test files and looks for exceptions, hangs and hunger.") { from, minutes, output, record };
        text.SetAction(parsed => RunText(parsed.GetValue(from), TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(output)!, parsed.GetValue(record)));
        return new RootCommand("Campaigns of generated input.") { kernels, text }.Parse(arguments).Invoke();
    }

    private static int RunText(ulong from, TimeSpan time, string output, string? record)
    {
        IReadOnlyList<string> Read(string pattern) =>
            [.. Directory.EnumerateFiles(Path.Combine(Root, "tests"), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => File.ReadAllText(f))];
        var campaign = new TextCampaign(Read("*.cu"), Read("*.kir"), BackendCatalogue.All);
        Directory.CreateDirectory(output);
        var clock = Stopwatch.StartNew();
        ulong seed = from;
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        for (; clock.Elapsed < time; seed++)
        {
            // a stack overflow ends the process: then this file says with what
            File.WriteAllText(Path.Combine(output, "seed"), seed.ToString(CultureInfo.InvariantCulture));
            if (campaign.Run(seed) is { } fault)
            {
                int before = kinds.GetValueOrDefault(fault.Kind);
                kinds[fault.Kind] = before + 1;
                if (before == 0)
                {
                    Console.WriteLine($"{fault.Seed}: {fault.Kind}");
                    File.WriteAllText(Path.Combine(output, $"{fault.Seed}.txt"), fault.Text);
                }
            }
        }
        ulong count = seed - from;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} texts, {kinds.Values.Sum()} faults of {kinds.Count} kinds, {clock.Elapsed.TotalSeconds:0} s"));
        if (record is not null)
        {
            File.AppendAllText(record, string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:yyyy-MM-dd},text,{from}-{seed - 1},{count},front end; targets; migration; kir,{kinds.Values.Sum()},{clock.Elapsed.TotalSeconds:0}\n"));
        }
        return kinds.Count == 0 ? 0 : 1;
    }

    private static int Run(KernelCampaign plan, string output, int tries, IReadOnlyList<string>? engines, string? record)
    {
        string cache = Path.Combine(Path.GetTempPath(), $"kernelport-fuzz-{Environment.ProcessId}");
        try
        {
            var twinTargets = TwinCatalogue.Load(Root);
            // what may be rounded once or twice cannot be compared bit by bit
            IReadOnlyList<IBackend> backends = [.. BackendCatalogue.All.Select(b => b is Backends.Cpu.Backend ? new Backends.Cpu.Backend { Contracts = false } : b)];
            var opencl = new OpenClRunner(Path.Combine(cache, "opencl"));
            var clang = new TwinRunner(Path.Combine(cache, "clang"), "clang++-19");
            var differential = new Differential(
                new KernelTestRunner(new TwinRunner(Path.Combine(cache, "twins")), twinTargets, backends, opencl),
                clang.HasCompiler ? new KernelTestRunner(clang, twinTargets, backends, opencl) : null);
            Directory.CreateDirectory(output);
            var result = plan.Run(differential, engines, (batch, found) =>
            {
                foreach (var difference in found.Differences)
                {
                    Console.WriteLine($"batch {batch}: {difference.Kernel.Name} {difference.Engine}: {difference.Detail.Split('\n')[0]}");
                }
            });
            // one kernel an engine and kind of difference: the others are most likely the same fault
            foreach (var (batch, difference) in result.Differences.DistinctBy(d => (d.Difference.Engine, Reducer.Kind(d.Difference.Detail), KernelCampaign.ProfileOf(d.Batch))))
            {
                var profile = KernelCampaign.ProfileOf(batch);
                var small = Reducer.Reduce(difference, profile, differential, tries);
                string path = Path.Combine(output, $"{small.Kernel.Name}.{small.Engine.Replace(':', '-').Replace(' ', '-')}.cu");
                File.WriteAllText(path, GeneratedKernel.File([small.Kernel], profile));
                Console.WriteLine($"{path}: {small.Engine}: {small.Detail.Split('\n')[0]}");
            }
            Console.Write(result.Table());
            if (record is not null)
            {
                File.AppendAllText(record, result.CsvLine(plan));
            }
            return result.Differences.Count == 0 ? 0 : 1;
        }
        finally
        {
            if (Directory.Exists(cache))
            {
                Directory.Delete(cache, true);
            }
        }
    }
}
