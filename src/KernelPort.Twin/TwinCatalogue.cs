using System.Text.Json;
using KernelPort.Core;

namespace KernelPort.Twin;

/// <summary>
/// Finds the twins under the backends' folders. Each twin folder has a twin.json: header, words and one entry a profile; so no
/// vendor is named here and a new twin is a new folder.
/// </summary>
public static class TwinCatalogue
{
    /// <summary>All targets under a root that has `backends/*/twin*/twin.json`, by name (`musa:mp_22`); a backend's first profile also under its bare name.</summary>
    public static IReadOnlyDictionary<string, TwinTarget> Load(string root)
    {
        string core = Path.Combine(root, "src", "KernelPort.Twin", "core");
        var targets = new SortedDictionary<string, TwinTarget>(StringComparer.Ordinal);
        foreach (string file in Directory.EnumerateFiles(Path.Combine(root, "backends"), "twin.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            Read(json.RootElement, Path.GetDirectoryName(file)!, core, targets);
        }
        return targets;
    }

    private static void Read(JsonElement json, string folder, string core, SortedDictionary<string, TwinTarget> targets)
    {
        string name = json.GetProperty("name").GetString()!;
        foreach (var profile in json.GetProperty("profiles").EnumerateArray())
        {
            string full = profile.TryGetProperty("profile", out var part) ? $"{name}:{part.GetString()}" : name;
            var target = new TwinTarget(full, [folder, .. Strings(json, "folders").Select(f => Path.GetFullPath(Path.Combine(folder, f))), core, .. Strings(json, "with").Concat(Strings(profile, "with")).Select(w => Path.Combine(core, "with_" + w))], profile.GetProperty("header").GetString()!)
            {
                Options = Strings(profile, "options"),
                Warp = profile.TryGetProperty("warp", out var warp) ? warp.GetInt32() : 32,
                LlvmFunctions = Strings(json, "llvmFunctions"),
                HasInlineAssembly = json.TryGetProperty("inlineAssembly", out var assembly) && assembly.GetBoolean(),
            };
            target = target with { SourceSuffixes = [.. target.SourceSuffixes, .. Strings(json, "suffixes")] };
            if (json.TryGetProperty("sharedWords", out _))
            {
                target = target with { SharedWords = Strings(json, "sharedWords") };
            }
            if (json.TryGetProperty("kernelWords", out _))
            {
                target = target with { KernelWords = Strings(json, "kernelWords") };
            }
            if (json.TryGetProperty("launchForm", out var form))
            {
                target = target with { LaunchForm = form.GetString()! };
            }
            targets[full] = target;
            targets.TryAdd(name, target);
        }
    }

    private static EquatableArray<string> Strings(JsonElement json, string property) =>
        json.TryGetProperty(property, out var list) ? list.EnumerateArray().Select(e => e.GetString()!).ToEquatable() : [];
}
