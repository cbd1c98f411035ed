using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Backends.Vectors;

internal sealed partial class VectorEmitter
{
    private readonly Stack<Context> _contexts = new();

    private void Body(EquatableArray<Stmt> body, bool isTurn = false)
    {
        var outer = _region;
        _region = [];
        _kept.Clear();
        for (int i = 0; i < body.Count; i++)
        {
            Forget(body[i]);
            _following.Push((body, i, isTurn));
            try
            {
                bool go = Statement(body[i]);
                DropTemporaries();
                if (!RowValues.IsQuiet(body[i]))
                {
                    _kept.Clear();
                }
                if (!go)
                {
                    break;
                }
            }
            catch (NotVectorised e) when (e.At.IsNone)
            {
                e.At = body[i].From.Span;
                throw;
            }
            finally
            {
                _following.Pop();
            }
        }
        // What is read in a part's branch lies in tensors that are free now.
        _reads.Clear();
        _kept.Clear();
        _free.UnionWith(_region);
        _region = outer;
    }

    /// <summary>False where nothing runs behind it.</summary>
    private bool Statement(Stmt s)
    {
        if (_done.Contains(s))
        {
            return true;
        }
        switch (s)
        {
            case Let x:
                _place = PlaceOf(x.Id) is >= 0 and var kept ? kept : MemoryOf(x.Id, x);
                Bind(x.Id, Expression(x.Value));
                _place = -1;
                return true;
            case Load x:
                var from = Address(x.Source);
                _place = from.Memory!.IsGlobal ? MemoryOf(x.Id, x) : -1;
                Bind(x.Id, Again(x, from) ?? (_inRow ? RowLoad(x, from) : LoadAt(from, x.Source.Type)));
                _place = -1;
                Remember(x, from);
                return true;
            case Store { Value: Cast { Operand.Type: ScalarType { Kind: Scalar.F32 } } cast } x when Scalars.IsSmallFloat(cast.Type):
                StoreRounded(x, cast);
                return true;
            case Store x:
                _place = x.Value is LetRef ? -1 : MemoryOf(x.Target, x);
                var value = Expression(x.Value);
                _place = -1;
                StoreAt(Address(x.Target), value, x.Target.Type);
                return true;
            case Atomic x:
                EmitAtomic(x);
                return true;
            case Call x:
                EmitCall(x);
                return true;
            case If x:
                EmitIf(x);
                return true;
            case Loop x:
                if (!EmitRow(x) && !ReducedTree(x))
                {
                    EmitLoop(x);
                }
                return true;
            case Break x:
                Leave(x.Values, isBreak: true);
                return false;
            case Continue x:
                Leave(x.Values, isBreak: false);
                return false;
            case Yield x:
                // The end of a loop's body: the next turn.
                Give(_contexts.Peek(), x.Values, isBreak: false, mustBeLanes: false);
                return true;
            case Return when _contexts.Count == 0 && IsLevel(_mask):
                Raw("return;");
                return false;
            case Return:
                throw new NotVectorised("a return of some lanes from inside a loop or branch");
            default:
                throw new NotVectorised(s is Ir.Switch ? "switch" : s is Invoke ? "a call of a function that could not be inlined" : s.GetType().Name);
        }
    }

    private void Bind(LetId id, Value v)
    {
        if (v.Kind is Kind.Uniform or Kind.Affine && !Scalars.IsSimple(v.Text))
        {
            string name = NewName();
            Line($"const {(v.Kind == Kind.Affine ? "int64_t" : v.Type == IrType.Bool ? "bool" : Scalars.Word(v.Type))} {name} = {v.Text};");
            v = v with { Text = name };
        }
        else if (v.Kind == Kind.Pointer && !Scalars.IsSimple(v.Text))
        {
            string name = NewName();
            Line($"const int64_t {name} = {v.Text};");
            v = v with { Text = name };
        }
        else if (v.Kind == Kind.Struct)
        {
            v = v with { Parts = [.. v.Parts.Select(Named)] };
        }
        Keep(v);
        _lets[id.Index] = v;
    }

    private Value Named(Value v)
    {
        if (v.Kind == Kind.Uniform && !Scalars.IsSimple(v.Text))
        {
            string name = NewName();
            Line($"const {(v.Type == IrType.Bool ? "bool" : Scalars.Word(v.Type))} {name} = {v.Text};");
            return v with { Text = name };
        }
        return v.Kind == Kind.Struct ? v with { Parts = [.. v.Parts.Select(Named)] } : v;
    }

    private static bool IsPure(EquatableArray<Stmt> arm) => arm.All(s => s is Let or Yield);

    private static EquatableArray<Expr> Yielded(EquatableArray<Stmt> arm) => arm.Count > 0 && arm[^1] is Yield y ? y.Values : [];

    private void EmitIf(If x)
    {
        var condition = Expression(x.Condition);
        if (condition.IsUniform)
        {
            EmitUniformIf(x, condition);
            return;
        }
        if (x.Results.Count > 0 && IsPure(x.Then) && IsPure(x.Else))
        {
            PureArm(x.Then);
            PureArm(x.Else);
            for (int i = 0; i < x.Results.Count; i++)
            {
                Bind(x.Results[i], SelectValue(condition, Expression(Yielded(x.Then)[i]), Expression(Yielded(x.Else)[i])));
            }
            return;
        }
        if (WrittenTree(x) || StoreChoices(x, condition) || FoldStep(x, condition))
        {
            return;
        }
        Keep(condition);
        var before = _mask;
        var then = Both(before, condition.Lanes!);
        bool thenLeaves = Flow.Leaves(x.Then);
        bool elseLeaves = !x.Else.IsEmpty && Flow.Leaves(x.Else);
        bool elseFirst = x.Results.Count > 0 && IsPure(x.Else);
        bool needsRest = (!x.Else.IsEmpty && !elseFirst) || thenLeaves;
        var rest = needsRest ? Without(before, condition.Lanes!) : before;
        if (thenLeaves || elseLeaves)
        {
            KeepMask(then);
            KeepMask(rest);
        }
        if (x.Then.Count > 0 && x.Then[^1] is Return && x.Else.IsEmpty && x.Results.Count == 0 && _contexts.Count == 0 && IsLevel(before))
        {
            if (x.Then.Count > 1)
            {
                ArmInto([.. x.Then.Take(x.Then.Count - 1)], then, [], guard: true);
            }
            _mask = rest;
            Line($"if (!({Any(rest)})) return;");
            _levels.Add(rest);
            return;
        }
        var joins = x.Results.Select(r => !LeavesInside(x) && MemoryOf(r, x) is >= 0 and var stored ? new Join(Value.Tensor(_kernel.TypeOf(r), stored)) : JoinOf(_kernel.TypeOf(r))).ToArray();
        bool atLevel = _contexts.Count == 0 ? before.IsBox && IsLevel(before) : ReferenceEquals(_contexts.Peek().Level, before);
        // An arm that only gives values gives them to all lanes first; the other one then takes its own.
        if (elseFirst)
        {
            ArmInto(x.Else, before, joins, guard: false);
            ArmInto(x.Then, then, joins, guard: true);
        }
        else
        {
            ArmInto(x.Then, then, joins, guard: true, atLevel);
            if (!x.Else.IsEmpty)
            {
                ArmInto(x.Else, rest, joins, guard: true, atLevel);
            }
        }
        for (int i = 0; i < joins.Length; i++)
        {
            _lets[x.Results[i].Index] = joins[i].Value;
        }
        _mask = before;
        if (thenLeaves || elseLeaves)
        {
            Left(atLevel, thenLeaves ? elseLeaves ? Without(before, before) : rest : then);
        }
        else if (LeavesInside(x))
        {
            if (_contexts.Count == 0 || _contexts.Peek().Turn < 0)
            {
                NeedBits();
            }
            _mask = Both(before, Full with { Bits = _contexts.Peek().Turn });
            KeepMask(_mask);
        }
    }

    private readonly HashSet<Mask> _levels = new(ReferenceEqualityComparer.Instance);

    private bool IsLevel(Mask m) => m.IsFull || _levels.Contains(m);

    private static bool LeavesInside(If x) => Inside(x.Then) || Inside(x.Else);

    private static bool Inside(EquatableArray<Stmt> body) => Flow.HasBreak(body) || Flow.HasContinue(body) || Flow.HasReturn(body);

    /// <summary>Lanes left by one arm; what stays goes on.</summary>
    private void Left(bool atLevel, Mask stays)
    {
        if (_contexts.Count == 0)
        {
            throw new NotVectorised("a return of some lanes");
        }
        var c = _contexts.Peek();
        if (c.Turn >= 0)
        {
            _mask = Both(_mask, Full with { Bits = c.Turn });
            KeepMask(_mask);
            return;
        }
        if (!atLevel || !stays.IsBox)
        {
            NeedBits();
        }
        _mask = stays;
        c.Level = stays;
        if (c.Limits.Length > 0)
        {
            // Nobody is left: what follows would be computed for no lane.
            Line($"if (!({Any(stays)})) break;");
        }
    }

    private void NeedBits()
    {
        if (_contexts.Count == 0)
        {
            throw new NotVectorised("a return of some lanes");
        }
        var c = _contexts.Peek();
        if (c.Plan!.NeedsBits)
        {
            throw new NotVectorised("a loop left in this way");
        }
        c.Plan.Diverges = true;
        c.Plan.NeedsBits = true;
        throw new PrintAgain();
    }

    private void KeepMask(Mask m) => Keep(Value.Of(m));

    private void PureArm(EquatableArray<Stmt> arm)
    {
        foreach (var s in arm.OfType<Let>())
        {
            Bind(s.Id, Expression(s.Value));
        }
    }

    private void ArmInto(EquatableArray<Stmt> arm, Mask mask, Join[] joins, bool guard, bool atLevel = false)
    {
        guard &= !IsPure(arm);
        var outer = _temporary;
        if (guard)
        {
            Line($"if ({Any(mask)}) {{");
            _indent++;
        }
        _temporary = [];
        _mask = mask;
        if (atLevel && _contexts.Count > 0 && Flow.Leaves(arm))
        {
            // Leaving as a whole from the loop's own level.
            _wholeArm = mask;
        }
        ArmBody(arm, joins, mask);
        _wholeArm = null;
        _temporary = outer;
        if (guard)
        {
            _indent--;
            Raw("}");
        }
    }

    private Mask? _wholeArm;

    /// <summary>An arm whose last statement may give values to places around it.</summary>
    private void ArmBody(EquatableArray<Stmt> arm, Join[] joins, Mask mask)
    {
        if (arm.Count > 0 && arm[^1] is Yield y)
        {
            var outer = _region;
            _region = [];
            _kept.Clear();
            Body2([.. arm.Take(arm.Count - 1)]);
            _kept.Clear();
            var values = y.Values.Select(Expression).ToArray();
            for (int i = 0; i < joins.Length; i++)
            {
                Assign(joins[i].Value, values[i], _mask);
            }
            DropTemporaries();
            _free.UnionWith(_region);
            _region = outer;
            return;
        }
        Body(arm);
    }

    // A body whose values live on in the region around.
    private void Body2(EquatableArray<Stmt> body)
    {
        for (int i = 0; i < body.Count; i++)
        {
            Forget(body[i]);
            _following.Push((body, i, false));
            try
            {
                Statement(body[i]);
            }
            catch (NotVectorised e) when (e.At.IsNone)
            {
                e.At = body[i].From.Span;
                throw;
            }
            finally
            {
                _following.Pop();
            }
            DropTemporaries();
        }
        _reads.Clear();
    }

    private Join JoinOf(IrType type)
    {
        if (type is StructType s)
        {
            return new Join(Value.Struct(s, s.Fields.Select(f => JoinOf(f.Type).Value)));
        }
        if (type == IrType.Bool)
        {
            return new Join(Value.Of(Full with { Bits = RegionSlot() }));
        }
        NeedLanes(type);
        return new Join(Value.Tensor(type, RegionSlot()));
    }

    /// <summary>Gives a place a value, for the lanes of a mask; other lanes keep theirs.</summary>
    private void Assign(Value place, Value value, Mask mask)
    {
        switch (place.Kind)
        {
            case Kind.Uniform:
                Line($"{place.Text} = {value.Text};");
                return;
            case Kind.Affine:
                Line($"{place.Text} = {Wide(value)};");
                return;
            case Kind.Pointer:
                Line($"{place.Text} = {value.Text};");
                return;
            case Kind.Struct:
                SamePieces(place, value);
                foreach (var (part, given) in place.Parts.Zip(value.Parts))
                {
                    Assign(part, given, mask);
                }
                return;
            case Kind.Mask:
                AssignBits(place.Lanes!.Bits, MaskOf(value), mask);
                return;
        }
        if (value.Kind == Kind.Tensor && value.Slot == place.Slot)
        {
            return;
        }
        if (Prefix(mask) is { } count)
        {
            if (value is { IsUniform: true })
            {
                Vector("Fill", Numbers(place.Slot, place.Type), Scalars.IsFloatLane(place.Type) ? value.Text : $"int32_t({value.Text})", count);
            }
            else
            {
                Vector("KpCopy", Numbers(place.Slot, place.Type), Numbers(Materialise(value), place.Type), count);
            }
            return;
        }
        int source = Materialise(value);
        Choose(place.Type, place.Slot, Bits(mask), source, place.Slot);
    }

    private void AssignBits(int to, Mask value, Mask mask)
    {
        int bits = Bits(value);
        if (!mask.IsFull)
        {
            int within = Bits(mask);
            bits = AndBits(bits, within);
            int old = AndBits(to, NotBits(within));
            Vector("Or", Words(to), Words(bits), Words(old), NWords);
            return;
        }
        Vector("Or", Words(to), Words(bits), Words(bits), NWords);
    }

    private void EmitUniformIf(If x, Value condition)
    {
        var before = _mask;
        Join[]? joins = null;
        // First the results' kinds: the arms are printed once to see.
        var state = Save();
        var kinds = new Value?[x.Results.Count];
        if (x.Results.Count > 0)
        {
            foreach (var arm in new[] { x.Then, x.Else })
            {
                if (Flow.Leaves(arm))
                {
                    continue;
                }
                var values = Try(arm);
                for (int i = 0; i < kinds.Length; i++)
                {
                    kinds[i] = Meet(kinds[i], values[i], _kernel.TypeOf(x.Results[i]));
                }
            }
            Restore(state);
            joins = [.. kinds.Select((k, i) => Declare(k!, _kernel.TypeOf(x.Results[i])))];
        }
        Line($"if ({condition.Text}) {{");
        _indent++;
        ArmBody(x.Then, joins ?? [], before);
        _mask = before;
        _indent--;
        if (!x.Else.IsEmpty)
        {
            Raw("} else {");
            _indent++;
            ArmBody(x.Else, joins ?? [], before);
            _mask = before;
            _indent--;
        }
        Raw("}");
        for (int i = 0; i < x.Results.Count; i++)
        {
            _lets[x.Results[i].Index] = joins![i].Value;
        }
        if (_contexts.Count > 0 && _contexts.Peek().Turn >= 0 && LeavesInside(x))
        {
            _mask = Both(before, Full with { Bits = _contexts.Peek().Turn });
            KeepMask(_mask);
        }
    }

    private Value[] Try(EquatableArray<Stmt> arm)
    {
        Body2([.. arm.Take(arm.Count - 1)]);
        return [.. Yielded(arm).Select(Expression)];
    }
}
