using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Backends.Cpu;

/// <summary>Loops that all lanes leave together are loops; the others run while any lane is in them, without masks as long as all are.</summary>
internal sealed partial class VectorEmitter
{
    private void EmitLoop(Loop x)
    {
        var carried = x.Carried.Select(c => SlotFor(c.Id, false)).ToArray();
        var results = x.Results.Select(r => SlotFor(r, _crossing is not null && _crossing.Contains(r) && !_frame.Shapes.Of(r).IsOfBlock)).ToArray();
        if (_frame.Shapes.IsMasked(x) && RowLoop.Is(x) && Array.TrueForAll(results, r => r is { Shape.IsVarying: true, Parts: null }) && TryLaneByLane(x, results))
        {
            return;
        }
        WriteAll(carried, x.Carried.Select(c => c.Initial).ToEquatable(), null);
        string[] before = _mask;
        bool occupied = _occupied;
        string exit = Label();
        var steps = NoteSteps(x);
        if (_frame.Shapes.IsMasked(x))
        {
            MaskedLoop(x, carried, results, exit);
        }
        else
        {
            UniformLoop(x, carried, results, exit);
        }
        steps.ForEach(id => _steps.Remove(id));
        Begin(exit);
        _mask = before;
        _occupied = occupied;
        if (Flow.HasReturn([x]))
        {
            Refresh(before);
        }
        for (int i = 0; i < results.Length; i++)
        {
            _frame.Lets[x.Results[i].Index] = Read(results[i]);
        }
    }

    private void ReadCarried(Loop x, Slot[] carried)
    {
        for (int i = 0; i < carried.Length; i++)
        {
            _frame.Lets[x.Carried[i].Id.Index] = Read(carried[i]);
        }
    }

    private void UniformLoop(Loop x, Slot[] carried, Slot[] results, string exit)
    {
        string head = Label();
        string next = Label();
        string[] mask = _mask;
        bool occupied = _occupied;
        Go(head);
        Begin(head);
        ReadCarried(x, carried);
        _frame.Leavables.Push(new Leavable(true, null, null, next, exit, carried, results));
        _frame.Yields.Push(carried);
        Body(x.Body);
        Go(next);
        Begin(next);
        _mask = mask;
        _occupied = occupied;
        Body(x.Continuing);
        _frame.Yields.Pop();
        _frame.Leavables.Pop();
        // A lane's turns are few instructions each, and wait for the sum of the turn before: of several written out, more rows are in flight at once.
        Go(head, _frame.IsOneLane ? VectorKernel.Unrolled : "");
    }

    private void MaskedLoop(Loop x, Slot[] carried, Slot[] results, string exit)
    {
        string slow = Label();
        if (Guarded(x) is { } guard && IsAll(_mask) && _occupied && _twice < MaxTwiceDepth)
        {
            WholeTurns(x, guard, carried, results, slow, exit);
        }
        else
        {
            Go(slow);
        }
        Begin(slow);
        string[] before = _mask;
        var loop = new Leavable(true, NewMask(before), NewMask(before), "", exit, carried, results);
        string head = Label();
        string body = Label();
        Go(head);
        Begin(head);
        string[] inside = ReadMask(loop.Inside!);
        Branch(Any(inside), body, exit);
        Begin(body);
        WriteMask(loop.Turn!, inside);
        _mask = inside;
        _occupied = true;
        ReadCarried(x, carried);
        _frame.Leavables.Push(loop);
        _frame.Yields.Push(carried);
        MaskedTurn(x);
        // Lanes that continued come back for the step.
        _mask = ReadMask(loop.Inside!);
        WriteMask(loop.Turn!, _mask);
        _occupied = false;
        Body(x.Continuing);
        _frame.Yields.Pop();
        _frame.Leavables.Pop();
        Go(head);
    }

    /// <summary>What a turn hands on is of no interest to lanes that left, but lanes that continued have handed on their own.</summary>
    private void MaskedTurn(Loop x)
    {
        bool continues = Flow.HasContinue(x.Body);
        foreach (var s in x.Body)
        {
            if (s is Yield y)
            {
                WriteAll(_frame.Yields.Peek(), y.Values, continues ? _mask : null);
                continue;
            }
            Statement(s);
        }
    }

    /// <summary>Where in its body a loop is left, if it is nowhere else, and nothing before has an effect.</summary>
    private static int? Guarded(Loop x)
    {
        for (int i = 0; i < x.Body.Count; i++)
        {
            switch (x.Body[i])
            {
                case Let or Load { Volatile: false }:
                    break;
                case If { Results.IsEmpty: false } blend when !Flow.HasBreak([blend]) && IsPure(blend):
                    break;
                case If { Then: [Break], Else.IsEmpty: true }:
                    var rest = x.Body.Skip(i + 1).ToEquatable();
                    return Flow.HasBreak(rest) || Flow.HasContinue(rest) || Flow.HasReturn(rest) || CodeSize.Of(x.Body) > MaxTwice || x.Continuing.Count > 0 ? null : i;
                default:
                    return null;
            }
        }
        return null;
    }

    private static bool IsPure(If x) => x.Then.Concat(x.Else).All(s => s is Let or Yield or Load { Volatile: false } || (s is If inner && IsPure(inner)));

    /// <summary>Turns for all lanes, until one wants to leave; unless all do, that turn is begun again under masks.</summary>
    private void WholeTurns(Loop x, int guard, Slot[] carried, Slot[] results, string slow, string exit)
    {
        string head = Label();
        string go = Label();
        string some = Label();
        string together = Label();
        Go(head);
        Begin(head);
        ReadCarried(x, carried);
        _twice++;
        _frame.Yields.Push(carried);
        Body(x.Body.Take(guard).ToEquatable());
        var leaving = ((If)x.Body[guard]).Condition;
        Branch(Decided(leaving, false) ?? Any(Lanes(Expression(leaving))), some, go);
        Begin(some);
        Branch(Decided(leaving, true) ?? All(Lanes(Expression(leaving))), together, slow);
        Begin(together);
        WriteAll(results, ((Break)((If)x.Body[guard]).Then[0]).Values, null);
        Go(exit);
        Begin(go);
        Body(x.Body.Skip(guard + 1).ToEquatable());
        _frame.Yields.Pop();
        _twice--;
        Go(head);
    }

    private void EmitSwitch(Ir.Switch x)
    {
        var value = Expression(x.Value);
        string word = Word(value.Type);
        string[] before = _mask;
        bool occupied = _occupied;
        string[] none = [.. before.Select(_ => Off)];
        var place = new Leavable(false, NewMask(none), NewMask(none), "", "", [], []);
        // Lanes inside the switch at this point: they entered at a label above and did not break.
        string[] rest = before;
        var entering = new List<string[]>();
        foreach (var c in x.Cases)
        {
            string[] here = none;
            foreach (ulong label in c.Labels)
            {
                string number = Splat(word, Build.Invariant($"{Build.AsInt(new Literal(value.Type, label))}"));
                here = [.. here.Select((h, u) => Assign($"or {MaskType} {h}, {Assign($"icmp eq {Vector(word)} {Varying(At(value, u))}, {number}")}"))];
            }
            here = And(here, before);
            rest = AndNot(rest, here);
            entering.Add(here);
        }
        _frame.Leavables.Push(place);
        for (int i = 0; i < x.Cases.Count; i++)
        {
            string[] joined = [.. ReadMask(place.Turn!).Select((m, u) => Assign($"or {MaskType} {m}, {entering[i][u]}"))];
            if (x.Cases[i].IsDefault)
            {
                joined = [.. joined.Select((m, u) => Assign($"or {MaskType} {m}, {rest[u]}"))];
            }
            WriteMask(place.Inside!, joined);
            WriteMask(place.Turn!, joined);
            Arm(joined, x.Cases[i].Body);
        }
        _frame.Leavables.Pop();
        _mask = before;
        _occupied = occupied;
        if (Flow.HasReturn([x]) || x.Cases.Any(c => Flow.HasContinue(c.Body)))
        {
            Refresh(before);
        }
    }

    private void EmitInvoke(Invoke x)
    {
        var callee = _module.Find(x.Function) ?? throw new System.Diagnostics.UnreachableException(x.Function);
        var arguments = x.Arguments.Select(Expression).ToArray();
        var (caller, before, occupied, crossing) = (_frame, _mask, _occupied, _crossing);
        _crossing = null;
        _frame = new Frame(callee, LaneShapes.Of(callee, (_block.X, _block.Y, _block.Z), _width, called: true), _block);
        _frame.Live = NewMask(before);
        _frame.Result = callee.ReturnType is VoidType ? null : NewSlot(callee.ReturnType, LaneShape.Varying, false);
        for (int i = 0; i < arguments.Length; i++)
        {
            _frame.Lets[callee.Parameters[i].Index] = arguments[i];
        }
        DeclareVariables();
        Body(callee.Body);
        var result = _frame.Result is { } slot ? Read(slot) : null;
        // A function's return ends nothing of its caller.
        (_frame, _mask, _occupied, _crossing) = (caller, before, occupied, crossing);
        if (x.Result is { } id)
        {
            Bind(id, result!);
        }
    }
}
