using System.Text;
using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

internal sealed partial class VectorEmitter
{
    private sealed record State(StringBuilder Text, int TextLength, int Indent, SortedSet<int> Free, List<int> Region, List<int> Temporary, Mask Mask, int LaneLoops, int Calls, int Spans, int Contexts, int Slots, int Next, HashSet<Stmt> Done);

    private State Save() => new(_text, _text.Length, _indent, [.. _free], [.. _region], [.. _temporary], _mask, _laneLoops, _calls, _spans, _contexts.Count, _slots, _next, new HashSet<Stmt>(_done, ReferenceEqualityComparer.Instance));

    private void Restore(State s)
    {
        _text = s.Text;
        _text.Length = s.TextLength;
        _indent = s.Indent;
        // Tensors made since then are free; tables stay.
        _free = [.. s.Free, .. Enumerable.Range(s.Slots, _slots - s.Slots).Where(i => !_tables.ContainsValue(i))];
        _region = [.. s.Region];
        _temporary = [.. s.Temporary];
        _mask = s.Mask;
        _laneLoops = s.LaneLoops;
        _calls = s.Calls;
        _spans = s.Spans;
        _next = s.Next;
        _done.Clear();
        _done.UnionWith(s.Done);
        while (_contexts.Count > s.Contexts)
        {
            _contexts.Pop();
        }
        _wholeArm = null;
        _reads.Clear();
    }

    /// <summary>What a place must be that takes both values.</summary>
    private static Value Meet(Value? a, Value b, IrType type)
    {
        if (a is null)
        {
            return b;
        }
        if (a.Kind == Kind.Struct && b.Kind == Kind.Struct)
        {
            SamePieces(a, b);
            return a with { Parts = [.. a.Parts.Zip(b.Parts).Select(p => Meet(p.First, p.Second, p.First.Type))] };
        }
        if (a.Kind == Kind.Pointer || b.Kind == Kind.Pointer)
        {
            return a.Kind == b.Kind && a.Memory == b.Memory && a.IsStraight && b.IsStraight && a.Strides == b.Strides ? a : throw new NotVectorised("a pointer that is one of several");
        }
        if (!a.Wrapped.IsEmpty || !b.Wrapped.IsEmpty || a.IsUnsigned != b.IsUnsigned)
        {
            throw new NotVectorised("an index that may have wrapped, as one of several");
        }
        if (a.Kind == b.Kind && a.Kind is Kind.Tensor or Kind.Mask)
        {
            return a;
        }
        if (a.IsUniform && b.IsUniform)
        {
            return a with { Natural = a.Natural && b.Natural };
        }
        if (a.Kind is Kind.Affine or Kind.Uniform && b.Kind is Kind.Affine or Kind.Uniform && a.Strides == b.Strides)
        {
            return a with { Natural = a.Natural && b.Natural };
        }
        return type == IrType.Bool ? Bit : Value.Tensor(type, 0);
    }

    // A place of bits, as a guess: only its kind is looked at.
    private static readonly Value Bit = Value.Of(new Mask(new Range("0", "0", false), new Range("0", "0", false), new Range("0", "0", false), 0));

    /// <summary>A place like a value, in the region around.</summary>
    private Join Declare(Value like, IrType type)
    {
        string name = NewName("c");
        switch (like.Kind)
        {
            case Kind.Uniform:
                Line($"{Scalars.Word(type)} {name};");
                return new Join(like with { Text = name });
            case Kind.Struct:
                return new Join(like with { Parts = [.. like.Parts.Select(p => Declare(p, p.Type).Value)] });
            case Kind.Pointer when !like.IsStraight:
                throw new NotVectorised("a pointer of its own a lane that changes");
            case Kind.Affine or Kind.Pointer:
                Line($"int64_t {name};");
                return new Join(like with { Text = name });
            default:
                return JoinOf(type);
        }
    }

    private void EmitLoop(Loop x)
    {
        var plan = new LoopPlan(x.Carried.Count, x.Results.Count);
        for (int i = 0; i < x.Carried.Count; i++)
        {
            var initial = Expression(x.Carried[i].Initial);
            plan.Carried[i] = initial;
        }
        var state = Save();
        for (int attempt = 0; ; attempt++)
        {
            if (attempt == 12)
            {
                throw new NotVectorised("a loop whose values do not settle");
            }
            try
            {
                LoopOnce(x, plan);
                return;
            }
            catch (PrintAgain) when (ReferenceEquals(_contexts.Peek().Plan, plan))
            {
                Restore(state);
            }
        }
    }

    private void LoopOnce(Loop x, LoopPlan plan)
    {
        var before = _mask;
        var c = new Context { Plan = plan, Successors = SuccessorsOf(x), Kept = KeptBy(x) };
        var initial = x.Carried.Select(k => Expression(k.Initial)).ToArray();
        c.Carried = [.. plan.Carried.Select((k, i) => StoredResult(c, x, k!, i) is >= 0 and var stored ? new Join(k! with { Slot = stored }) : CarriedOn(c, x, k!, i) is >= 0 and var same ? new Join(k! with { Slot = same }) : Declare(k!, _kernel.TypeOf(x.Carried[i].Id)))];
        c.Results = [.. plan.Results.Select((k, i) => IsKept(c, i) ? c.Carried[c.Kept[i]] : k is null ? new Join(Value.Scalar(_kernel.TypeOf(x.Results[i]), "")) : Declare(k, _kernel.TypeOf(x.Results[i])))];
        for (int i = 0; i < initial.Length; i++)
        {
            Assign(c.Carried[i].Value, initial[i], Full);
            _lets[x.Carried[i].Id.Index] = c.Carried[i].Value;
        }
        if (plan.Diverges)
        {
            Enter(c, before);
        }
        DropTemporaries();
        Raw("while (true) {");
        _indent++;
        _contexts.Push(c);
        if (plan.Diverges)
        {
            Turn(c);
        }
        else
        {
            c.Level = _mask;
        }
        Body(x.Body, isTurn: true);
        if (!Flow.Leaves(x.Body) || (x.Body.Count > 0 && x.Body[^1] is Yield))
        {
            if (!x.Continuing.IsEmpty)
            {
                if (Flow.HasContinue(x.Body))
                {
                    throw new NotVectorised("a continue before a loop's step that could not be moved");
                }
                Body(x.Continuing, isTurn: true);
            }
            EndTurn(c);
        }
        _contexts.Pop();
        _indent--;
        Raw("}");
        _mask = before;
        for (int i = 0; i < x.Results.Count; i++)
        {
            if (plan.Results[i] is not null || IsKept(c, i))
            {
                _lets[x.Results[i].Index] = c.Results[i].Value;
            }
        }
    }

    /// <summary>The lanes a diverging loop begins with.</summary>
    private void Enter(Context c, Mask before)
    {
        if (c.Plan!.NeedsBits)
        {
            c.Active = RegionSlot();
            c.Turn = RegionSlot();
            AssignBits(c.Active, before, Full);
            return;
        }
        if (!before.IsBox)
        {
            c.Plan.NeedsBits = true;
            _contexts.Push(c);
            throw new PrintAgain();
        }
        c.Limits = [.. new[] { before.X, before.Y, before.Z }.Select(r =>
        {
            // Limits from below are rare, and a literal 0 is what lets rows be copied.
            bool fixedLow = r.Low == "0" && !c.Plan.LowMoves;
            var names = (fixedLow ? "0" : NewName("lo"), NewName("hi"));
            Line($"int32_t {(fixedLow ? "" : $"{names.Item1} = {r.Low}, ")}{names.Item2} = {r.High};");
            return names;
        })];
    }

    private void Turn(Context c)
    {
        if (c.Active >= 0)
        {
            _mask = Full with { Bits = c.Active };
            Line($"if (!({Any(_mask)})) break;");
            AssignBits(c.Turn, _mask, Full);
            _mask = Full with { Bits = c.Turn };
            DropTemporaries();
            return;
        }
        Range Of(int i, Range all, int size) => size == 1 ? all : new Range(c.Limits[i].Low, c.Limits[i].High, false);
        _mask = new Mask(Of(0, _allX, 0), Of(1, _allY, _block.Y), Of(2, _allZ, _block.Z), -1);
        Line($"if (!({Any(_mask)})) break;");
        c.Level = _mask;
    }

    private void EndTurn(Context c)
    {
        if (c.Active < 0 && c.Limits.Length > 0)
        {
            // The lanes at the loop's own level are those of the next turn.
            foreach (var (range, (low, high)) in new[] { _mask.X, _mask.Y, _mask.Z }.Zip(c.Limits))
            {
                if (range.Low != low || range.High != high)
                {
                    if (low == "0" && range.Low != "0")
                    {
                        c.Plan!.LowMoves = true;
                        _contexts.Push(c);
                        throw new PrintAgain();
                    }
                    if (low != "0")
                    {
                        Line($"{low} = {range.Low};");
                    }
                    Line($"{high} = {range.High};");
                }
            }
        }
    }

    private static void Guess(ref Value? guess, Value value, IrType type, bool mustBeLanes, ref bool again)
    {
        var met = Meet(guess, value, type);
        met = mustBeLanes ? Lanes(met, type) : met;
        again |= guess is null || !IsAlike(guess, met);
        guess = met;
    }

    private static Value Lanes(Value v, IrType type) => v.Kind switch
    {
        Kind.Tensor or Kind.Mask => v,
        Kind.Struct => v with { Parts = [.. v.Parts.Select(p => Lanes(p, p.Type))] },
        _ => type == IrType.Bool ? Bit : Value.Tensor(type, 0),
    };

    private static bool IsAlike(Value a, Value b) =>
        a.Kind == b.Kind && a.Natural == b.Natural && a.Strides == b.Strides && a.Parts.Count == b.Parts.Count && a.Parts.Zip(b.Parts).All(p => IsAlike(p.First, p.Second));

    /// <summary>Break, or the next turn, with values for the lanes of the current mask.</summary>
    private void Leave(EquatableArray<Expr> values, bool isBreak)
    {
        var c = _contexts.Peek();
        var plan = c.Plan!;
        bool whole = ReferenceEquals(_mask, c.Level);
        bool arm = _wholeArm is not null && ReferenceEquals(_mask, _wholeArm);
        if (!whole && !plan.Diverges)
        {
            plan.Diverges = true;
            throw new PrintAgain();
        }
        if (!whole && c.Active < 0 && !(arm && isBreak))
        {
            NeedBits();
        }
        Give(c, values, isBreak, mustBeLanes: plan.Diverges && (isBreak || !whole));
        if (!plan.Diverges)
        {
            Raw(isBreak ? "break;" : "continue;");
            return;
        }
        if (c.Active >= 0)
        {
            int gone = NotBits(Bits(_mask));
            Vector("And", Words(c.Turn), Words(c.Turn), Words(gone), NWords);
            if (isBreak)
            {
                Vector("And", Words(c.Active), Words(c.Active), Words(gone), NWords);
            }
            return;
        }
        if (whole && isBreak)
        {
            Raw("break;");
        }
    }

    private void Give(Context c, EquatableArray<Expr> values, bool isBreak, bool mustBeLanes)
    {
        var plan = c.Plan!;
        var places = isBreak ? c.Results : c.Carried;
        var guesses = isBreak ? plan.Results : plan.Carried;
        var given = values.Select(Expression).ToArray();
        bool again = false;
        for (int i = 0; i < given.Length; i++)
        {
            if (isBreak && IsKept(c, i))
            {
                continue;
            }
            Guess(ref guesses[i], given[i], places[i].Value.Type, mustBeLanes, ref again);
        }
        if (again)
        {
            throw new PrintAgain();
        }
        // All are read before one is written.
        for (int i = 0; i < given.Length; i++)
        {
            given[i] = isBreak && IsKept(c, i) ? given[i] : Apart(given[i], i, places);
        }
        var lanes = !plan.Diverges ? Full : isBreak ? Leaving(c) : _mask;
        for (int i = 0; i < given.Length; i++)
        {
            if (isBreak && IsKept(c, i))
            {
                continue;
            }
            Assign(places[i].Value, given[i], lanes);
        }
    }

    /// <summary>The lanes that a loop's results are given for. Those below, which go on, may get any: they are given theirs when they leave.</summary>
    private Mask Leaving(Context c) =>
        c.Active < 0 && c.Limits.Length > 0 && c.Limits[0].Low == "0" && _mask.IsBox && _block.Y * _block.Z == 1 ? _mask with { X = new Range("0", _mask.X.High, false), Complement = null } : _mask;

    private Value Apart(Value v, int own, Join[] places)
    {
        if (v.Kind == Kind.Struct)
        {
            // Its parts may change places among each other.
            return v with { Parts = [.. v.Parts.Select(p => Apart(p, -1, places))] };
        }
        if (v.Kind == Kind.Tensor)
        {
            if (!places.Where((p, i) => i != own && p.Value.Slots.Contains(v.Slot)).Any())
            {
                return v;
            }
            int copy = NewSlot();
            Vector("KpCopy", Ints(copy), Ints(v.Slot), N);
            return v with { Slot = copy };
        }
        if (v.Kind is Kind.Uniform or Kind.Affine or Kind.Pointer && !Scalars.TryInt(v.Text, out _) && places.Length > 1)
        {
            string name = NewName();
            Line($"const {(v.Kind == Kind.Uniform ? v.Type == IrType.Bool ? "bool" : Scalars.Word(v.Type) : "int64_t")} {name} = {v.Text};");
            return v with { Text = name };
        }
        return v;
    }
}
