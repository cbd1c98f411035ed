using System.Text;
using KernelPort.Backends.CSharp.Vectors;
using KernelPort.Ir;

namespace KernelPort.Backends.CSharp;

/// <summary>The methods that launch kernels: one a kernel, static, with its name.</summary>
internal static class LaunchText
{
    private const string Size = "(uint X, uint Y, uint Z)";

    // What a thread of a pool has for sure, with room for what else it does.
    private const long UsualFrame = 256 * 1024;

    /// <summary>Bytes of the stacks of threads that are made for blocks.</summary>
    public const int DeepStack = 32 * 1024 * 1024;

    /// <param name="type">The struct they stand in.</param>
    /// <param name="blocks">The size that each kernel is made for; none for one that is what a thread does.</param>
    public static string Of(Module module, string type, IReadOnlyDictionary<string, Extent> blocks)
    {
        bool dynamic = module.Kernels.Any(HasDynamic);
        var text = new StringBuilder($$"""

            /// <summary>How many processors a launch takes; -1 for all.</summary>
            public static int Processors = -1;

            static {{type}} Block(long i, {{Size}} grid, {{Size}} block) => new {{type}}
            {
                GridDimX = grid.X, GridDimY = grid.Y, GridDimZ = grid.Z, BlockDimX = block.X, BlockDimY = block.Y, BlockDimZ = block.Z,
                BlockX = (uint)(i % grid.X), BlockY = (uint)(i / grid.X % grid.Y), BlockZ = (uint)(i / grid.X / grid.Y),
            };

            static void Blocks({{Size}} grid, {{Size}} block, Action<{{type}}> run)
            {
                var options = new System.Threading.Tasks.ParallelOptions { MaxDegreeOfParallelism = Processors };
                long blocks = (long)grid.X * grid.Y * grid.Z;
                // Pieces small enough for processors to end at about the same time.
                long piece = Math.Max(1, blocks / (Processors > 0 ? Processors : Environment.ProcessorCount) / 16);
                System.Threading.Tasks.Parallel.For(0L, (blocks + piece - 1) / piece, options, p =>
                {
                    for (long i = p * piece; i < Math.Min(blocks, (p + 1) * piece); i++) run(Block(i, grid, block));
                });
            }

            """);
        if (dynamic)
        {
            text.Append($$"""

                static Action<{{type}}> With(int sharedBytes, Action<{{type}}> run) => k =>
                {
                    k.Shared = (byte*)NativeMemory.AlignedAlloc((nuint)Math.Max(1, sharedBytes), 128);
                    try
                    {
                        run(k);
                    }
                    finally
                    {
                        NativeMemory.AlignedFree(k.Shared);
                    }
                };

                """);
        }
        if (module.Functions.Any(Prints))
        {
            text.Append($$"""

                /// <summary>Where what kernels print goes, block after block, when a launch is over.</summary>
                public static Action<string> Output = Console.Write;

                static void Printing(Action<Action<{{type}}>> launch, Action<{{type}}> run)
                {
                    var texts = new System.Collections.Generic.SortedDictionary<(uint, uint, uint), System.Text.StringBuilder>();
                    try
                    {
                        launch(k =>
                        {
                            k.Printed = new System.Text.StringBuilder();
                            lock (texts) texts[(k.BlockZ, k.BlockY, k.BlockX)] = k.Printed;
                            run(k);
                        });
                    }
                    finally
                    {
                        Output(string.Concat(texts.Values));
                    }
                }

                """);
        }
        if (module.Kernels.Any(IsDeep))
        {
            text.Append($$"""

                /// <summary>Blocks that need more of a stack than threads of a pool have.</summary>
                static void Deep({{Size}} grid, {{Size}} block, Action<{{type}}> run)
                {
                    long blocks = (long)grid.X * grid.Y * grid.Z, next = -1;
                    var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
                    var threads = new System.Threading.Thread[Math.Min(blocks, Processors > 0 ? Processors : Environment.ProcessorCount)];
                    for (int n = 0; n < threads.Length; n++)
                    {
                        threads[n] = new System.Threading.Thread(() =>
                        {
                            try
                            {
                                for (long i; (i = System.Threading.Interlocked.Increment(ref next)) < blocks; ) run(Block(i, grid, block));
                            }
                            catch (Exception e)
                            {
                                failures.Enqueue(e);
                            }
                        }, {{DeepStack}});
                        threads[n].Start();
                    }
                    foreach (var t in threads) t.Join();
                    if (!failures.IsEmpty) throw new AggregateException(failures);
                }

                """);
        }
        if (module.Kernels.Any(MeetsGrid))
        {
            text.Append($$"""

                /// <summary>All blocks at once, each on a thread of its own, as they wait for each other; one that is done is waited for by none.</summary>
                static void Together({{Size}} grid, {{Size}} block, Action<{{type}}> run)
                {
                    int count = checked((int)((long)grid.X * grid.Y * grid.Z));
                    using var barrier = new System.Threading.Barrier(count);
                    var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
                    var threads = new System.Threading.Thread[count];
                    for (int n = 0; n < count; n++)
                    {
                        int i = n;
                        threads[i] = new System.Threading.Thread(() =>
                        {
                            try
                            {
                                var k = Block(i, grid, block);
                                k.Grid = barrier;
                                run(k);
                            }
                            catch (Exception e)
                            {
                                failures.Enqueue(e);
                            }
                            barrier.RemoveParticipant();
                        }, {{DeepStack}});
                        threads[i].Start();
                    }
                    foreach (var t in threads) t.Join();
                    if (!failures.IsEmpty) throw new AggregateException(failures);
                }

                """);
        }
        foreach (var kernel in module.Kernels)
        {
            Kernel(text, module, kernel, blocks.TryGetValue(kernel.Name, out var block) ? block : null);
        }
        return text.ToString();
    }

    private static void Kernel(StringBuilder text, Module module, Function kernel, Extent? block)
    {
        string name = CSharpWords.FunctionName(kernel.Name);
        var names = new Namer([.. CSharpWords.Dialect.Reserved, .. module.Functions.Select(f => CSharpWords.FunctionName(f.Name)), "grid", "block", "k"]);
        var parameters = kernel.Parameters.Select(p => (Type: TypeText(kernel.TypeOf(p)), Name: names.Name(kernel.Lets[p.Index].Name))).ToList();
        string declared = string.Concat(parameters.Select(p => $", {p.Type} {p.Name}"));
        string passed = $"({string.Join(", ", parameters.Select(p => p.Name))})";
        string ofBlock = name + "_block";
        while (module.Find(ofBlock) is not null)
        {
            ofBlock += "_";
        }
        string call = $"k.{(block is null ? ofBlock : name)}{passed}";
        string title = kernel.SourceName.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        string sized = HasDynamic(kernel) ? ", int sharedBytes" : "";
        string runner = MeetsGrid(kernel) ? "Together" : IsDeep(kernel) ? "Deep" : "Blocks";
        bool prints = CapabilityCheck.Reachable(module, kernel).Any(Prints);
        string Launched(string size, string body) => prints ? $"Printing(run => {runner}(grid, {size}, run), {body})" : $"{runner}(grid, {size}, {body})";
        string run = HasDynamic(kernel) ? $"With(sharedBytes, k => {call})" : $"k => {call}";
        text.Append(block is { } b
            ? Build.Invariant($$"""

                /// <summary>All blocks of {{title}}, each of {{b.X}} x {{b.Y}} x {{b.Z}} threads; returns when they have run.</summary>
                public static void {{name}}({{Size}} grid{{sized}}{{declared}}) => {{Launched(Build.Invariant($"({b.X}, {b.Y}, {b.Z})"), run)}};

                """)
            : $$"""

                [MethodImpl(Fast)] private void {{ofBlock}}({{(declared.Length > 0 ? declared[2..] : "")}})
                {
                    for (ThreadZ = 0; ThreadZ < BlockDimZ; ThreadZ++)
                    for (ThreadY = 0; ThreadY < BlockDimY; ThreadY++)
                    {{(module.Find(Neighbours.NameOf(kernel.Name)) is { } together ? ByNeighbours(name + passed, CSharpWords.FunctionName(together.Name) + passed) : $"for (ThreadX = 0; ThreadX < BlockDimX; ThreadX++) {name}{passed};")}}
                }

                /// <summary>All threads of {{title}}; returns when they have run.</summary>
                public static void {{name}}({{Size}} grid, {{Size}} block{{declared}}) => {{Launched("block", run)}};

                """);
    }

    /// <summary>A row of threads: neighbours at once where they go the same way, otherwise one after the other.</summary>
    private static string ByNeighbours(string one, string all) => Build.Invariant($$"""
        for (ThreadX = 0; ThreadX < BlockDimX; )
            {
                if (ThreadX % {{NeighbourForms.Lanes}} == 0 && ThreadX + {{NeighbourForms.Lanes}} <= BlockDimX && {{all}})
                {
                    ThreadX += {{NeighbourForms.Lanes}};
                    continue;
                }
                {{one}};
                ThreadX++;
            }
        """);

    private static bool IsDeep(Function kernel) => !MeetsGrid(kernel) && kernel.Variables.Where(v => !v.IsDynamic).Sum(v => v.Type.Size) > UsualFrame;

    private static bool HasDynamic(Function kernel) => kernel.Variables.Any(v => v.IsDynamic);

    /// <summary>Whether the function itself prints.</summary>
    public static bool Prints(Function function) => CallFinder.Has(function, i => i == Intrinsics.Print);

    /// <summary>Whether its blocks wait for each other.</summary>
    public static bool MeetsGrid(Function kernel) => CallFinder.Has(kernel, i => i == Intrinsics.GridBarrier);

    /// <summary>A parameter's type.</summary>
    public static string TypeText(IrType type) => type switch
    {
        PointerType { Pointee: PointerType or ScalarType or StructType } p => TypeText(p.Pointee) + "*",
        PointerType => "byte*",
        ScalarType s => CSharpWords.Dialect.Scalars[s.Kind],
        StructType s => s.IsBuiltin ? "kp_" + s.Name : CSharpWords.Dialect.Reserved.Contains(s.Name) ? s.Name + "_1" : s.Name,
        _ => throw new System.Diagnostics.UnreachableException(type.GetType().Name),
    };
}
