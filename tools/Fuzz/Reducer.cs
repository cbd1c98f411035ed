using KernelPort.Core;
using KernelPort.Fuzz.Generation;

namespace KernelPort.Fuzz;

/// <summary>Makes a kernel that shows a difference small: keeps each change that still shows it and leaves the kernel valid.</summary>
public static class Reducer
{
    public static Difference Reduce(Difference difference, Profile profile, Differential differential, int most)
    {
        string kind = Kind(difference.Detail);
        for (int tries = 0; tries < most;)
        {
            Difference? smaller = null;
            foreach (var candidate in difference.Kernel.Smaller())
            {
                if (++tries > most)
                {
                    break;
                }
                var found = differential.Run([candidate], profile, [difference.Engine]).Differences;
                // a kernel that is invalid now is no smaller form of this one
                if (found.All(f => f.Engine == difference.Engine) && found.FirstOrDefault(f => Kind(f.Detail) == kind) is { } still)
                {
                    smaller = still;
                    break;
                }
            }
            if (smaller is null)
            {
                break;
            }
            difference = smaller;
        }
        return difference;
    }

    /// <summary>A refusal by code, or other values: one must not turn into the other.</summary>
    public static string Kind(string detail) => detail.StartsWith("KP", StringComparison.Ordinal) ? detail[..6] : detail.Contains("values differ", StringComparison.Ordinal) ? "differs" : detail.Split(':')[0];
}
