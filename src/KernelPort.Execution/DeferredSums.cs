namespace KernelPort.Execution;

/// <summary>
/// Floating sums whose steps nobody looks at, kept until somebody looks at the memory: then they are added in the order of blocks, threads and a
/// thread's own steps, whatever order the schedule had. See <see cref="ExecutionOptions.DefinedSums"/>.
/// </summary>
internal sealed class DeferredSums
{
    private readonly List<(int Offset, long Block, int Thread, ulong Value, IDeferredSum Sum)> _steps = [];

    public void Add(int offset, long block, int thread, ulong value, IDeferredSum sum) => _steps.Add((offset, block, thread, value, sum));

    public void Settle(Allocation memory)
    {
        // a stable order: a thread's own steps stay as they came
        foreach (var (offset, _, _, value, sum) in _steps.OrderBy(s => s.Offset).ThenBy(s => s.Block).ThenBy(s => s.Thread))
        {
            sum.Apply(memory, offset, value);
        }
        _steps.Clear();
    }

    public void Forget() => _steps.Clear();
}

/// <summary>An addition that can be made later.</summary>
internal interface IDeferredSum
{
    void Apply(Allocation memory, int offset, ulong value);
}
