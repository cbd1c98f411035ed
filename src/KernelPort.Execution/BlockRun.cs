using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Execution;

/// <summary>One block as it runs: its lanes in groups, its values in an arena, its shared and local memory. Holds no stack between steps,
/// so that it can be set aside and taken up again.</summary>
internal sealed partial class BlockRun
{
    private readonly Program _program;
    private readonly byte[] _arena;
    private readonly int[] _offsets;
    private readonly Allocation[] _own;
    private readonly Memory _memory;
    private readonly FindingLog _log;
    private readonly ExecutionOptions _options;
    private readonly Dim3 _grid;
    private readonly Dim3 _size;
    private readonly Dim3[] _threads;
    private readonly int[] _warpOf;
    private readonly int[] _laneInWarp;
    private readonly int[] _warpEpoch;
    private readonly int[] _warpStart;
    private readonly List<Group> _groups = [];
    private readonly Group _all;
    private Dim3 _block;
    private long _steps;
    private bool _aborted;
    private readonly GroupScheduler _scheduler;
    private readonly long _budget;
    private readonly bool _counts;

    public BlockRun(Program program, Memory memory, FindingLog log, GlobalRaces? globals, ExecutionOptions options, Dim3 grid, Dim3 size, long dynamicShared)
    {
        Globals = globals;
        _program = program;
        _memory = memory;
        _log = log;
        _options = options;
        _grid = grid;
        _size = size;
        Lanes = (int)size.Volume;
        Check = options.Check;
        _counts = options.Count;
        _scheduler = GroupScheduler.Of(options);
        _budget = options.StepBudget * _scheduler.BudgetFactor;
        _offsets = new int[program.Slots.Length];
        long offset = 0;
        for (int i = 0; i < program.Slots.Length; i++)
        {
            _offsets[i] = (int)offset;
            long bytes = program.Slots[i].Uniform ? program.Slots[i].Size : (long)program.Slots[i].Size * Lanes;
            offset = (offset + bytes + 15) & ~15L;
        }
        _arena = new byte[offset + 16];
        (_threads, _warpOf, _laneInWarp, _warpStart) = Warps(size, options.Warp);
        _warpEpoch = new int[_warpStart.Length];
        Allocation? dynamic = null; // all extern arrays begin at one place
        _own = [.. program.Memory.Select(m => m.IsDynamic ? dynamic ??= Own(m, dynamicShared) : Own(m, dynamicShared))];
        _all = new Group { Lanes = [.. Enumerable.Range(0, Lanes)], Count = Lanes };
        Races = new RaceChecker(this);
        Sync = new BlockSync(this);
    }

    public int Lanes { get; }

    public bool Check { get; }

    public int WarpWidth => _options.Warp.Width;

    public bool DefinedSums => _options.DefinedSums;

    /// <summary>Counts the barriers of this block, from 1.</summary>
    public int Epoch { get; private set; }

    public RaceChecker Races { get; }

    /// <summary>The watch over global memory; null where races are not looked for.</summary>
    public GlobalRaces? Globals { get; }

    /// <summary>What this block's fences and strong accesses order.</summary>
    public BlockSync Sync { get; private set; }

    /// <summary>The tick of the launch at this block's last barrier.</summary>
    public int Interval { get; private set; }

    public bool Done => _groups.Count == 0;

    /// <summary>All its threads wait for the other blocks.</summary>
    public bool AtGridBarrier { get; private set; }

    /// <summary>Ended by a finding.</summary>
    public bool Aborted => _aborted;

    private static (Dim3[], int[], int[], int[]) Warps(Dim3 size, WarpShape shape)
    {
        int n = (int)size.Volume;
        var threads = new Dim3[n];
        var warpOf = new int[n];
        var laneIn = new int[n];
        var starts = new List<int>();
        int plane = size.X * size.Y;
        int inWarp = 0;
        for (int i = 0; i < n; i++)
        {
            threads[i] = new Dim3(i % size.X, i / size.X % size.Y, i / plane);
            if (i == 0 || inWarp == shape.Width || (shape.PerPlane && i % plane == 0))
            {
                starts.Add(i);
                inWarp = 0;
            }
            warpOf[i] = starts.Count - 1;
            laneIn[i] = inWarp++;
        }
        return (threads, warpOf, laneIn, [.. starts]);
    }

    private Allocation Own(MemoryVariable m, long dynamicShared)
    {
        long one = m.IsDynamic ? dynamicShared : m.Type.Size;
        bool local = m.Space == AddressSpace.Local;
        int id = _memory.Count + m.Index;
        var a = new Allocation(m.IsDynamic ? "dynamic shared memory" : $"'{m.Name}'", local ? one * Lanes : one, m.Space, id) { LaneStride = local ? one : 0 };
        if (!local && Check)
        {
            a.Shadow = new RaceShadow(Math.Max(one, 4));
        }
        return a;
    }

    /// <summary>What the block's threads print, in the order in which they do; those that print together in the order of their lanes.</summary>
    public StringBuilder Printed { get; } = new();

    /// <summary>Instructions done so far.</summary>
    public long Steps => _steps;

    /// <summary>The block's number in the grid, x first.</summary>
    public long BlockNumber => _block.X + ((long)_block.Y * _grid.X) + ((long)_block.Z * _grid.X * _grid.Y);

    /// <summary>Begins a block.</summary>
    public void Start(Dim3 block, byte[][] arguments)
    {
        _block = block;
        _steps = 0;
        _aborted = false;
        AtGridBarrier = false;
        Printed.Clear();
        Epoch++;
        if (Globals is not null)
        {
            Sync = new BlockSync(this);
            Interval = Globals.NextTick();
        }
        foreach (var a in _own)
        {
            Array.Clear(a.Written);
            a.Sums?.Forget();
        }
        for (int i = 0; i < arguments.Length; i++)
        {
            arguments[i].CopyTo(_arena.AsSpan(_offsets[_program.Parameters[i].Index]));
        }
        foreach (var slot in _program.Slots)
        {
            if (slot.Type is ArrayType)
            {
                // The marks of register variables.
                Bytes(slot).Clear();
            }
        }
        foreach (var instruction in _program.Prologue)
        {
            instruction.Run(this, _all);
        }
        _groups.Clear();
        _groups.Add(new Group { Lanes = [.. _all.Lanes], Count = Lanes });
        _scheduler.Begin(this);
        _scheduler.Scatter(this, _groups, _groups[0]);
    }

    /// <summary>Runs until the block ends or a quantum of steps is used up.</summary>
    public void Continue(long quantum)
    {
        long until = quantum == long.MaxValue ? long.MaxValue : _steps + quantum;
        while (_groups.Count > 0 && _steps < until && !AtGridBarrier)
        {
            var group = Choose();
            if (group is null)
            {
                Resolve();
            }
            else
            {
                Execute(group);
            }
            if (_aborted || Globals is { Watch.Again: true })
            {
                _groups.Clear();
            }
        }
    }

    private Group? Choose()
    {
        if (_groups.Count == 1)
        {
            return _groups[0].Waiting ? null : _groups[0];
        }
        if (_scheduler.JoinsAny)
        {
            MergeEqual();
        }
        return _scheduler.Next(_groups);
    }

    private void Execute(Group group)
    {
        // With other groups behind us, stop where one of them stands, or could be caught up with.
        int limit = int.MaxValue;
        foreach (var g in _groups)
        {
            if (g != group && _scheduler.StopsAtLimit && !g.Waiting)
            {
                limit = Math.Min(limit, g.Pc);
            }
        }
        long quantum = _groups.Count > 1 ? _scheduler.Quantum : long.MaxValue;
        var code = _program.Code;
        int count = _groups.Count;
        while (true)
        {
            if (++_steps > _budget)
            {
                Report(ExecutionRules.StepBudget, code[group.Pc], group.Lanes[0], FormattableString.Invariant($"{_budget} steps in block {_block}"));
                _aborted = true;
                return;
            }
            var instruction = code[group.Pc];
            if (_counts)
            {
                Interlocked.Add(ref instruction.Executed, group.Count);
            }
            switch (instruction)
            {
                case Jump or Branch:
                    instruction.Run(this, group);
                    break;
                case ExitInstruction:
                    instruction.Run(this, group);
                    return;
                case BarrierInstruction:
                    if (_groups.Count > 1)
                    {
                        group.Waiting = true;
                        return;
                    }
                    if (instruction is GridBarrierInstruction)
                    {
                        AtGridBarrier = true;
                        return;
                    }
                    PassBarrier(group);
                    break;
                case WarpInstruction warp:
                    if (_groups.Count > 1 && !AllNamedAreHere(warp, group) && !MeetWaiting(warp, group))
                    {
                        group.Waiting = true;
                        return;
                    }
                    PassWarpOperation(warp, group);
                    break;
                default:
                    instruction.Run(this, group);
                    group.Pc++;
                    break;
            }
            if (_aborted || group.Pc >= limit || _groups.Count != count || --quantum <= 0 || Globals is { Watch.Again: true })
            {
                return;
            }
            if (count > 1 && _scheduler.StopsAtOthers && StandsWithAnother(group))
            {
                return;
            }
        }
    }

    private bool StandsWithAnother(Group group)
    {
        foreach (var g in _groups)
        {
            if (g != group && g.Pc == group.Pc && _scheduler.Joins(this, g, group))
            {
                return true;
            }
        }
        return false;
    }

    private void PassBarrier(Group group)
    {
        _program.Code[group.Pc].Run(this, group);
        group.Pc++;
        group.Waiting = false;
        Epoch++;
        if (Globals is not null)
        {
            Sync.PassBarrier();
            Interval = Globals.NextTick();
        }
        _scheduler.Scatter(this, _groups, group);
    }

    /// <summary>Goes on behind the grid's barrier, which all blocks have reached.</summary>
    public void PassGridBarrier()
    {
        AtGridBarrier = false;
        PassBarrier(_groups[0]);
    }

    /// <summary>Ends a block whose barrier cannot be passed, and says why.</summary>
    public void RefuseGridBarrier(Rule<string> rule, string text)
    {
        var group = _groups[0];
        Report(rule, _program.Code[group.Pc], group.Lanes[0], text);
        AtGridBarrier = false;
        _aborted = true;
        _groups.Clear();
    }

    public void Split(Group group, Span<byte> condition, byte taken, int jumping, int target)
    {
        var jump = new int[jumping];
        var stay = new int[group.Count - jumping];
        int j = 0;
        int s = 0;
        foreach (int i in group.Active)
        {
            if (condition[i] == taken)
            {
                jump[j++] = i;
            }
            else
            {
                stay[s++] = i;
            }
        }
        _groups.Add(new Group { Pc = target, Lanes = jump, Count = jump.Length });
        group.Lanes = stay;
        group.Count = stay.Length;
        group.Pc++;
    }

    public void Exit(Group group) => _groups.Remove(group);

    public void Abort() => _aborted = true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<T> Values<T>(Slot slot) where T : unmanaged =>
        MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref _arena[_offsets[slot.Index]]), slot.Uniform ? 1 : Lanes);

    public Span<byte> Bytes(Slot slot) => _arena.AsSpan(_offsets[slot.Index], slot.Uniform ? slot.Size : slot.Size * Lanes);

    public Allocation? Find(int id)
    {
        int own = id - _memory.Count;
        return own >= 0 ? (own < _own.Length ? _own[own] : null) : _memory.Find(id);
    }

    public Allocation AllocationOf(MemoryVariable variable) => _own[variable.Index];

    public Dim3 Thread(int lane) => _threads[lane];

    public Dim3 BlockAt(long number) => new((int)(number % _grid.X), (int)(number / _grid.X % _grid.Y), (int)(number / ((long)_grid.X * _grid.Y)));

    public int WarpOf(int lane) => _warpOf[lane];

    public int LaneInWarp(int lane) => _laneInWarp[lane];

    /// <summary>The block's lane at a place in a warp, or -1 where there is none.</summary>
    public int LaneAt(int warp, int lane)
    {
        int i = _warpStart[warp] + lane;
        return lane >= 0 && i < Lanes && _warpOf[i] == warp ? i : -1;
    }

    public int WarpEpoch(int warp) => _warpEpoch[warp];

    public void AdvanceWarp(int warp) => _warpEpoch[warp]++;

    public uint UniformCoordinate(Coordinate which) => (uint)(which switch
    {
        Coordinate.BlockX => _block.X,
        Coordinate.BlockY => _block.Y,
        Coordinate.BlockZ => _block.Z,
        Coordinate.BlockDimX => _size.X,
        Coordinate.BlockDimY => _size.Y,
        Coordinate.BlockDimZ => _size.Z,
        Coordinate.GridDimX => _grid.X,
        Coordinate.GridDimY => _grid.Y,
        Coordinate.GridDimZ => _grid.Z,
        _ => _options.Warp.Width,
    });

    public Span PlaceOf(int pc) => (uint)pc < (uint)_program.Code.Length ? _program.Code[pc].From : Span.None;

    public void Report(Rule<string> rule, Instruction at, int lane, string text) =>
        Report(rule.At(at.From, $"{text}; thread {_threads[lane]} of block {_block}"), lane);

    /// <summary>Whether a finding needs no words any more: the same was told of this place, and is counted once more.</summary>
    public bool IsTold(Rule<string> rule, Instruction at) => _log.CountAgain(rule, at.From, _block);

    public void Report(Diagnostic diagnostic, int lane) => _log.Add(diagnostic, _block, _threads[lane]);
}
