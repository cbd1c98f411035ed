using KernelPort.Core;
using KernelPort.Engines;
using KernelPort.Kits;

namespace KernelPort.Cli;

/// <summary>One kernel file and its kits: packed, or made once more to judge results by.</summary>
internal sealed class KitSession(KernelFile file, PortingValues values, DiagnosticBag bag)
{
    private readonly IReadOnlyList<KitLaunch> _launches = Kit.Launchable(file, bag);

    /// <summary>What was found so far: a result that fails, or a file the reference executor does not confirm, is a failed comparison.</summary>
    public int ExitCode
    {
        get
        {
            var all = bag.Ordered();
            int code = Verdict.ExitCode([.. all.Where(d => d.Code != KitRules.NothingToExpect.Code)], values.Options.Strict);
            bool fails = all.Any(d => d.Code == KitRules.NothingToExpect.Code || d.Code == KitRules.Fails.Code);
            return fails && code is ExitCodes.Done or ExitCodes.Unsupported ? ExitCodes.CheckFailed : code;
        }
    }

    public void Pack(OutputFolder folder, CommandContext context)
    {
        foreach (var choice in values.Choices)
        {
            foreach (var kit in Make(choice, bag))
            {
                string below = kit.Text.Way == KitText.Emitted && choice.Target.Migration is not null ? choice.Folder + "-ir" : choice.Folder;
                foreach (var f in kit.Files)
                {
                    folder.Write(Path.Combine(below, f.Path), f.Bytes);
                }
                Say(context, FormattableString.Invariant($"{choice.Name}: {below}/ with the {kit.Text.Way} text, {kit.Launches.Count} launch(es), {kit.Inferred.Count} inferred name(s)"));
            }
        }
    }

    /// <summary>Judges results and keeps those that are this file's; one that is not changes nothing.</summary>
    public void ReadBack(IReadOnlyList<string> paths, CommandContext context)
    {
        string kept = values.MeasuredFile ?? throw new CommandException(ExitCodes.BadCommandLine, "--measured FILE is missing: where are results kept? (or \"measured\" in kernelport.json)");
        var measured = MeasuredOption.Load(kept, mustExist: false);
        bool any = false;
        foreach (string path in paths)
        {
            if (Read(path, context) is { } measurement)
            {
                measured = measured.With(measurement);
                any = true;
            }
        }
        if (any)
        {
            try
            {
                File.WriteAllText(kept, measured.Print());
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException(ExitCodes.BadCommandLine, $"'{kept}' cannot be written: {e.Message}");
            }
        }
    }

    private Measurement? Read(string path, CommandContext context)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.BadInput, $"{path}: {e.Message}");
        }
        if (_launches.Count == 0 || KitResult.Read(path, bytes, bag) is not { } result)
        {
            return null;
        }
        // what the text lacks elsewhere is no news here
        var aside = new DiagnosticBag();
        string family = result.Target.Split(':')[0];
        var choice = context.Backends.Where(b => b.Name == family).SelectMany(b => b.Targets.Where(t => t.Name == result.Target).Select(t => new TargetChoice(t.Name, b, t))).FirstOrDefault();
        if (choice is null || Make(choice, aside).FirstOrDefault(k => k.Text.Way == result.Text) is not { } kit)
        {
            bag.Add(KitRules.BadResult.At(Span.None, path, $"there is no kit of the {result.Text} text for '{result.Target}'"));
            return null;
        }
        if (!result.IsOf(kit, path, bag))
        {
            return null;
        }
        var measurement = Measurement.Of(result, kit);
        foreach (var launch in result.Launches.Where(l => l.Failure.Length > 0))
        {
            bag.Add(KitRules.Fails.At(Span.None, string.Join(", ", kit.Launches.First(l => l.Index == launch.Launch).Kernels), result.Device, launch.Failure).For(kit.Target.Name));
        }
        if (result.IsTwin)
        {
            bag.Add(KitRules.OnTwin.At(Span.None, path, result.Device));
        }
        string raised = result.IsTwin ? "a twin is no hardware: nothing is raised" : !measurement.Passes ? "measured: fails" : FormattableString.Invariant($"measured; {measurement.Names.Count} inferred name(s) raised");
        Say(context, $"{path}: {result.Source} for {result.Target}, {result.Text} text: {(measurement.Passes ? Measurement.Pass : Measurement.Fail)} on {measurement.On} '{result.Device}'; {raised}");
        return measurement;
    }

    private void Say(CommandContext context, string line)
    {
        if (!values.Options.Quiet)
        {
            context.Error.Write(line + "\n");
        }
    }

    private IReadOnlyList<Kit> Make(TargetChoice choice, DiagnosticBag to) => _launches.Count == 0 ? [] :
        Kit.Make(file, _launches, choice.Backend, choice.Target, values.Options.ParseOptions, values.Options.Rules.For(choice), to);
}
