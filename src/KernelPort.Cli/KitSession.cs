using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Kits;

namespace KernelPort.Cli;

/// <summary>One kernel file and its kits: packed, or remade to judge results by.</summary>
internal sealed class KitSession(KernelFile file, PortingValues values, DiagnosticBag bag)
{
    private readonly IReadOnlyList<KitLaunch> _launches = Kit.Launchable(file, bag);

    public int ExitCode => bag.Ordered().Any(d => d.Code == KitRules.NothingToExpect.Code) ? ExitCodes.CheckFailed : Verdict.ExitCode(bag.Ordered(), values.Options.Strict);

    public void Pack(OutputFolder folder, CommandContext context)
    {
        foreach (var choice in values.Choices)
        {
            foreach (var kit in Make(choice))
            {
                string below = kit.Text.Way == KitText.Emitted && choice.Target.Migration is not null ? choice.Folder + "-ir" : choice.Folder;
                foreach (var f in kit.Files)
                {
                    folder.Write(Path.Combine(below, f.Path), f.Bytes);
                }
                if (!values.Options.Quiet)
                {
                    context.Error.Write(FormattableString.Invariant($"{choice.Name}: {below}/ with the {kit.Text.Way} text, {kit.Launches.Count} launch(es), {kit.Inferred.Count} inferred name(s)\n"));
                }
            }
        }
    }

    private IReadOnlyList<Kit> Make(TargetChoice choice) => _launches.Count == 0 ? [] :
        Kit.Make(file, _launches, choice.Backend, choice.Target, values.Options.ParseOptions, values.Options.Rules.For(choice), bag);
}
