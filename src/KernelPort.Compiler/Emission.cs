using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes;
using KernelPort.Passes.Lower;

namespace KernelPort.Compiler;

/// <summary>What a target made of one kernel: nothing stands in the way, or these refusals do.</summary>
public sealed record KernelVerdict(Function Kernel, IReadOnlyList<Diagnostic> Refusals)
{
    public bool IsEmitted => Refusals.Count == 0;

    /// <summary>The target could, and we cannot yet; facts may stand in the way besides.</summary>
    public bool IsGap => Refusals.Any(IsOurs);

    /// <summary>The refusal that says whether it is a gap of ours; null where it is emitted.</summary>
    public Diagnostic? Deciding => Refusals.FirstOrDefault(IsOurs) ?? Refusals.FirstOrDefault();

    private static bool IsOurs(Diagnostic refusal) => refusal.Code.StartsWith("KP29", StringComparison.Ordinal);
}

/// <summary>A compilation printed for a target. <paramref name="File"/> is null where no kernel could be.</summary>
public sealed record Emission(EmittedFile? File, IReadOnlyList<KernelVerdict> Kernels)
{
    /// <summary>What was printed: the lowered kernels that passed; null where there are none.</summary>
    public Module? Lowered { get; init; }

    /// <summary>The form of each kernel, in the module's order, where the target has several; of one that is refused, which statement stands in the way.</summary>
    public IReadOnlyList<KernelForm> Forms { get; init; } = [];

    /// <summary>Checks each kernel, lowers those that passed, and prints them.</summary>
    /// <param name="after">Called after each pass, for dumps.</param>
    /// <exception cref="InvalidModuleException">A pass broke a rule of the IR.</exception>
    public static Emission Run(Module module, IBackend backend, Target target, string sourceName, Action<IPass, Module>? after = null, EmissionOptions? options = null)
    {
        options ??= EmissionOptions.None;
        var verdicts = module.Kernels.Select(k => new KernelVerdict(k, CapabilityCheck.Run(module, k, target))).ToList();
        var kept = verdicts.Where(v => v.IsEmitted).Select(v => v.Kernel).ToList();
        if (kept.Count == 0)
        {
            return new Emission(null, verdicts) { Forms = FormsOf(verdicts, null, target) };
        }
        var lowered = backend.Lowering(target).Run(Only(module, kept), after);
        var refused = lowered.Kernels
            .Select(k => (k.Name, Why: backend.Refusals(lowered, k, target, options)))
            .Where(r => r.Why.Count > 0)
            .ToDictionary(r => r.Name, r => r.Why, StringComparer.Ordinal);
        if (refused.Count > 0)
        {
            verdicts = [.. verdicts.Select(v => refused.TryGetValue(v.Kernel.Name, out var why) ? v with { Refusals = why } : v)];
            kept = [.. lowered.Kernels.Where(k => !refused.ContainsKey(k.Name))];
            if (kept.Count == 0)
            {
                return new Emission(null, verdicts) { Forms = FormsOf(verdicts, null, target) };
            }
            lowered = Only(lowered, kept);
        }
        var file = backend.Emit(lowered, target, sourceName, options);
        return new Emission(file with { Notes = [.. file.Notes, .. TexturesInMemory(module, kept, target)] }, verdicts) { Lowered = lowered, Forms = FormsOf(verdicts, file, target) };
    }

    private static IReadOnlyList<KernelForm> FormsOf(IEnumerable<KernelVerdict> verdicts, EmittedFile? file, Target target)
    {
        var written = new Queue<KernelForm>(file?.Forms ?? []);
        return !target.HasTiers ? [] :
        [
            .. verdicts.Select(v => v.Deciding is { } why
                ? new KernelForm(v.Kernel.SourceName, v.IsGap ? KernelForm.OurGap : KernelForm.Forced, Build.Invariant($"line {why.Span.Line}: {why.Code}: {why.Message}"))
                : written.Dequeue()),
        ];
    }

    /// <summary>For kernels whose textures the lowering has made reads of memory: their callers give other objects.</summary>
    private static IEnumerable<Diagnostic> TexturesInMemory(Module module, IReadOnlyList<Function> kernels, Target target) =>
        from k in kernels
        where Intrinsics.Textures.Any(i => target.Intrinsics[i] is Support.Lowered { By: SampleTextures })
        let access = CapabilityCheck.Reachable(module, module.Find(k.Name)!).FirstOrDefault(SampleTextures.Has)
        where access is not null
        select TargetRules.TexturesInMemory.At(k.From.Span, k.SourceName).For(target.Name);

    /// <summary>A module with some of its kernels and what they call, in the order they had.</summary>
    public static Module Only(Module module, IReadOnlyList<Function> kernels)
    {
        var used = kernels.SelectMany(k => CapabilityCheck.Reachable(module, k)).ToHashSet();
        var globals = kernels.SelectMany(k => GlobalUses.Of(module, k)).ToHashSet();
        return module with { Functions = module.Functions.Where(used.Contains).ToEquatable(), Globals = module.Globals.Where(globals.Contains).ToEquatable() };
    }
}
