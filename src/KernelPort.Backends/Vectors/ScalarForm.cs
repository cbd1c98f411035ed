using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Analyses;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;

namespace KernelPort.Backends.Vectors;

/// <summary>A kernel as the scalar unit of a core can run it: what one thread does or, where threads share memory or wait for each other, what one block of a
/// known size does, region by region, with what lives across barriers in the unified buffer (npu-dialects 8.11, T2).</summary>
/// <param name="Module">The kernel with what it calls.</param>
/// <param name="Block">The size it is made for; null for one thread.</param>
internal sealed record ScalarForm(Module Module, Extent? Block)
{
    /// <summary>What there is no form of yet; null where the form is whole.</summary>
    public Obstacle? Gap { get; init; }

    public bool NeedsBlock { get; init; }

    public static ScalarForm Of(Module module, Function kernel, Extent? block)
    {
        module = module with { Functions = CapabilityCheck.Reachable(module, kernel).ToEquatable() };
        // What lanes exchange goes through memory of the block, which then has regions.
        var exchanged = new Pipeline([new InlineCalls { OnlyConvergent = true }, new WarpBarriersOfBlock(), new ExchangeThroughLocal(block is { } b ? b.X * b.Y * b.Z : 1024)]).Run(module);
        if (!exchanged.Functions.Any(f => SplitAtBarriers.IsOfBlock(f) || BarrierRegions.HasBarrier(f.Body)))
        {
            return new ScalarForm(Threads(exchanged, block), null) { Gap = Together.In(exchanged) };
        }
        if (block is not { } size)
        {
            return new ScalarForm(module, null) { NeedsBlock = true };
        }
        var values = Pipeline.ToVectors(size.X, size.Y, size.Z).Run(exchanged);
        var split = new SplitAtBarriers(size.X, size.Y, size.Z) { KeepsShared = true };
        if (split.Refusal(values, values.Find(kernel.Name)!) is { } refusal)
        {
            return new ScalarForm(module, size) { Gap = refusal };
        }
        var regions = new Pipeline([split]).Run(values);
        // What a thread had for itself lies in the unified buffer now where it crosses barriers: pointers to it are found again.
        return new ScalarForm(new Pipeline(MovedAddress.In(regions) ? [new DropNamedSpaces(), new OfGlobalMemory(), new InferAddressSpaces(), new DemoteValues()] : [new DemoteValues()]).Run(regions), size);
    }

    /// <summary>What one thread does. In value form, where calls are gone and objects are values, more pointers are known.</summary>
    private static Module Threads(Module module, Extent? block)
    {
        var plain = new Pipeline([new InferAddressSpaces()]).Run(module);
        return block is not { } size || !GenericPointer.In(plain) ? plain : new Pipeline([new DemoteValues()]).Run(Pipeline.ToVectors(size.X, size.Y, size.Z).Run(module));
    }

    /// <summary>Finds a pointer of which nobody knows where it points.</summary>
    private sealed class GenericPointer : Walker
    {
        private bool _found;

        public static bool In(Module module)
        {
            var finder = new GenericPointer();
            foreach (var f in module.Functions)
            {
                finder.Walk(f);
            }
            return finder._found;
        }

        protected override void Enter(Expr expression) => _found |= expression.Type is PointerType { Space: AddressSpace.Generic } && expression is not Literal;
    }

    /// <summary>Finds an address whose type says another memory than its variable lies in.</summary>
    private sealed class MovedAddress(Module module) : Walker
    {
        private bool _found;
        private Function _function = null!;

        public static bool In(Module module)
        {
            var finder = new MovedAddress(module);
            foreach (var f in module.Functions)
            {
                finder._function = f;
                finder.Walk(f);
            }
            return finder._found;
        }

        protected override void Enter(Expr expression) => _found |= expression is AddressOf a && a.Pointer.Space != Build.SpaceOf(a.Place, _function, module);
    }

    /// <summary>Says again of a kernel's parameters that they point to global memory.</summary>
    private sealed class OfGlobalMemory : Rewriter, IPass
    {
        private HashSet<LetId> _parameters = [];

        public Module Run(Module module) => module with { Functions = module.Functions.Select(f => f.IsKernel ? Rewrite(f) : f).ToEquatable() };

        public override Function Rewrite(Function function)
        {
            _parameters = [.. function.Parameters];
            return base.Rewrite(function with { Lets = function.Lets.Select((l, i) => _parameters.Contains(new LetId(i)) ? l with { Type = Global(l.Type) } : l).ToEquatable() });
        }

        private static IrType Global(IrType type) => type is PointerType p ? p with { Space = AddressSpace.Global } : type;

        // What names a parameter takes its type; everything made of it is still generic, which a cast says.
        protected override Expr Leave(Expr expression) =>
            expression is LetRef { Type: PointerType generic } r && _parameters.Contains(r.Id) ? new Cast(generic, r with { Type = Global(r.Type) }) : expression;
    }

    /// <summary>Finds what a thread cannot do by itself.</summary>
    private sealed class Together : Walker
    {
        private Obstacle? _found;

        public static Obstacle? In(Module module)
        {
            var finder = new Together();
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
                _found ??= new Obstacle($"'{i.Name}' where the block does not come together", statement.From.Span);
            }
        }
    }
}
