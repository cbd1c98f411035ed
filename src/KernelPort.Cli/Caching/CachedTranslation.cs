using System.Text.Json;
using System.Text.Json.Serialization;

namespace KernelPort.Cli.Caching;

/// <summary>All that a translation gave: its files, what it said, its exit code.</summary>
/// <param name="Outputs">By path below the output folder.</param>
public sealed record CachedTranslation(IReadOnlyList<CachedFile> Outputs, string Said, int ExitCode);

/// <summary>A file of the output.</summary>
public sealed record CachedFile(string Path, byte[] Bytes);

/// <summary>What one result stands on: files as they were, and files that were looked for and were not there.</summary>
/// <param name="Result">The name of the result, which is the hash of its bytes.</param>
public sealed record CachedDependencies(IReadOnlyList<CachedInput> Files, string Result);

/// <summary>A file that was read, by its path from the working folder; no hash for one that was not there.</summary>
public sealed record CachedInput(string Path, string? Sha256);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CachedTranslation))]
[JsonSerializable(typeof(List<CachedDependencies>))]
internal sealed partial class CacheJson : JsonSerializerContext;
