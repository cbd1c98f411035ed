using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Optimise;

/// <summary>Writes a loop's turns one after the other where literals tell how many there are: `for (i = 0; i &lt; 2; i++) f(i)` becomes `f(0); f(1)`.</summary>
public sealed class UnrollLoops : IPass
{
    // What `#pragma unroll` may grow to, and what a loop without it may.
    private const int MaxTurns = 256;
    private const int MaxSize = 8192;

    /// <summary>How many turns a loop without `#pragma unroll` may have.</summary>
    public int TurnsUnasked { get; init; } = 8;

    /// <summary>How many nodes such a loop may grow to.</summary>
    public int SizeUnasked { get; init; } = 160;

    /// <summary>The block's size, where it is known: `for (i = threadIdx.x; i &lt; 512; i += 256)` has as many turns for every thread.</summary>
    public (int X, int Y, int Z)? Block { get; init; }

    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(f, TurnsUnasked, SizeUnasked, new Ranges(f, Block)).Run()).ToEquatable() };

    private sealed class Work(Function function, int turnsUnasked, int sizeUnasked, Ranges ranges) : Rewriter
    {
        private readonly List<NamedValue> _lets = [.. function.Lets];
        private readonly HashSet<int> _plain = PlainVariables.Of(function);

        public Function Run()
        {
            var body = Statements(function.Body);
            return function with { Body = body, Lets = _lets.ToEquatable() };
        }

        protected override EquatableArray<Stmt> Statements(EquatableArray<Stmt> body)
        {
            body = base.Statements(body);
            List<Stmt>? changed = null;
            for (int i = 0; i < body.Count; i++)
            {
                if (body[i] is Loop loop && Unroll(loop, Known(changed ?? body.AsSpan()[..i].ToArray().ToList())) is { } turns)
                {
                    changed ??= [.. body.AsSpan()[..i]];
                    changed.AddRange(turns);
                    continue;
                }
                changed?.Add(body[i]);
            }
            return changed is null ? body : changed.ToEquatable();
        }

        /// <summary>What plain variables hold behind these statements.</summary>
        private Dictionary<int, Expr> Known(List<Stmt> before)
        {
            var known = new Dictionary<int, Expr>();
            foreach (var s in before)
            {
                if (s is Store { Target: VariablePlace v, Value: var value } && ranges.Of(value) is not null && _plain.Contains(v.Id.Index))
                {
                    known[v.Id.Index] = value;
                    continue;
                }
                foreach (int stored in StoredVariables.In(s))
                {
                    known.Remove(stored);
                }
            }
            return known;
        }

        private List<Stmt>? Unroll(Loop loop, Dictionary<int, Expr> known)
        {
            if (!loop.Carried.IsEmpty || !loop.Results.IsEmpty || known.Count == 0 || Flow.HasContinue(loop.Body))
            {
                return null;
            }
            bool asked = loop.Unroll is not null;
            int most = loop.Unroll is > 0 and var n ? n : asked ? MaxTurns : turnsUnasked;
            int size = CodeSize.Of(loop.Body) + CodeSize.Of(loop.Continuing);
            most = Math.Min(most, (asked ? MaxSize : sizeUnasked) / Math.Max(1, size));
            int mark = _lets.Count;
            var turns = new List<Stmt>();
            // One turn more than allowed, because the last one only finds that it is over.
            for (int turn = 0; turn <= most; turn++)
            {
                var copy = new FreshCopy(_lets, _lets);
                if (!Turn(copy, [.. loop.Body, .. loop.Continuing], known, turns, out bool over))
                {
                    break;
                }
                if (over)
                {
                    return turns;
                }
            }
            _lets.RemoveRange(mark, _lets.Count - mark);
            return null;
        }

        /// <summary>Copies one turn; false where it cannot be told whether the loop goes on.</summary>
        private bool Turn(FreshCopy copy, List<Stmt> body, Dictionary<int, Expr> known, List<Stmt> turns, out bool over)
        {
            over = false;
            foreach (var s in body)
            {
                switch (s)
                {
                    case Break:
                        over = true;
                        return true;
                    case If { Then: [Break], Else.IsEmpty: true } x:
                        if (ranges.Decide(ConstantFolding.FoldTree(copy.Expression(x.Condition))) is not { } leaves)
                        {
                            return false;
                        }
                        if (leaves)
                        {
                            over = true;
                            return true;
                        }
                        break;
                    case Let x:
                        var value = ConstantFolding.FoldTree(copy.Expression(x.Value));
                        if (value is Literal)
                        {
                            copy.Values[x.Id] = value;
                        }
                        turns.Add(new Let(copy.Rename(x.Id), value) { From = x.From });
                        break;
                    case Load { Source: VariablePlace v } x when known.TryGetValue(v.Id.Index, out var literal):
                        copy.Values[x.Id] = literal;
                        break;
                    case Store { Target: VariablePlace v } x:
                        value = ConstantFolding.FoldTree(copy.Expression(x.Value));
                        turns.Add(x with { Value = value });
                        Remember(known, v, value);
                        break;
                    default:
                        if (s is If && Flow.HasBreak([s]))
                        {
                            return false;
                        }
                        // What it stores somewhere inside is not known there nor behind it.
                        foreach (int stored in StoredVariables.In(s))
                        {
                            known.Remove(stored);
                        }
                        turns.Add(copy.Copy(s));
                        break;
                }
            }
            return true;
        }

        private void Remember(Dictionary<int, Expr> known, VariablePlace v, Expr value)
        {
            // Known holds plain variables only, so a new one may be any: it is looked up by loads of the whole alone.
            if (ranges.Of(value) is not null && known.ContainsKey(v.Id.Index))
            {
                known[v.Id.Index] = value;
            }
            else
            {
                known.Remove(v.Id.Index);
            }
        }
    }
}
