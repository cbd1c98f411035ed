using KernelPort.Backends.CSharp.Vectors;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.CSharp;

/// <summary>A kernel as C# can have it: what one thread does or, where threads share memory or wait for each other, what one block of a known size does.</summary>
/// <param name="Module">The kernel with what it calls.</param>
/// <param name="Block">The size it is made for; null for one thread.</param>
internal sealed record KernelForm(Module Module, Extent? Block)
{
    /// <summary>What C# does not have that the kernel needs; null where it has all.</summary>
    public Obstacle? Gap { get; init; }

    /// <summary>There is a form only for a known size, and none is.</summary>
    public bool NeedsBlock { get; init; }

    public static KernelForm Of(Module module, Function kernel, Extent? block)
    {
        string? neighbours = module.Find(Neighbours.NameOf(kernel.Name)) is null ? Neighbours.NameOf(kernel.Name) : null;
        module = module with { Functions = CapabilityCheck.Reachable(module, kernel).ToEquatable() };
        if (!module.Functions.Any(f => SplitAtBarriers.IsOfBlock(f) || CallFinder.Has(f, i => i.Effect.HasFlag(Effect.Convergent))))
        {
            return new KernelForm(neighbours is { } name && Neighbours.OfThreads(module, module.Find(kernel.Name)!, name) is { } together ? module with { Functions = [.. module.Functions, together] } : module, null);
        }
        if (block is not { } size)
        {
            return new KernelForm(module, null) { NeedsBlock = true };
        }
        // What lanes exchange goes through memory of the block, which then has regions.
        var exchange = new ExchangeThroughLocal(size.X * size.Y * size.Z) { Everywhere = true };
        var values = new Pipeline([new InlineCalls { WithShared = true, OutOfLoops = true }, new NestAfterReturns { PastBarriers = true }, .. Pipeline.ToVectors(size.X, size.Y, size.Z, turns: 4).Passes, new TurnTogether(size.X, size.Y, size.Z), exchange, new FixBlockSize(size.X, size.Y, size.Z), new FoldConstants(), new SimplifyAlgebra()]).Run(module);
        var split = new SplitAtBarriers(size.X, size.Y, size.Z) { LargestFrame = LaunchText.DeepStack / 2 };
        var threads = values.Find(kernel.Name)!;
        if (split.Refusal(values, threads) is { } refusal)
        {
            return new KernelForm(module, size) { Gap = refusal };
        }
        var regions = new Pipeline([split, new PlainAtomics(), new FoldConstants(), new SimplifyAlgebra()]).Run(values);
        // Shared memory, and what has an element for each thread; what a thread has to itself all of them use in turn.
        bool OfBlock(VariableId id) => id.Index >= threads.Variables.Count || threads.Variables[id.Index] is var v && (v.Space == AddressSpace.Shared || v.Type != regions.Find(kernel.Name)!.Variables[id.Index].Type);
        regions = regions with { Functions = regions.Functions.Select(f => f.Name == kernel.Name ? Neighbours.InBlock(f, OfBlock) : f).ToEquatable() };
        return new KernelForm(new Pipeline([new DemoteValues { WritesLoops = true }]).Run(regions), size);
    }
}
