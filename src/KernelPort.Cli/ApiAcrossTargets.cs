using KernelPort.Backends;
using KernelPort.Kits;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>What a CUDA name is on the targets that share a table. <paramref name="Row"/> is null where the table does not have it.</summary>
public sealed record ApiEntry(IReadOnlyList<string> Targets, ApiRow? Row)
{
    /// <summary>The name over there, with how it is known.</summary>
    public string Shown => Row is null ? "(not in the table)" : Row.IsMapped ? Row.Target + Evidence : "(nothing like it is known)";

    private string Evidence => (Row!.Inferred, Row.MeasuredOn) switch
    {
        (false, "") => "",
        (true, "") => "  (inferred)",
        (false, var devices) => $"  (measured on {devices})",
        (true, var devices) => $"  (inferred; measured: what uses it fails on {devices})",
    };
}

/// <summary>A CUDA name across all tables.</summary>
public static class ApiAcrossTargets
{
    /// <returns>An entry a table, in the order of the families.</returns>
    public static IReadOnlyList<ApiEntry> Find(string name, IReadOnlyList<IBackend> backends, Measurements measured) =>
    [
        .. from b in backends
           from t in b.Targets
           where t.Migration is not null
           orderby b.Name
           group t by t.Migration into g
           let names = g.Select(t => t.Name).ToList()
           let known = HostApi.Of(g.Key)
           let api = known.With(measured.Rows(known, names))
           select new ApiEntry(names, api.Find(name, g.First().WarpWidth > 32) ?? api.Header(name)),
    ];
}
