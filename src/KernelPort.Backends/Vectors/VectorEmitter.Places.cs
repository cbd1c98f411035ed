using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

/// <content>Values computed where a loop keeps them, instead of beside and then copied; results that are what the loop carried anyway.</content>
internal sealed partial class VectorEmitter
{
    /// <summary>The value that a loop's next turn is given, and what the turn still looks at once it is computed.</summary>
    private sealed record Successor(int Carried, HashSet<LetId> Later);

    private readonly Dictionary<LetId, int> _uses;

    // Where the operation that is printed next may leave its result; -1 for a tensor of its own.
    private int _place = -1;

    /// <summary>By let: those that a loop's turn ends with, made in the turn itself and wanted for nothing else.</summary>
    private Dictionary<LetId, Successor> SuccessorsOf(Loop x)
    {
        var found = new Dictionary<LetId, Successor>();
        if (x.Body.Count == 0 || x.Body[^1] is not Yield y || Flow.HasContinue(x.Body))
        {
            return found;
        }
        var later = new HashSet<LetId>();
        for (int at = x.Body.Count - 1; at >= 0; at--)
        {
            if (x.Body[at] is Let let && _uses.GetValueOrDefault(let.Id) == 1)
            {
                int i = y.Values.ToList().FindIndex(v => v is LetRef r && r.Id == let.Id);
                if (i >= 0)
                {
                    found[let.Id] = new Successor(i, [.. later.Where(l => l != let.Id)]);
                }
            }
            later.UnionWith(LetUses.Of(x.Body[at]).Keys);
            // What it is itself is made after that.
            if (x.Body[at] is Let made)
            {
                later.Remove(made.Id);
            }
        }
        return found;
    }

    /// <summary>By result: which carried value it always is; -1 where it is computed for the break.</summary>
    private static int[] KeptBy(Loop x)
    {
        var breaks = new List<Break>();
        Collect(x.Body);
        return [.. x.Results.Select((_, r) => x.Carried.ToList().FindIndex(c => breaks.Count > 0 && breaks.All(b => b.Values[r] is LetRef given && given.Id == c.Id)))];

        void Collect(EquatableArray<Stmt> body)
        {
            foreach (var s in body)
            {
                if (s is Break b)
                {
                    breaks.Add(b);
                }
                else if (s is If i)
                {
                    Collect(i.Then);
                    Collect(i.Else);
                }
            }
        }
    }

    /// <summary>The shared memory that a carried value goes to when the loop ends, for nothing else; -1 for none.</summary>
    private int StoredResult(Context c, Loop x, Value carried, int i) =>
        carried.Kind == Kind.Tensor && Array.IndexOf(c.Kept, i) is >= 0 and var r && Array.LastIndexOf(c.Kept, i) == r ? MemoryOf(x.Results[r], x) : -1;

    /// <summary>Where a loop around carries the value that a loop begins with, and takes its result as the next turn's: the same tensor; -1 where it is wanted besides.</summary>
    private int CarriedOn(Context c, Loop x, Value carried, int i)
    {
        var (body, at, isTurn) = _following.Peek();
        if (carried.Kind != Kind.Tensor || !isTurn || _contexts.Count == 0 || _contexts.Peek() is not { Active: < 0, Plan.Diverges: false } outer || body[^1] is not Yield next || x.Carried[i].Initial is not LetRef given)
        {
            return -1;
        }
        int place = Array.FindIndex(outer.Carried, p => ReferenceEquals(p.Value, _lets[given.Id.Index]) && p.Value.Kind == Kind.Tensor);
        bool goesOn = place >= 0 && next.Values[place] is LetRef result && Array.IndexOf(c.Kept, i) is >= 0 and var r && x.Results[r] == result.Id;
        return goesOn && LetUses.Of(x).GetValueOrDefault(given.Id) == 1 && !body.Skip(at + 1).Any(s => LetUses.Of(s).ContainsKey(given.Id)) ? outer.Carried[place].Value.Slot : -1;
    }

    /// <summary>Lanes that left keep what they had, in tensors; a scalar goes on with those that stay.</summary>
    private static bool IsKept(Context c, int result) => c.Kept[result] is >= 0 and var i && (!c.Plan!.Diverges || c.Carried[i].Value.Kind is Kind.Tensor or Kind.Mask);

    /// <summary>The tensor that a let's value is to end in; -1 for none: not where it is still read, and not where calls would run over lanes that have left.</summary>
    private int PlaceOf(LetId id)
    {
        if (_contexts.Count == 0 || _contexts.Peek() is not { Active: < 0 } c || !c.Successors.TryGetValue(id, out var next) || c.Carried[next.Carried].Value is not { Kind: Kind.Tensor, Slot: var slot })
        {
            return -1;
        }
        bool whole = !c.Plan!.Diverges;
        return (whole || (_m.CountsAreExact && Prefix(_mask) is not null)) && next.Later.All(l => _lets[l.Index]?.Slots.Contains(slot) != true) ? slot : -1;
    }

    /// <summary>Where an operation of one call leaves its result, and for how many lanes.</summary>
    private (int Slot, string Count) Target()
    {
        int slot = _place;
        _place = -1;
        return slot < 0 ? (NewSlot(), N) : (slot, _contexts.Count > 0 && _contexts.Peek().Plan!.Diverges ? Prefix(_mask)! : N);
    }
}
