using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>A kernel cut at its barriers: a statement with a barrier in it, or one by which the block leaves such a loop, is run by the block as a whole; the
/// statements between are regions, in which the order of the threads is free.</summary>
public sealed class BarrierRegions
{
    private readonly HashSet<Stmt> _whole = new(ReferenceEqualityComparer.Instance);
    private readonly LaneShapes _shapes;

    private readonly HashSet<Stmt> _guarded = new(ReferenceEqualityComparer.Instance);
    private readonly bool _guards;

    private BarrierRegions(LaneShapes shapes, bool guards) => (_shapes, _guards) = (shapes, guards);

    /// <summary>Whether there is any barrier.</summary>
    public bool HasBarriers { get; private set; }

    /// <summary>False where a barrier stands where lanes part, so that there are no regions.</summary>
    public bool AreRegular => Irregular is null;

    /// <summary>The first statement with such a barrier.</summary>
    public Stmt? Irregular { get; private set; }

    /// <param name="guards">A condition that parts threads may have barriers in its arms: their regions are then for some of the threads.</param>
    public static BarrierRegions Of(Function kernel, LaneShapes shapes, bool guards = false)
    {
        var regions = new BarrierRegions(shapes, guards) { HasBarriers = HasBarrier(kernel.Body) };
        if (regions.HasBarriers)
        {
            regions.Mark(kernel.Body, [], 0);
        }
        return regions;
    }

    /// <summary>Whether the block as a whole runs this statement.</summary>
    public bool IsWhole(Stmt statement) => _whole.Contains(statement);

    /// <summary>Whether the arms of such a condition are each for some of the threads.</summary>
    public bool IsGuarded(If statement) => _guarded.Contains(statement);

    public static bool IsBarrier(Stmt s) => s is Call { Intrinsic: var i } && (i == Intrinsics.Barrier || i == Intrinsics.GridBarrier || i == Intrinsics.BarrierAnd || i == Intrinsics.BarrierOr || i == Intrinsics.BarrierCount);

    private sealed class Finder : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement) => Found |= IsBarrier(statement);
    }

    public static bool HasBarrier(EquatableArray<Stmt> body)
    {
        var finder = new Finder();
        finder.Walk(body);
        return finder.Found;
    }

    /// <summary>Marks what the block runs as a whole, given the loops it is in as a whole and how many guards stand around.</summary>
    private void Mark(EquatableArray<Stmt> body, List<Stmt> loops, int guards)
    {
        foreach (var s in body)
        {
            bool whole = IsBarrier(s);
            bool together = _shapes.PartedTimes(s) <= guards;
            switch (s)
            {
                case If x:
                    // The arms of a condition that parts lanes hold no barrier of the block; what leaves there leaves alone.
                    whole = (HasBarrier(x.Then) || HasBarrier(x.Else) || Leaves(x, loops.Count > 0)) && _shapes.Of(x.Condition).IsUniform && together;
                    bool guarded = _guards && !whole && together && (HasBarrier(x.Then) || HasBarrier(x.Else)) && !Leaves(x, loops.Count > 0);
                    if (guarded)
                    {
                        whole = _guarded.Add(x);
                    }
                    Require(whole || !(HasBarrier(x.Then) || HasBarrier(x.Else)), s);
                    Require(whole || loops.Count == 0 || !LeavesLoop(x), s);
                    if (whole)
                    {
                        Mark(x.Then, loops, guards + (guarded ? 1 : 0));
                        Mark(x.Else, loops, guards + (guarded ? 1 : 0));
                    }
                    break;
                case Loop x:
                    bool barriers = HasBarrier(x.Body) || HasBarrier(x.Continuing);
                    whole = barriers || (Flow.HasReturn([x]) && !_shapes.IsMasked(x) && together);
                    Require(!barriers || (together && !_shapes.IsMasked(x)), s);
                    if (whole)
                    {
                        Mark(x.Body, [.. loops, x], guards);
                        Mark(x.Continuing, [.. loops, x], guards);
                    }
                    break;
                case Switch x:
                    Require(!x.Cases.Any(c => HasBarrier(c.Body) || (loops.Count > 0 && Flow.HasContinue(c.Body))), s);
                    break;
                case Break or Continue:
                    whole = true;
                    break;
                case Return:
                    whole = together;
                    break;
            }
            Require(together || !IsBarrier(s), s);
            if (whole)
            {
                _whole.Add(s);
            }
        }
    }

    private void Require(bool regular, Stmt s) => Irregular ??= regular ? null : s;

    private static bool Leaves(If x, bool inLoop) => Flow.HasReturn([x]) || (inLoop && LeavesLoop(x));

    private static bool LeavesLoop(If x) => Flow.HasBreak([x]) || Flow.HasContinue([x]);

    /// <summary>Statements that are run one after the other: a single whole one, or those between two.</summary>
    public sealed record Part(bool IsWhole, EquatableArray<Stmt> Run);

    /// <summary>A list as it is run.</summary>
    public IEnumerable<Part> Split(EquatableArray<Stmt> body)
    {
        int start = 0;
        for (int i = 0; i <= body.Count; i++)
        {
            if (i < body.Count && !IsWhole(body[i]))
            {
                continue;
            }
            if (i > start)
            {
                yield return new Part(false, body.AsSpan()[start..i].ToArray().ToEquatable());
            }
            if (i < body.Count)
            {
                yield return new Part(true, [body[i]]);
            }
            start = i + 1;
        }
    }
}
