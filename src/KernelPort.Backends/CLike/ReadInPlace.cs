using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>Whether every use of what was read of a variable comes before anything changes the variable, so that its name says the same.</summary>
internal sealed class ReadInPlace
{
    private readonly LetId _read;
    private readonly VariableId _variable;
    private bool _changed;

    private ReadInPlace(LetId read, VariableId variable) => (_read, _variable) = (read, variable);

    /// <param name="following">The statements behind the read, in their order.</param>
    public static bool Of(LetId read, VariableId variable, EquatableArray<Stmt> following) => new ReadInPlace(read, variable).List(following);

    private bool List(EquatableArray<Stmt> body) => body.All(One);

    private bool One(Stmt s)
    {
        var mentions = new Mentions(_read, _variable);
        switch (s)
        {
            case If x:
                mentions.Walk(x.Condition);
                return (!mentions.Uses || !_changed) && Arms([x.Then, x.Else]);
            case Switch x:
                // One case may fall into the next.
                mentions.Walk(x.Value);
                return (!mentions.Uses || !_changed) && x.Cases.All(c => List(c.Body));
            case Loop x:
                mentions.Walk(x);
                // A change comes round to what stands before it.
                bool stays = !mentions.Uses || !(_changed || mentions.Changes);
                _changed |= mentions.Changes;
                return stays;
            default:
                mentions.Walk(s);
                bool unchanged = !_changed;
                _changed |= mentions.Changes;
                return !mentions.Uses || unchanged;
        }
    }

    private bool Arms(EquatableArray<Stmt>[] arms)
    {
        bool before = _changed, after = false, all = true;
        foreach (var arm in arms)
        {
            _changed = before;
            all &= List(arm);
            after |= _changed;
        }
        _changed = after;
        return all;
    }

    private sealed class Mentions(LetId read, VariableId variable) : Walker
    {
        public bool Uses { get; private set; }

        public bool Changes { get; private set; }

        protected override void Enter(Expr expression) => Uses |= expression is LetRef r && r.Id == read;

        protected override void Enter(Stmt statement) => Changes |= statement switch
        {
            Store x => Build.VariableOf(x.Target)?.Id == variable,
            Atomic x => Build.VariableOf(x.Target)?.Id == variable,
            _ => false,
        };
    }
}
