namespace KernelPort.Execution;

/// <summary>Launches whose blocks run side by side.</summary>
public sealed partial class Executor
{
    /// <summary>All blocks live at once and meet at the grid's barriers.</summary>
    private void RunTogether(Func<BlockRun> make, Dim3 grid, byte[][] arguments)
    {
        var runs = new BlockRun[grid.Volume];
        for (long i = 0; i < runs.Length; i++)
        {
            runs[i] = make();
            runs[i].Start(BlockAt(grid, i), arguments);
        }
        var turns = new BlockTurns(_options);
        while (!runs.All(r => r.Done))
        {
            foreach (var run in turns.Order(runs.Where(r => !r.Done && !r.AtGridBarrier)))
            {
                run.Continue(turns.Quantum);
            }
            if (runs.All(r => r.Done || r.AtGridBarrier))
            {
                PassGridBarrier(runs);
            }
        }
        foreach (var run in runs)
        {
            KeepPrinted(run);
        }
    }

    /// <summary>As many blocks side by side as a small device would hold, each a few steps at a time.</summary>
    private void RunInTurns(Func<BlockRun> make, Dim3 grid, byte[][] arguments)
    {
        var turns = new BlockTurns(_options);
        long next = 0;
        var running = new List<BlockRun>();
        while (running.Count > 0 || next < grid.Volume)
        {
            while (running.Count < BlockTurns.Resident && next < grid.Volume)
            {
                var run = make();
                run.Start(BlockAt(grid, turns.BlockOf(next++, grid.Volume)), arguments);
                running.Add(run);
            }
            foreach (var run in turns.Order(running))
            {
                run.Continue(turns.Quantum);
                RefuseGridBarrier(run);
            }
            foreach (var run in running.Where(r => r.Done))
            {
                KeepPrinted(run);
            }
            running.RemoveAll(r => r.Done);
        }
    }
}
