using KernelPort.Backends.CLike;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Analyses;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.CSharp;

/// <summary>C# for .NET: each kernel a method that runs one thread, compiled in memory by Roslyn; kernels with
/// shared memory and barriers a method that runs one block, region by region.</summary>
public sealed class Backend : IBackend, IInProcessEngine
{
    internal static readonly Evidence DotNet = Evidence.Document("the C# language and .NET 10 class library");

    public string Name => "csharp";

    public bool IsCudaDialect => false;

    public string EngineName => "csharp";

    public string? Missing => null;

    public IReadOnlyList<Target> Targets { get; } =
    [
        new Target
        {
            Name = "csharp",
            Extension = ".cs",
            WarpWidth = 32,
            Intrinsics = CSharpWords.Operations(),
            Scalars = new Dictionary<Scalar, Support> { [Scalar.BF16] = new Support.Missing(".NET has no bfloat16", DotNet) },
            Atomic = (_, type, _) => type is Scalar.I32 or Scalar.U32 or Scalar.I64 or Scalar.U64 or Scalar.F32 or Scalar.F64 ? null : new Support.Gap("System.Threading.Interlocked takes 32 and 64 bits here", DotNet),
            PackedStructs = new Support.Gap("its fields have no attribute for it yet", DotNet),
            LanguageFrom = DotNet,
        },
    ];

    public Pipeline Lowering(Target target) => new([new ExpandDp4a(), new WidenHalf(), new DropNamedSpaces(), new FlattenArrays()]);

    public EmittedFile Emit(Module module, Target target, string sourceName) => 
        CLikeEmitter.Emit(module, module.Functions.Any(HasAtomics) ? CSharpWords.DialectWithAtomics : CSharpWords.Dialect, target, sourceName);

    private static bool HasAtomics(Function f)
    {
        var finder = new Atomics();
        finder.Walk(f);
        return finder.Found;
    }

    private sealed class Atomics : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement) => Found |= statement is Atomic;
    }


    public IKernelProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason)
    {
        module = module with { Functions = CapabilityCheck.Reachable(module, kernel).ToEquatable() };
        if (module.Globals.Count > 0)
        {
            reason = "global variables are not emitted as C# yet";
            return null;
        }
        // what lanes exchange goes through memory of the block, which then has regions
        module = new Pipeline([new InlineCalls { OnlyConvergent = true }, new ExchangeThroughLocal(block.X * block.Y * block.Z)]).Run(module);
        bool ofBlock = module.Functions.Any(f => SplitAtBarriers.IsOfBlock(f) || BarrierRegions.HasBarrier(f.Body));
        if (ofBlock)
        {
            var values = Pipeline.ToVectors(block.X, block.Y, block.Z).Run(module);
            var split = new SplitAtBarriers(block.X, block.Y, block.Z);
            if (split.Refusal(values, values.Find(kernel.Name)!) is { } refusal)
            {
                reason = refusal + " is not emitted as C# yet";
                return null;
            }
            module = new Pipeline([split, new DemoteValues()]).Run(values);
        }
        var refusals = CapabilityCheck.Run(module, module.Find(kernel.Name)!, Targets[0]);
        if (refusals.Count > 0)
        {
            reason = refusals[0].Message;
            return null;
        }
        var lowered = Lowering(Targets[0]).Run(module);
        return CSharpProgram.Compile(Emit(lowered, Targets[0], "kernel.cu").Text, lowered.Find(kernel.Name)!, block, ofBlock, out reason);
    }
}
