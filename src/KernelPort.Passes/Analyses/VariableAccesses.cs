using KernelPort.Ir;

namespace KernelPort.Passes.Analyses;

/// <summary>A walk that tells apart the accesses of variables that it knows, and announces as it comes to their statements, from all other mentions, as of addresses.</summary>
public abstract class VariableAccesses : Walker
{
    private readonly HashSet<Place> _announced = new(ReferenceEqualityComparer.Instance);

    /// <summary>The statement at hand accesses a variable in a way that is known.</summary>
    protected void Announce(VariablePlace variable) => _announced.Add(variable);

    /// <summary>A variable is mentioned in any other way.</summary>
    protected abstract void Other(int variable);

    protected sealed override void Enter(Place place)
    {
        // A place may stand in several statements: each visit is announced by itself.
        if (place is VariablePlace v && !_announced.Remove(place))
        {
            Other(v.Id.Index);
        }
    }
}
