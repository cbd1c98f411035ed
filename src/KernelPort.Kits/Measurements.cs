using System.Text.Json;
using System.Text.Json.Serialization;
using KernelPort.Core;
using KernelPort.Migration;

namespace KernelPort.Kits;

/// <summary>A file of a measured text.</summary>
public sealed record MeasuredFile(string Path, string Sha256);

/// <summary>A kernel and what came of all launches it took part in: passes or fails.</summary>
public sealed record MeasuredKernel(string Name, string Outcome);

/// <summary>A result that was read back, with what it covers.</summary>
/// <param name="On">hardware or twin.</param>
/// <param name="Names">The CUDA names whose counterparts were inferred and were used.</param>
public sealed record Measurement(
    string Source, string Target, string Text, string TextSha256, string On, string Device, string DriverVersion, string RuntimeVersion,
    IReadOnlyList<MeasuredFile> Files, IReadOnlyList<MeasuredKernel> Kernels, IReadOnlyList<string> Names)
{
    public const string Hardware = "hardware";
    public const string Twin = "twin";
    public const string Pass = "passes";
    public const string Fail = "fails";

    [JsonIgnore]
    public bool Passes => Kernels.All(k => k.Outcome == Pass);

    [JsonIgnore]
    public bool IsHardware => On == Hardware;

    /// <summary>What a result that is a kit's says about it.</summary>
    public static Measurement Of(KitResult result, Kit kit)
    {
        var failing = result.Launches.Where(l => l.Failure.Length > 0).Select(l => kit.Launches.First(k => k.Index == l.Launch)).ToList();
        bool Fails(string kernel) => failing.Exists(l => l.Kernels.Contains(kernel));
        var kernels = kit.Launches.SelectMany(l => l.Kernels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new Measurement(
            result.Source, kit.Target.Name, kit.Text.Way, kit.Text.Sha256, result.IsTwin ? Twin : Hardware, result.Device, result.DriverVersion, result.RuntimeVersion,
            [.. kit.Text.Files.Select(f => new MeasuredFile(f.Path, f.Sha256))],
            [.. kernels.Select(k => new MeasuredKernel(k, Fails(k) ? Fail : Pass))],
            [.. kit.Inferred.Select(r => r.Cuda)]);
    }
}

/// <summary>All results that were read back, in one file that reports are made with.</summary>
public sealed record Measurements(string Schema, IReadOnlyList<Measurement> Results)
{
    public const string SchemaName = "kernelport-measured/1";

    public static readonly Measurements None = new(SchemaName, []);

    [JsonIgnore]
    public IEnumerable<Measurement> OnHardware => Results.Where(r => r.IsHardware);

    /// <exception cref="JsonException">It has another form.</exception>
    public static Measurements Parse(byte[] bytes)
    {
        var read = JsonSerializer.Deserialize(bytes, KitJson.Default.Measurements) ?? None;
        return read.Schema == SchemaName ? read : throw new JsonException($"its schema is '{read.Schema}', not '{SchemaName}'");
    }

    public string Print() => JsonSerializer.Serialize(this, KitJson.Default.Measurements) + "\n";

    /// <summary>With one more; a newer result of the same text on the same device takes the older one's place.</summary>
    public Measurements With(Measurement added)
    {
        static (string, string, string, string) Key(Measurement m) => (m.Target, m.Text, m.TextSha256, m.Device);
        return this with
        {
            Results =
            [
                .. Results.Where(r => Key(r) != Key(added)).Append(added)
                    .OrderBy(r => r.Source, StringComparer.Ordinal).ThenBy(r => r.Target, StringComparer.Ordinal).ThenBy(r => r.Text, StringComparer.Ordinal)
                    .ThenBy(r => r.TextSha256, StringComparer.Ordinal).ThenBy(r => r.Device, StringComparer.Ordinal),
            ],
        };
    }

    /// <summary>The rows of a table that results on hardware say something about: no longer inferred where a text that used them passes.</summary>
    /// <param name="targets">The targets that share the table.</param>
    public IReadOnlyList<ApiRow> Rows(HostApi api, IReadOnlyList<string> targets)
    {
        var rows = new List<ApiRow>();
        var by = OnHardware.Where(m => targets.Contains(m.Target)).SelectMany(m => m.Names.Select(n => (Name: n, Of: m))).GroupBy(x => x.Name, x => x.Of, StringComparer.Ordinal);
        foreach (var group in by.OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            bool works = group.Any(m => m.Passes);
            string devices = string.Join(", ", group.Where(m => m.Passes == works).Select(m => m.Device).Distinct().Order(StringComparer.Ordinal));
            // the wide form comes along: a row on top of the table hides both
            foreach (var row in new[] { api.Find(group.Key, wide: false), api.Find(group.Key, wide: true), api.Header(group.Key) }.OfType<ApiRow>().Distinct())
            {
                rows.Add(!row.Inferred ? row : row with { Inferred = !works, MeasuredOn = devices });
            }
        }
        return rows;
    }
}
