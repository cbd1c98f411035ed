using System.Collections.Concurrent;
using System.Text;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>Runs the kernels of a module on the CPU, exactly and with checks: the judge of everything else. Knows no target.</summary>
public sealed partial class Executor
{
    private readonly Ir.Module _module;
    private readonly ExecutionOptions _options;
    private readonly Dictionary<string, Allocation> _globals = new(StringComparer.Ordinal);
    private readonly StringBuilder _printed = new();
    private readonly ConcurrentDictionary<long, string> _printedByBlock = new();
    private readonly Dictionary<string, Program> _programs = new(StringComparer.Ordinal);

    public Executor(Ir.Module module, ExecutionOptions options)
    {
        _module = module;
        _options = options;
        foreach (var g in module.Globals)
        {
            var a = g.Space == AddressSpace.Constant ? Memory.AllocateConstant(g.Name, g.Type.Size) : Memory.Allocate(g.Name, g.Type.Size, g.Space);
            // CUDA zeroes what has no initialiser.
            a.Fill(g.Initial.IsEmpty ? new byte[g.Type.Size] : g.Initial.AsSpan());
            _globals[g.Name] = a;
        }
    }

    public Memory Memory { get; } = new();

    /// <summary>What went wrong in all launches so far.</summary>
    public FindingLog Findings { get; } = new();

    /// <summary>What the kernels of all launches so far printed: blocks one after another, whatever order they ran in.</summary>
    public string Printed => _printed.ToString();

    /// <summary>The memory of a `__device__` or `__constant__` variable.</summary>
    public Allocation? Global(string name) => _globals.GetValueOrDefault(name);

    /// <summary>Blocks that a cooperative launch may have: about what the largest devices hold at once.</summary>
    public const int CooperativeBlocks = 4096;

    /// <summary>Runs a kernel to its end. Arguments are in the order of its parameters; <paramref name="dynamicShared"/> is in bytes.
    /// Only the blocks of a <paramref name="cooperative"/> launch can meet at a grid-wide barrier.</summary>
    public void Launch(string kernel, Dim3 grid, Dim3 block, long dynamicShared, IReadOnlyList<Argument> arguments, bool cooperative = false)
    {
        var function = _module.Find(kernel) ?? throw new ArgumentException($"the module has no kernel '{kernel}'", nameof(kernel));
        if (arguments.Count != function.Parameters.Count)
        {
            throw new ArgumentException($"'{kernel}' takes {function.Parameters.Count} arguments, not {arguments.Count}", nameof(arguments));
        }
        if (!CheckLaunch(function, grid, block, cooperative))
        {
            return;
        }
        if (!_programs.TryGetValue(kernel, out var program))
        {
            program = Linearizer.Run(_module, function, name => _globals[name].Base, _options.Check);
            _programs[kernel] = program;
        }
        var bytes = arguments.Select((a, i) => Bytes(a, function.TypeOf(function.Parameters[i]))).ToArray();
        var watch = _options.Check ? new LaunchWatch(Memory) : null;
        bool inOrder = grid.Volume > 1 && BlockOrder.MayDiffer(_module, function);
        FindingLog log;
        do
        {
            log = new FindingLog();
            _printedByBlock.Clear();
            watch?.Begin();
            var races = watch is null ? null : new GlobalRaces(watch);
            BlockRun Make() => new(program, Memory, log, races, _options, grid, block, dynamicShared);
            if (cooperative)
            {
                RunTogether(Make, grid, bytes);
            }
            else if (_options.Schedule != Schedule.LockStep)
            {
                RunInTurns(Make, grid, bytes);
            }
            else if (inOrder || watch is { RaceInParallel: true })
            {
                RunInOrder(Make, grid, bytes);
            }
            else
            {
                RunInParallel(r => new(program, Memory, log, r, _options, grid, block, dynamicShared), grid, bytes, watch);
            }
        }
        while (watch is { Again: true });
        foreach (var memory in Memory.Global)
        {
            memory.Sums?.Settle(memory);
        }
        Findings.AddAll(log);
        foreach (var (_, text) in _printedByBlock.OrderBy(p => p.Key))
        {
            _printed.Append(text);
        }
        _printedByBlock.Clear();
    }

    /// <summary>What a kernel's launches did so far; nothing unless the options say that it is counted.</summary>
    public OperationCounts Counts(string kernel) =>
        _programs.TryGetValue(kernel, out var program) ? program.Code.Aggregate(new OperationCounts(), (sum, i) => sum + OperationCounts.Of(i, i.Executed)) : new OperationCounts();

    private void KeepPrinted(BlockRun run)
    {
        if (run.Printed.Length > 0)
        {
            _printedByBlock[run.BlockNumber] = run.Printed.ToString();
        }
    }

    /// <summary>For kernels whose blocks cannot see each other: the same bytes and findings as in order. Each worker watches its own blocks, and at
    /// the end what two workers touched is compared.</summary>
    private void RunInParallel(Func<GlobalRaces?, BlockRun> make, Dim3 grid, byte[][] arguments, LaunchWatch? watch)
    {
        int workers = (int)Math.Min(Environment.ProcessorCount, grid.Volume);
        var races = new GlobalRaces?[workers];
        long chunk = Math.Max(1, grid.Volume / (workers * 8L));
        long next = 0;
        if (watch is not null)
        {
            watch.InParallel = workers > 1;
        }
        Parallel.For(0, workers, w =>
        {
            races[w] = watch is null ? null : new GlobalRaces(watch);
            var run = make(races[w]);
            long first;
            while ((first = Interlocked.Add(ref next, chunk) - chunk) < grid.Volume && watch is not { Again: true })
            {
                for (long i = first; i < Math.Min(first + chunk, grid.Volume) && watch is not { Again: true }; i++)
                {
                    run.Start(BlockAt(grid, i), arguments);
                    run.Continue(long.MaxValue);
                    RefuseGridBarrier(run);
                    KeepPrinted(run);
                }
            }
        });
        for (int i = 0; i < workers && watch is { Again: false }; i++)
        {
            for (int j = i + 1; j < workers; j++)
            {
                if (GlobalRaces.Meet(races[i]!, races[j]!))
                {
                    watch.NoteRace();
                }
            }
        }
        if (watch is not null)
        {
            watch.InParallel = false;
        }
    }

    private bool CheckLaunch(Function function, Dim3 grid, Dim3 block, bool cooperative)
    {
        string? fault = block.Volume is < 1 or > 1024 ? $"a block of {block.Volume} threads"
            : grid.Volume < 1 ? "an empty grid"
            : cooperative && grid.Volume > CooperativeBlocks ? $"a cooperative grid of {grid.Volume} blocks"
            : function.Bounds is { } b && block.Volume > b.MaxThreads ? $"a block of {block.Volume} threads where __launch_bounds__ allows {b.MaxThreads}"
            : null;
        if (fault is not null)
        {
            Findings.Add(ExecutionRules.BadLaunch.At(function.From.Span, fault), default, default);
        }
        return fault is null;
    }

    private static byte[] Bytes(Argument a, IrType type)
    {
        var bytes = a.Buffer is { } buffer ? BitConverter.GetBytes(buffer.Base + (ulong)a.Offset) : a.Bytes!;
        return bytes.Length == type.Size ? bytes : throw new ArgumentException($"an argument of {bytes.Length} bytes for a {type}");
    }

    private static Dim3 BlockAt(Dim3 grid, long i) => new((int)(i % grid.X), (int)(i / grid.X % grid.Y), (int)(i / ((long)grid.X * grid.Y)));

    private void RunInOrder(Func<BlockRun> make, Dim3 grid, byte[][] arguments)
    {
        var run = make();
        for (long i = 0; i < grid.Volume && run.Globals is not { Watch.Again: true }; i++)
        {
            run.Start(BlockAt(grid, i), arguments);
            run.Continue(long.MaxValue);
            RefuseGridBarrier(run);
            KeepPrinted(run);
        }
    }

    private static void RefuseGridBarrier(BlockRun run)
    {
        if (run.AtGridBarrier)
        {
            run.RefuseGridBarrier(ExecutionRules.BadLaunch, "a grid-wide barrier in a launch that is not cooperative");
        }
    }

    private static void PassGridBarrier(BlockRun[] runs)
    {
        runs[0].Globals?.PassGridBarrier();
        var ended = runs.FirstOrDefault(r => r.Done && !r.Aborted);
        foreach (var run in runs.Where(r => r.AtGridBarrier))
        {
            if (ended is null)
            {
                run.PassGridBarrier();
            }
            else
            {
                run.RefuseGridBarrier(ExecutionRules.DivergentBarrier, FormattableString.Invariant($"block {run.BlockNumber} waits here for the whole grid, of which block {ended.BlockNumber} has ended"));
            }
        }
    }
}
