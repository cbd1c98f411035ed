using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Lower;

/// <summary>
/// A loop in value form in which threads meet and which some leave before others becomes one that the whole block turns until nobody is left in it:
/// `while (c) rest` is `while (any(here)) if (here) { if (!c) here = false; else rest }`. What is left for <see cref="SplitAtBarriers"/> are conditions that part threads.
/// </summary>
public sealed class TurnTogether(int x, int y, int z) : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => f.IsKernel ? new Work(f, LaneShapes.Of(f, (x, y, z), 1)).Run() : f).ToEquatable() };

    /// <summary>A form that these statements do not have.</summary>
    private sealed class Irregular : Exception;

    private sealed class Meetings : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement) => Found |= statement is Call c && c.Intrinsic.Effect.HasFlag(Effect.Convergent);

        public static bool Any(Loop loop)
        {
            var finder = new Meetings();
            finder.Walk(loop);
            return finder.Found;
        }
    }

    private sealed class Work(Function function, LaneShapes shapes) : Rewriter
    {
        private readonly List<NamedValue> _lets = [.. function.Lets];

        public Function Run() => Rewrite(function) with { Lets = _lets.ToEquatable() };

        // Whether lanes part is known of the loop as it was.
        protected override Stmt Children(Stmt statement)
        {
            var rebuilt = base.Children(statement);
            if (statement is not Loop { Continuing.IsEmpty: true } loop || !shapes.IsMasked(loop) || Flow.HasReturn([loop]) || !Meetings.Any(loop))
            {
                return rebuilt;
            }
            try
            {
                return Together((Loop)rebuilt);
            }
            catch (Irregular)
            {
                return rebuilt;
            }
        }

        private Loop Together(Loop loop)
        {
            var from = loop.From;
            var here = New("here", IrType.Bool);
            var left = loop.Results.Select(r => New(function.Lets[r.Index].Name, function.TypeOf(r))).ToList();
            var next = loop.Carried.Select(c => New(function.Lets[c.Id.Index].Name, function.TypeOf(c.Id))).ToList();
            var (hereNext, leftNext) = (New("here", IrType.Bool), left.Select(l => New(_lets[l.Index].Name, _lets[l.Index].Type)).ToList());
            var values = new Ways(loop.Carried.Select(c => Ref(c.Id)).ToList(), left.Select(Ref).ToList());
            var any = New("any", IrType.I32);
            return loop with
            {
                Carried = [.. loop.Carried, new Carried(here, Build.Bool(true)), .. left.Select(l => new Carried(l, Zero(_lets[l.Index].Type)))],
                Body =
                [
                    new Call(any, Intrinsics.BarrierOr, [Ref(here)]) { From = from },
                    new If(new Binary(IrType.Bool, BinaryOp.Eq, Ref(any), Build.I32(0)), [new Break { Values = left.Select(Ref).ToEquatable() }], []) { From = from },
                    new If(Ref(here), Nest(loop.Body, 0, values), [new Yield([.. values.Carried, Build.Bool(false), .. values.Left])]) { From = from, Results = [.. next, hereNext, .. leftNext] },
                    new Yield([.. next.Select(Ref), Ref(hereNext), .. leftNext.Select(Ref)]),
                ],
            };
        }

        /// <summary>What a thread has that stays in the loop, and what one that left.</summary>
        private sealed record Ways(List<Expr> Carried, List<Expr> Left)
        {
            public Yield Stay(EquatableArray<Expr> carried) => new([.. carried, Build.Bool(true), .. Left]);

            public Yield Leave(EquatableArray<Expr> results) => new([.. Carried, Build.Bool(false), .. results]);
        }

        /// <summary>The statements from one on, with a yield at every end in place of breaks and continues.</summary>
        private EquatableArray<Stmt> Nest(EquatableArray<Stmt> body, int start, Ways ways)
        {
            var result = new List<Stmt>();
            for (int i = start; i < body.Count; i++)
            {
                switch (body[i])
                {
                    case Break b:
                        return [.. result, ways.Leave(b.Values)];
                    case Continue c:
                        return [.. result, ways.Stay(c.Values)];
                    case Yield y:
                        return [.. result, ways.Stay(y.Values)];
                    case If x when Leaves(x.Then) || Leaves(x.Else):
                        // What follows is for those who did not leave: for one arm's.
                        bool then = Flow.Leaves(x.Then);
                        var (gone, rest) = then ? (x.Then, x.Else) : (x.Else, x.Then);
                        if (!Flow.Leaves(gone))
                        {
                            throw new Irregular();
                        }
                        var (arm, other) = (Nest(gone, 0, ways), Nest(Followed(rest, x.Results, body, i + 1), 0, ways));
                        var results = ((Yield)arm[^1]).Values.Select(v => New("next", v.Type)).ToEquatable();
                        return [.. result, x with { Then = then ? arm : other, Else = then ? other : arm, Results = results }, new Yield(results.Select(Ref).ToEquatable())];
                    default:
                        result.Add(body[i]);
                        break;
                }
            }
            throw new Irregular();
        }

        /// <summary>An arm with what stands behind its condition.</summary>
        private static EquatableArray<Stmt> Followed(EquatableArray<Stmt> arm, EquatableArray<LetId> results, EquatableArray<Stmt> body, int next)
        {
            if (Flow.Leaves(arm))
            {
                return arm;
            }
            var given = arm is [.., Yield y] ? y.Values : [];
            IEnumerable<Stmt> own = given.Count > 0 || arm is [.., Yield] ? arm.Take(arm.Count - 1) : arm;
            return [.. own, .. results.Select((r, i) => (Stmt)new Let(r, given[i])), .. body.Skip(next)];
        }

        private static bool Leaves(EquatableArray<Stmt> body) => Flow.HasBreak(body) || Flow.HasContinue(body);

        private static Expr Zero(IrType type) => type is StructType s ? new Aggregate(s, s.Fields.Select(f => Zero(f.Type)).ToEquatable()) : type is ScalarType or PointerType ? new Literal(type, 0) : throw new Irregular();

        private Expr Ref(LetId id) => new LetRef(_lets[id.Index].Type, id);

        private LetId New(string name, IrType type)
        {
            _lets.Add(new NamedValue(name, type));
            return new LetId(_lets.Count - 1);
        }
    }
}
