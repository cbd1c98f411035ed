using KernelPort.Backends.CLike;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Backends.CSharp;

/// <summary>C# for .NET: each kernel a method that runs one thread, compiled in memory by Roslyn. Kernels whose threads talk to each other wait for
/// barrier regions.</summary>
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
            Atomic = (_, _, _) => new Support.Gap("atomics are to go through System.Threading.Interlocked", DotNet),
            LanguageFrom = DotNet,
        },
    ];

    public Pipeline Lowering(Target target) => new([new ExpandDp4a(), new WidenHalf(), new DropNamedSpaces()]);

    public EmittedFile Emit(Module module, Target target, string sourceName) => CLikeEmitter.Emit(module, CSharpWords.Dialect, target, sourceName);

    public IKernelProgram? Compile(Module module, Function kernel, Extent block, IReadOnlyDictionary<string, ulong> globals, out string reason)
    {
        var refusals = CapabilityCheck.Run(module, kernel, Targets[0]);
        if (refusals.Count > 0)
        {
            reason = refusals[0].Message;
            return null;
        }
        var needed = CapabilityCheck.Reachable(module, kernel);
        if (needed.Any(f => f.Variables.Any(v => v.Space == AddressSpace.Shared || v.Type is ArrayType)))
        {
            reason = "shared memory and local arrays are not emitted as C# yet";
            return null;
        }
        if (module.Globals.Count > 0)
        {
            reason = "global variables are not emitted as C# yet";
            return null;
        }
        var lowered = Lowering(Targets[0]).Run(module with { Functions = needed.ToEquatable() });
        return CSharpProgram.Compile(Emit(lowered, Targets[0], "kernel.cu").Text, lowered.Find(kernel.Name)!, block, out reason);
    }
}
