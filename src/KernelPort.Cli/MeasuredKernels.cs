using System.Security.Cryptography;
using System.Text;
using KernelPort.Kits;

namespace KernelPort.Cli;

/// <summary>Finds the kernels of a translation whose very text a kit has run.</summary>
internal static class MeasuredKernels
{
    /// <summary>Adds to kernels' statuses what results say of them: by the hash of the text, never by its name.</summary>
    public static void Mark(TargetOutcome outcome, IReadOnlyList<KernelOutcome> kernels, Measurements measured)
    {
        if (measured.Results.Count == 0)
        {
            return;
        }
        string way = outcome.Choice.IsMigrated ? KitText.Migrated : KitText.Emitted;
        var byHash = outcome.Files.ToLookup(Sha256, f => f.From, StringComparer.Ordinal);
        foreach (var result in measured.Results.Where(r => r.Target == outcome.Choice.Target.Name && r.Text == way && r.Files.All(f => byHash.Contains(f.Sha256))))
        {
            var sources = byHash[result.Files[0].Sha256].ToHashSet(StringComparer.Ordinal);
            foreach (var kernel in kernels.Where(k => sources.Contains(k.File) && k.PerTarget.ContainsKey(outcome.Choice.Name)))
            {
                var of = result.Kernels.Where(k => Plain(k.Name) == Plain(kernel.Name)).ToList();
                if (of.Count > 0)
                {
                    var status = kernel.PerTarget[outcome.Choice.Name];
                    string word = of.Exists(k => k.Outcome != Measurement.Pass) ? Measurement.Fail : Measurement.Pass;
                    kernel.PerTarget[outcome.Choice.Name] = status with { Runs = [.. status.Runs, new KernelRun(result.On, result.Device, word)] };
                }
            }
        }
    }

    private static string Plain(string name) => name.Split('<')[0].Split("::")[^1].Trim();

    private static string Sha256(OutputText file) => Convert.ToHexStringLower(SHA256.HashData((file.IsBytes ? Encoding.Latin1 : Encoding.UTF8).GetBytes(file.Text)));
}
