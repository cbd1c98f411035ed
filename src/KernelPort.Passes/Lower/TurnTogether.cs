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
            List<Expr> carried = [.. loop.Carried.Select(c => Ref(c.Id))], gone = [.. left.Select(Ref)];
            Yield Stay(EquatableArray<Expr> values) => new([.. values, Build.Bool(true), .. gone]);
            var ways = new Ways(results => new Yield([.. carried, Build.Bool(false), .. results]), Stay, Stay, [.. carried.Select(c => c.Type), IrType.Bool, .. gone.Select(g => g.Type)]);
            var any = New("any", IrType.I32);
            return loop with
            {
                Carried = [.. loop.Carried, new Carried(here, Build.Bool(true)), .. left.Select(l => new Carried(l, Zero(_lets[l.Index].Type)))],
                Body =
                [
                    new Call(any, Intrinsics.BarrierOr, [Ref(here)]) { From = from },
                    new If(new Binary(IrType.Bool, BinaryOp.Eq, Ref(any), Build.I32(0)), [new Break { Values = [.. gone] }], []) { From = from },
                    new If(Ref(here), Nest(loop.Body, ways), [new Yield([.. carried, Build.Bool(false), .. gone])]) { From = from, Results = [.. next, hereNext, .. leftNext] },
                    new Yield([.. next.Select(Ref), Ref(hereNext), .. leftNext.Select(Ref)]),
                ],
            };
        }

        /// <summary>What is yielded where a thread leaves the loop, goes on with its next turn, or comes to the end of the statements, given the values it has there.</summary>
        /// <param name="Types">Of all that is yielded.</param>
        private sealed record Ways(Func<EquatableArray<Expr>, Yield> Leave, Func<EquatableArray<Expr>, Yield> Turn, Func<EquatableArray<Expr>, Yield> End, EquatableArray<IrType> Types);

        /// <summary>The statements with a yield at every end, in place of breaks and continues.</summary>
        private EquatableArray<Stmt> Nest(EquatableArray<Stmt> body, Ways ways)
        {
            var result = new List<Stmt>();
            for (int i = 0; i < body.Count; i++)
            {
                switch (body[i])
                {
                    case Break b:
                        return [.. result, ways.Leave(b.Values)];
                    case Continue c:
                        return [.. result, ways.Turn(c.Values)];
                    case Yield y:
                        return [.. result, ways.End(y.Values)];
                    case If x when Flow.Leaves(x.Then) || Flow.Leaves(x.Else):
                        // What follows is for those of the other arm.
                        return Given(result, x with { Then = Nest(Followed(x.Then, x.Results, body, i + 1), ways), Else = Nest(Followed(x.Else, x.Results, body, i + 1), ways) }, ways);
                    case If x when Leaves(x.Then) || Leaves(x.Else):
                        // Some of an arm leave: what follows asks each thread.
                        var zeros = x.Results.Select(r => Zero(function.TypeOf(r))).ToList();
                        var inner = new Ways(
                            values => new Yield([.. ways.Leave(values).Values, Build.Bool(false), .. zeros]), values => new Yield([.. ways.Turn(values).Values, Build.Bool(false), .. zeros]),
                            values => new Yield([.. ways.Types.Select(Zero), Build.Bool(true), .. values]), [.. ways.Types, IrType.Bool, .. x.Results.Select(function.TypeOf)]);
                        var names = inner.Types.Select(t => New("next", t)).ToList();
                        int own = ways.Types.Count;
                        result.Add(x with { Then = Nest(x.Then, inner), Else = Nest(x.Else, inner), Results = [.. names] });
                        EquatableArray<Stmt> rest = [.. x.Results.Select((r, k) => (Stmt)new Let(r, Ref(names[own + 1 + k]))), .. body.Skip(i + 1)];
                        return Given(result, new If(Ref(names[own]), Nest(rest, ways), [new Yield([.. names.Take(own).Select(Ref)])]) { From = x.From }, ways);
                    case Switch w when w.Cases.Any(c => Flow.HasContinue(c.Body)):
                        throw new Irregular();
                    default:
                        result.Add(body[i]);
                        break;
                }
            }
            return [.. result, ways.End([])];
        }

        /// <summary>Statements that end with a condition, whose results they give.</summary>
        private EquatableArray<Stmt> Given(List<Stmt> before, If last, Ways ways)
        {
            var results = ways.Types.Select(t => New("next", t)).ToEquatable();
            return [.. before, last with { Results = results }, new Yield(results.Select(Ref).ToEquatable())];
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

        private static Expr Zero(IrType type) => HasZero(type) ? Build.Zero(type) : throw new Irregular();

        private static bool HasZero(IrType type) => type is ScalarType or PointerType || (type is StructType s && s.Fields.All(f => HasZero(f.Type)));

        private Expr Ref(LetId id) => new LetRef(_lets[id.Index].Type, id);

        private LetId New(string name, IrType type)
        {
            _lets.Add(new NamedValue(name, type));
            return new LetId(_lets.Count - 1);
        }
    }
}
