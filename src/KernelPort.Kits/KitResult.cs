using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using KernelPort.Core;

namespace KernelPort.Kits;

/// <summary>What a kit's run wrote: where it ran, which text, and how each buffer came out.</summary>
public sealed partial record KitResult(
    string Schema, string Source, string Target, string Text, string TextSha256, string Device, string DriverVersion, string RuntimeVersion, IReadOnlyList<LaunchResult> Launches)
{
    public const string SchemaName = "kernelport-kit-result/1";

    // As all twins name their one device; a card's name starts otherwise.
    private const string TwinDevice = "kernelport twin";

    /// <summary>It ran against headers of ours on a CPU.</summary>
    [JsonIgnore]
    public bool IsTwin => Device.StartsWith(TwinDevice, StringComparison.Ordinal);

    /// <summary>Reads and checks the form; null after having said what is wrong.</summary>
    public static KitResult? Read(string path, byte[] bytes, DiagnosticBag bag)
    {
        KitResult? result;
        try
        {
            result = JsonSerializer.Deserialize(bytes, KitJson.Default.KitResult);
        }
        catch (JsonException e)
        {
            return Bad(path, e.Message.Split(" LineNumber")[0].Split(" Path:")[0], bag);
        }
        return result is null ? Bad(path, "it is empty", bag)
            : result.Schema != SchemaName ? Bad(path, $"its schema is '{result.Schema}', not '{SchemaName}'", bag)
            : !Sha256().IsMatch(result.TextSha256) ? Bad(path, "'textSha256' is no SHA-256", bag)
            : result.Launches.Any(l => l is null || l.Buffers.Any(b => b is null)) ? Bad(path, "a launch or a buffer in it is null", bag)
            : result.Device.Trim().Length == 0 ? Bad(path, "it names no device", bag)
            : result;
    }

    /// <summary>Whether it was made with this kit, as it is now; what is against it goes to the bag.</summary>
    public bool IsOf(Kit kit, string path, DiagnosticBag bag)
    {
        if (TextSha256 != kit.Text.Sha256)
        {
            bag.Add(KitRules.OtherText.At(Span.None, path, $"another kernel text (SHA-256 {TextSha256[..12]}..., this one is {kit.Text.Sha256[..12]}...)").For(kit.Target.Name));
            return false;
        }
        foreach (var launch in kit.Launches)
        {
            if (Launches.Count(l => l.Launch == launch.Index) != 1 || Launches.Count != kit.Launches.Count)
            {
                Bad(path, FormattableString.Invariant($"of {kit.Launches.Count} launches it has {Launches.Count}"), bag);
                return false;
            }
            var of = Launches.First(l => l.Launch == launch.Index);
            if (of.Problem.Length > 0)
            {
                continue; // it may have ended before all was read or compared
            }
            if (of.Data != launch.DataHash)
            {
                bag.Add(KitRules.OtherText.At(Span.None, path, FormattableString.Invariant($"other inputs or expected values (launch {launch.Index})")).For(kit.Target.Name));
                return false;
            }
            var wanted = launch.Buffers.Where(b => b.Expected is not null).Select(b => (b.Name, (long)b.Expected!.Length / b.Type.Size * b.Type.Scalars.Count)).Order();
            if (!of.Buffers.Select(b => (b.Name, b.Count)).Order().SequenceEqual(wanted))
            {
                Bad(path, FormattableString.Invariant($"launch {launch.Index} does not report the buffers it has"), bag);
                return false;
            }
        }
        return true;
    }

    private static KitResult? Bad(string path, string why, DiagnosticBag bag)
    {
        bag.Add(KitRules.BadResult.At(Span.None, path, why));
        return null;
    }

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Sha256();
}

/// <summary>One launch of a result; a problem that is not empty says why there are no more buffers.</summary>
public sealed record LaunchResult(int Launch, IReadOnlyList<BufferResult> Buffers, string Data, string Problem)
{
    /// <summary>Why it fails; empty where it passes.</summary>
    [JsonIgnore]
    public string Failure => Problem.Length > 0 ? Problem
        : Buffers.FirstOrDefault(b => b.Mismatches != 0) is { } b
            ? FormattableString.Invariant($"{b.Name}: {b.Mismatches} of {b.Count} values differ") + (b.First is { } f ? FormattableString.Invariant($"; first at [{f.Index}]: expected {f.Expected}, got {f.Actual}") : "")
            : "";
}

/// <summary>One compared buffer or variable of a result.</summary>
public sealed record BufferResult(string Name, long Count, long Mismatches, double MaxUlp)
{
    public FirstMismatch? First { get; init; }
}

/// <summary>The first value that was not what was expected.</summary>
public sealed record FirstMismatch(long Index, string Expected, string Actual);

/// <summary>Generated serialisation: no reflection at run time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(KitResult))]
[JsonSerializable(typeof(Measurements))]
internal sealed partial class KitJson : JsonSerializerContext;
