using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Analyses;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.CSharp;

/// <summary>A kernel as C# can have it: what one thread does or, where threads share memory or wait for each other, what one block of a known size does.</summary>
/// <param name="Module">The kernel with what it calls.</param>
/// <param name="Block">The size it is made for; null for one thread.</param>
internal sealed record KernelForm(Module Module, Extent? Block)
{
    /// <summary>What C# does not have that the kernel needs; null where it has all.</summary>
    public string? Gap { get; init; }

    /// <summary>There is a form only for a known size, and none is.</summary>
    public bool NeedsBlock { get; init; }

    public static KernelForm Of(Module module, Function kernel, Extent? block)
    {
        module = module with { Functions = CapabilityCheck.Reachable(module, kernel).ToEquatable() };
        // what lanes exchange goes through memory of the block, which then has regions
        var exchanged = new Pipeline([new InlineCalls { OnlyConvergent = true }, new ExchangeThroughLocal(block is { } b ? b.X * b.Y * b.Z : 1024) { AnyMask = true }]).Run(module);
        if (!exchanged.Functions.Any(f => SplitAtBarriers.IsOfBlock(f) || BarrierRegions.HasBarrier(f.Body)))
        {
            return new KernelForm(exchanged, null) { Gap = Exchange.In(exchanged) is { } left ? $"'{left}'" : null };
        }
        if (block is not { } size)
        {
            return new KernelForm(module, null) { NeedsBlock = true };
        }
        var values = Pipeline.ToVectors(size.X, size.Y, size.Z).Run(exchanged);
        var split = new SplitAtBarriers(size.X, size.Y, size.Z);
        return split.Refusal(values, values.Find(kernel.Name)!) is { } refusal
            ? new KernelForm(module, size) { Gap = refusal }
            : new KernelForm(new Pipeline([split, new DemoteValues()]).Run(values), size);
    }

    /// <summary>Finds what a thread cannot do by itself.</summary>
    private sealed class Exchange : Walker
    {
        private string? _found;

        public static string? In(Module module)
        {
            var finder = new Exchange();
            foreach (var f in module.Functions)
            {
                finder.Walk(f);
            }
            return finder._found;
        }

        protected override void Enter(Stmt statement)
        {
            if (statement is Call { Intrinsic: var i } && i.Effect.HasFlag(Effect.Convergent))
            {
                _found ??= i.Name;
            }
        }
    }
}
