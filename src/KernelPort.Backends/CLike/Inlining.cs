using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.CLike;

/// <summary>Which lets a printer can write in place of their one use instead of naming them: nothing between may change what they read.</summary>
internal sealed class Inlining
{
    private readonly Function _function;
    private readonly Dictionary<LetId, int> _uses = [];
    private readonly HashSet<int> _addressTaken = [];
    private readonly Dictionary<LetId, Reads> _reads = [];

    /// <summary>What an inlined value reads when it is evaluated.</summary>
    private sealed record Reads(HashSet<int> Variables, bool Memory)
    {
        public bool Any => Memory || Variables.Count > 0;
    }

    private readonly bool _readsInPlace;

    private Inlining(Function function, bool readsInPlace)
    {
        _function = function;
        _readsInPlace = readsInPlace;
        var counter = new UseCounter(this);
        counter.Walk(function);
    }

    public HashSet<LetId> Inlined { get; } = [];

    /// <summary>Of these, those that are the name of a variable, however often.</summary>
    public HashSet<LetId> Names { get; } = [];

    /// <param name="readsInPlace">See <see cref="CLikeDialect.ReadsInPlace"/>.</param>
    public static Inlining Of(Function function, bool readsInPlace = false)
    {
        var inlining = new Inlining(function, readsInPlace);
        inlining.Visit(function.Body, []);
        return inlining;
    }

    public int Uses(LetId id) => _uses.GetValueOrDefault(id);

    /// <param name="after">What a loop runs behind its body, in which the body's names are known.</param>
    private void Visit(EquatableArray<Stmt> body, EquatableArray<Stmt> after)
    {
        for (int i = 0; i < body.Count; i++)
        {
            switch (body[i])
            {
                case Let x:
                    TryInline(x.Id, ReadsOf(x.Value), body, i, isTemporary: IsTemporary(x.Id));
                    break;
                case Load { Volatile: false, Source: VariablePlace v } x when _readsInPlace && IsOwn(v) && ReadInPlace.Of(x.Id, v.Id, [.. body.AsSpan()[(i + 1)..], .. after]):
                    Inlined.Add(x.Id);
                    Names.Add(x.Id);
                    _reads[x.Id] = new Reads([v.Id.Index], false);
                    break;
                case Load x when !x.Volatile:
                    TryInline(x.Id, With(ReadsOf(x.Source), x.Source), body, i, isTemporary: true);
                    break;
                case If x:
                    Visit(x.Then, []);
                    Visit(x.Else, []);
                    break;
                case Loop x:
                    Visit(x.Body, x.Continuing);
                    Visit(x.Continuing, []);
                    break;
                case Switch x:
                    foreach (var c in x.Cases)
                    {
                        Visit(c.Body, []);
                    }
                    break;
            }
        }
    }

    private bool IsTemporary(LetId id) => _function.Lets[id.Index].Name == "t";

    /// <summary>Whether nothing reaches a variable but its name.</summary>
    private bool IsOwn(VariablePlace v) => !_addressTaken.Contains(v.Id.Index) && _function.Variables[v.Id.Index].Space == AddressSpace.Local;

    private Reads With(Reads reads, Place source) => Build.VariableOf(source) is { } v && IsOwn(v)
        ? reads with { Variables = [.. reads.Variables, v.Id.Index] }
        : reads with { Memory = true };

    private Reads ReadsOf(Expr e)
    {
        var collector = new ReadCollector(this);
        collector.Walk(e);
        return collector.Result;
    }

    private Reads ReadsOf(Place p)
    {
        var collector = new ReadCollector(this);
        collector.Walk(p);
        return collector.Result;
    }

    private void TryInline(LetId id, Reads reads, EquatableArray<Stmt> body, int at, bool isTemporary)
    {
        if (!isTemporary || Uses(id) != 1)
        {
            return;
        }
        for (int i = at + 1; i < body.Count; i++)
        {
            var s = body[i];
            if (HeadUses(s, id))
            {
                Inlined.Add(id);
                _reads[id] = reads;
                return;
            }
            if (reads.Any && Changes(s, reads))
            {
                return;
            }
            if (s is If or Loop or Switch && !reads.Any && s is not Loop && NestedUses(s, id))
            {
                // A pure value used deeper, but not in a loop: written where it is used.
                if (!UsedInLoop(s, id))
                {
                    Inlined.Add(id);
                    _reads[id] = reads;
                }
                return;
            }
        }
    }

    private static bool HeadUses(Stmt s, LetId id)
    {
        var finder = new UseFinder(id);
        switch (s)
        {
            case If x:
                finder.Walk(x.Condition);
                break;
            case Switch x:
                finder.Walk(x.Value);
                break;
            case Loop:
                return false;
            default:
                finder.Walk(s);
                break;
        }
        return finder.Found;
    }

    private static bool NestedUses(Stmt s, LetId id)
    {
        var finder = new UseFinder(id);
        finder.Walk(s);
        return finder.Found;
    }

    private static bool UsedInLoop(Stmt s, LetId id) => s switch
    {
        Loop => NestedUses(s, id),
        If x => x.Then.Concat(x.Else).Any(i => UsedInLoop(i, id)),
        Switch x => x.Cases.SelectMany(c => c.Body).Any(i => UsedInLoop(i, id)),
        _ => false,
    };

    /// <summary>Whether a statement may change what is read, or must not be passed by a read.</summary>
    private bool Changes(Stmt s, Reads reads)
    {
        var finder = new ChangeFinder(this, reads);
        finder.Walk(s);
        return finder.Found;
    }

    private sealed class UseFinder(LetId id) : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Expr expression) => Found |= expression is LetRef r && r.Id == id;
    }

    private sealed class ChangeFinder(Inlining owner, Reads reads) : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement)
        {
            switch (statement)
            {
                case Store s:
                    Found |= Build.VariableOf(s.Target) is { } v && owner.IsOwn(v)
                        ? reads.Variables.Contains(v.Id.Index)
                        : reads.Memory;
                    break;
                case Load { Volatile: true }:
                case Atomic or Call or Invoke:
                    Found |= reads.Memory;
                    break;
            }
        }
    }

    private sealed class ReadCollector(Inlining owner) : Walker
    {
        private readonly HashSet<int> _variables = [];
        private bool _memory;

        public Reads Result => new(_variables, _memory);

        protected override void Enter(Expr expression)
        {
            if (expression is LetRef r && owner._reads.TryGetValue(r.Id, out var inner))
            {
                _variables.UnionWith(inner.Variables);
                _memory |= inner.Memory;
            }
        }
    }

    private sealed class UseCounter(Inlining owner) : Walker
    {
        protected override void Enter(Expr expression)
        {
            if (expression is LetRef r)
            {
                owner._uses[r.Id] = owner._uses.GetValueOrDefault(r.Id) + 1;
            }
            if (expression is AddressOf a && Build.VariableOf(a.Place) is { } v)
            {
                owner._addressTaken.Add(v.Id.Index);
            }
        }
    }
}
