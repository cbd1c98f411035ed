using KernelPort.Backends;
using KernelPort.Kits;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>A target as the user asked for it. <paramref name="Name"/> is what was asked, so that paths are what the user expects.</summary>
public sealed record TargetChoice(string Name, IBackend Backend, Target Target)
{
    /// <summary>The folder below the output folder.</summary>
    public string Folder => Name.Replace(':', '-');

    /// <summary>Whole files are migrated, text kept.</summary>
    public bool IsMigrated { get; init; }

    /// <summary>The rows of the target's table that results on hardware speak of.</summary>
    public IReadOnlyList<ApiRow> Measured(Measurements measurements) => Target.Migration is not { } profile || measurements.Results.Count == 0 ? [] :
        measurements.Rows(HostApi.Of(profile), [.. Backend.Targets.Where(t => ReferenceEquals(t.Migration, profile)).Select(t => t.Name)]);

    /// <summary>Reads <c>a,b:profile</c> or <c>all</c>.</summary>
    /// <param name="viaIr">Take the lowering path for CUDA dialects too.</param>
    public static IReadOnlyList<TargetChoice> Read(IEnumerable<string> values, IReadOnlyList<IBackend> backends, bool viaIr)
    {
        var choices = new List<TargetChoice>();
        foreach (string name in values.SelectMany(v => v.Split(',')).Select(v => v.Trim()))
        {
            if (name == "all")
            {
                // the round trip to CUDA is nobody's goal
                choices.AddRange(backends.Where(b => b.Name != "cuda").OrderBy(b => b.Name, StringComparer.Ordinal).Select(b => new TargetChoice(b.Name, b, b.Targets[0])));
                continue;
            }
            string family = name.Split(':')[0];
            var backend = backends.FirstOrDefault(b => b.Name == family) ?? throw Unknown(name, backends.Select(b => b.Name));
            var target = name.Contains(':', StringComparison.Ordinal)
                ? backend.Targets.FirstOrDefault(t => t.Name == name) ?? throw Unknown(name, backend.Targets.Select(t => t.Name))
                : backend.Targets[0];
            choices.Add(new TargetChoice(name, backend, target));
        }
        return [.. choices.DistinctBy(c => c.Name).Select(c => c with { IsMigrated = c.Backend.IsCudaDialect && c.Target.Migration is not null && !viaIr })];
    }

    private static CommandException Unknown(string name, IEnumerable<string> known) =>
        new(ExitCodes.BadCommandLine, $"unknown target '{name}'; there are: {string.Join(", ", known.Order(StringComparer.Ordinal))}");
}
