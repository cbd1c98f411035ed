using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Lower;
using KernelPort.Passes.Optimise;

namespace KernelPort.Passes;

/// <summary>Passes in order; the module is verified after each.</summary>
public sealed record Pipeline(EquatableArray<IPass> Passes)
{
    public static readonly Pipeline Nothing = new([]);

    /// <summary>Smaller and faster code in memory form, as the printers take it.</summary>
    public static readonly Pipeline Optimise = new(
    [
        new InlineCalls(),     // first: everything below is within one body
        new FoldConstants(),   // before UnrollLoops, which looks for literal trip counts
        new SimplifyAlgebra(),
        new UnrollLoops(),
        new FoldConstants(),   // again: unrolling made new literals
        new SimplifyAlgebra(),
        new ShareValues(),
        new RemoveDeadCode(),  // last: it cleans up after all of the above
    ]);

    /// <summary>The value form, in which analyses and vector lowerings work.</summary>
    public static readonly Pipeline ToValues = new(
    [
        new InlineCalls(),
        new FoldConstants(),
        new PromoteVariables(),
        new FoldConstants(),   // again: a promoted variable may be a literal
        new SimplifyAlgebra(),
        new ShareValues(),     // after PromoteVariables: loads hide equal values
        new RemoveDeadCode(),  // last: promotion carries values round loops that nobody uses
    ]);

    /// <summary>The value form for blocks of one size, with loops of known length written out: what lowerings to vectors take.</summary>
    /// <param name="turns">How many turns a loop may have to be written out unasked.</param>
    public static Pipeline ToVectors(int x, int y, int z, int turns = 16) => new(
    [
        new InlineCalls { WithShared = true },
        new FixBlockSize(x, y, z),
        new FoldConstants(),   // before UnrollLoops, which looks for literal trip counts
        new SimplifyAlgebra(),
        new UnrollLoops { TurnsUnasked = turns, SizeUnasked = 4096, Block = (x, y, z) },
        new FoldConstants(),
        new SplitArrays(),     // after UnrollLoops, which makes indices literal
        new NestAfterReturns(),
        new PromoteVariables(),
        new FoldConstants(),
        new SimplifyAlgebra(),
        new ShareValues(),     // after PromoteVariables: loads hide equal values
        new RemoveDeadCode(),
        new InferAddressSpaces(),
    ]);

    /// <param name="after">Called after each pass, for dumps.</param>
    /// <exception cref="InvalidModuleException">A pass broke a rule of the IR.</exception>
    public Module Run(Module module, Action<IPass, Module>? after = null)
    {
        foreach (var pass in Passes)
        {
            module = pass.Run(module);
            var faults = Verifier.Check(module);
            if (faults.Count > 0)
            {
                throw new InvalidModuleException(pass.GetType().Name, faults);
            }
            after?.Invoke(pass, module);
        }
        return module;
    }
}

/// <summary>A pass or the lowering broke a rule of the IR: our bug, never the user's.</summary>
public sealed class InvalidModuleException(string after, IReadOnlyList<string> faults) : Exception($"the module is invalid after {after}: {string.Join("; ", faults)}")
{
    /// <summary>The pass that did it.</summary>
    public string After { get; } = after;
}
