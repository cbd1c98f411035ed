using KernelPort.Backends;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Cli;

/// <summary>The user's own rules: for one target family, or for all where none is named.</summary>
public sealed record RuleFiles(IReadOnlyList<(string? Family, IReadOnlyList<ApiRow> Rows)> Files)
{
    public static readonly RuleFiles None = new([]);

    /// <summary>Reads values of the form <c>FILE</c> or <c>TARGET=FILE</c>; what is wrong in a file goes to the bag.</summary>
    public static RuleFiles Read(IEnumerable<string> values, IReadOnlyList<IBackend> backends, DiagnosticBag bag)
    {
        var files = new List<(string?, IReadOnlyList<ApiRow>)>();
        var paths = new List<string>();
        foreach (string value in values)
        {
            var backend = backends.FirstOrDefault(b => value.StartsWith(b.Name + "=", StringComparison.Ordinal));
            string path = backend is null ? value : value[(backend.Name.Length + 1)..];
            files.Add((backend?.Name, UserRules.Read(Inputs.Load(path), bag)));
            paths.Add(path);
        }
        return new RuleFiles(files) { Paths = paths };
    }

    /// <summary>The files that they were read from.</summary>
    public IReadOnlyList<string> Paths { get; private init; } = [];

    public IReadOnlyList<ApiRow> For(TargetChoice choice) => [.. Files.Where(f => f.Family is null || f.Family == choice.Backend.Name).SelectMany(f => f.Rows)];
}
