using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using KernelPort.Core;
using KernelPort.Kits;

namespace KernelPort.Cli.Reports;

/// <summary>The report as one object; the order of everything in it depends on the input only.</summary>
public sealed record ReportModel(
    string Schema,
    ToolEntry Tool,
    IReadOnlyList<InputEntry> Inputs,
    IReadOnlyList<TargetEntry> Targets,
    IReadOnlyList<KernelEntry> Kernels,
    TokensEntry Tokens,
    IReadOnlyList<TodoEntry> Todo,
    IReadOnlyList<DiagnosticEntry> Diagnostics);

public sealed record ToolEntry(string Name, string Version)
{
    public static readonly ToolEntry This = new("kernelport", typeof(ToolEntry).Assembly.GetName().Version?.ToString(3) ?? "0");
}

public sealed record InputEntry(string Path, string Sha256)
{
    public static InputEntry Of(SourceText source) => new(source.Path, Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(source.Text))));
}

public sealed record TargetEntry(string Name, string Profile, IReadOnlyList<FileEntry> Files, TokensEntry Tokens, int InferredNames);

/// <summary>A written file. Each pair of the line map is a line of it and the line it comes from; the lines between follow the pair before.</summary>
/// <param name="Sha256">Of its bytes.</param>
public sealed record FileEntry(string Path, string From, string? Sha256, IReadOnlyList<int[]> LineMap);

public sealed record KernelEntry(string Name, string? Instantiation, string File, int Line, IReadOnlyDictionary<string, KernelTargetEntry> PerTarget);

public sealed record KernelTargetEntry(string Status, IReadOnlyList<string> Diagnostics, IReadOnlyList<KernelRunEntry>? Runs)
{
    /// <summary>The form it was given, where the target has several, and what keeps it from a better one.</summary>
    public string? Tier { get; init; }

    public string? Why { get; init; }

    [JsonIgnore]
    public string Shown => Tier is null ? Status : $"{Status} ({Tier})";

    /// <summary>What to say of the runs beside the status: only hardware measures.</summary>
    [JsonIgnore]
    public string Measured => Runs is null ? "" : string.Join(", ", Runs.Select(r => r.On == Measurement.Hardware ? $"measured: {r.Outcome} on {r.Device}" : $"{r.Outcome} on twin"));
}

/// <summary>A run of this very text by a kit: on hardware, or on a twin; passes or fails.</summary>
public sealed record KernelRunEntry(string On, string Device, string Outcome);

public sealed record TokensEntry(int Total, int Migrated, int Kept, int Unsupported, int Unknown);

/// <summary>A profile as <c>targets --json</c> lists it.</summary>
public sealed record TargetRow(
    string Name, string Backend, bool IsDefault, string Way, string Extension, int WarpWidth, bool WarpPerPlane, int MaxThreadsPerBlock,
    int SharedMemoryBytes, int Native, int Lowered, int Missing, int Gaps, string Evidence, string Source);

/// <summary>Generated serialisation: no reflection at run time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReportModel))]
[JsonSerializable(typeof(SarifLog))]
[JsonSerializable(typeof(List<TargetRow>))]
[JsonSerializable(typeof(List<BaselineEntry>))]
public sealed partial class ReportJson : JsonSerializerContext;
