using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>The values a loop of the block hands to its next turn that may lie where the carried ones do, so that nothing is copied: each is made in a region of the
/// body behind which nobody names the carried value.</summary>
internal static class HandedOn
{
    /// <returns>Each value with the number of the carried one.</returns>
    public static IEnumerable<(LetId Id, int Carried)> Of(Loop loop, BarrierRegions regions)
    {
        var runs = regions.Split(loop.Body).Concat(regions.Split(loop.Continuing)).ToArray();
        if (runs is not [.., (false, [.., Yield turn])])
        {
            yield break;
        }
        var taken = new HashSet<LetId>();
        for (int i = 0; i < loop.Carried.Count; i++)
        {
            if (turn.Values[i] is not LetRef value || Array.FindIndex(runs, r => !r.IsWhole && r.Run.Any(s => CrossingValues.MadeBy(s).Contains(value.Id))) is var made && made < 0)
            {
                continue;
            }
            if (runs.Skip(made + 1).All(r => !LetNames.In(r.Run).Contains(loop.Carried[i].Id)) && taken.Add(value.Id))
            {
                yield return (value.Id, i);
            }
        }
    }
}
