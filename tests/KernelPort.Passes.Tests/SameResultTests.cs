using KernelPort.Ir;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;
using KernelPort.Launches;
using KernelPort.Tests;

namespace KernelPort.Passes.Tests;

/// <summary>The proof of a pass: every kernel computes the same bytes before and after it, without findings.</summary>
public class SameResultTests
{
    public static readonly IReadOnlyDictionary<string, Pipeline> Pipelines = new Dictionary<string, Pipeline>
    {
        ["FoldConstants"] = new([new FoldConstants()]),
        ["SimplifyAlgebra"] = new([new SimplifyAlgebra()]),
        ["RemoveDeadCode"] = new([new RemoveDeadCode()]),
        ["UnrollLoops"] = new([new UnrollLoops()]),
        ["InlineCalls"] = new([new InlineCalls()]),
        ["ShareValues"] = new([new ShareValues()]),
        ["PromoteVariables"] = new([new PromoteVariables()]),
        ["PromoteVariables and DemoteValues"] = new([new PromoteVariables(), new DemoteValues()]),
        ["PromoteVariables and DemoteValues, loops as people write them"] = new([new PromoteVariables(), new DemoteValues { WritesLoops = true }]),
        ["Optimise"] = Pipeline.Optimise,
        ["ToValues"] = Pipeline.ToValues,
        ["Optimise and ToValues"] = new([.. Pipeline.Optimise.Passes, .. Pipeline.ToValues.Passes]),
        ["SplitArrays"] = new([new InlineCalls(), new FoldConstants(), new UnrollLoops { TurnsUnasked = 16, SizeUnasked = 4096 }, new FoldConstants(), new SplitArrays()]),
        ["FlattenArrays"] = new([new FlattenArrays()]),
        ["NestAfterReturns"] = new([new NestAfterReturns()]),
        ["InferAddressSpaces"] = new([new InferAddressSpaces()]),
        ["ToValues and InferAddressSpaces"] = new([.. Pipeline.ToValues.Passes, new InferAddressSpaces()]),
        ["ExchangeThroughLocal"] = new([new InlineCalls { OnlyConvergent = true }, new ExchangeThroughLocal()]),
        ["DropNamedSpaces"] = new([new DropNamedSpaces()]),
        ["WidenHalf"] = new([new WidenHalf()]),
        ["ToValues and back, optimised"] = new([.. Pipeline.ToValues.Passes, new DemoteValues(), .. Pipeline.Optimise.Passes]),
    };

    public static TheoryData<string> Files() => [.. KernelFiles.All()];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_pass_keeps_what_a_kernel_computes(string file)
    {
        var compilation = KernelFiles.Compile(file);
        var module = compilation.Module;
        if (compilation.HasErrors)
        {
            Console.WriteLine($"not run, because the front end refuses it: {file}: {compilation.Diagnostics.First(d => d.Severity == Core.Severity.Error).Message}");
            return;
        }
        var launches = LaunchHeader.Parse(KernelFiles.Text(file)).Launches;
        var wanted = launches.Select(l => ExecutorRun.Of(module, l)).ToList();
        var faults = new List<string>();
        foreach (var (name, pipeline) in Pipelines)
        {
            try
            {
                var changed = pipeline.Run(module);
                // Through the text, so that the reader sees value form too.
                changed = Reader.Read(Printer.Print(changed));
                for (int i = 0; i < launches.Count; i++)
                {
                    Compare(name, wanted[i], ExecutorRun.Of(changed, launches[i]), faults);
                }
            }
            catch (Exception e) when (e is InvalidModuleException or KirFormatException or System.Diagnostics.UnreachableException or NullReferenceException or InvalidOperationException or ArgumentException)
            {
                faults.Add($"{name}: {e.Message} {e.StackTrace?.Split('\n')[0]}");
            }
        }
        faults.ShouldBeEmpty();
    }

    private static void Compare(string name, ExecutorRun wanted, ExecutorRun got, List<string> faults)
    {
        if (wanted.Findings.Count == 0 && got.Findings.Count > 0)
        {
            faults.Add($"{name}: {got.Findings[0].Diagnostic.Code} {got.Findings[0].Diagnostic.Message}");
        }
        foreach (var (buffer, bytes) in wanted.Buffers)
        {
            if (!bytes.AsSpan().SequenceEqual(got.Buffers[buffer]))
            {
                faults.Add($"{name}: {buffer} differs");
            }
        }
    }
}
