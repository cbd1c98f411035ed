using KernelPort.Launches;

namespace KernelPort.Fuzz.Generation;

/// <summary>Random choices that a seed repeats, on every machine and runtime.</summary>
public sealed class Chance(ulong seed)
{
    private readonly SplitMix64 _source = new(seed);

    /// <summary>Below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)(_source.NextUnit() * end);

    public int Between(int first, int last) => first + Below(last - first + 1);

    public bool OneIn(int n) => Below(n) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
