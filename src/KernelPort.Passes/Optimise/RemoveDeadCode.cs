using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Optimise;

/// <summary>Removes what nobody sees: unused values and loads, stores into variables nobody reads, empty ifs, code behind a return: `return; x = 1` becomes `return`.</summary>
public sealed class RemoveDeadCode : IPass
{
    public Module Run(Module module)
    {
        var cleaned = module with { Functions = module.Functions.Select(Clean).ToEquatable() };
        return cleaned with { Functions = cleaned.Functions.Where(f => f.IsKernel || IsCalled(cleaned, f.Name)).ToEquatable() };
    }

    private static bool IsCalled(Module module, string name) => !module.Kernels.Any() || module.Kernels.Any(k => Reaches(module, k, name, []));

    private static bool Reaches(Module module, Function from, string name, HashSet<string> seen) =>
        Calls.Of(from).Any(c => c == name || (seen.Add(c) && module.Find(c) is { } f && Reaches(module, f, name, seen)));

    private static Function Clean(Function f)
    {
        // An if that became empty frees its condition, so once more while something goes.
        for (int before = -1, size = int.MaxValue; size != before;)
        {
            before = size;
            f = f with { Body = new Sweep(LiveValues.Of(f)).Body(f.Body) };
            size = CodeSize.Of(f.Body);
        }
        return f;
    }

    private sealed class Sweep(LiveValues live)
    {
        private readonly Stack<Loop?> _breakables = new();

        public EquatableArray<Stmt> Body(EquatableArray<Stmt> body)
        {
            var kept = new List<Stmt>();
            foreach (var s in body)
            {
                if (Keep(s) is { } next)
                {
                    kept.Add(next);
                    if (Flow.Leaves(next))
                    {
                        break;
                    }
                }
            }
            return kept.ToEquatable();
        }

        private Stmt? Keep(Stmt s)
        {
            switch (s)
            {
                case Let x:
                    return live.Contains(x.Id) ? x : null;
                case Load { Volatile: false } x:
                    return live.Contains(x.Id) ? x : null;
                case Store { Volatile: false, Target: VariablePlace v } x:
                    return live.IsRead(v.Id) ? x : null;
                case If x:
                    var used = Kept(x.Results);
                    var cleaned = x with { Then = Yields(Body(x.Then), used), Else = Yields(Body(x.Else), used), Results = Pick(x.Results, used) };
                    return cleaned.Then.IsEmpty && cleaned.Else.IsEmpty ? null : cleaned;
                case Loop x:
                    _breakables.Push(x);
                    used = Kept(x.Carried.Select(c => c.Id));
                    var loop = x with { Body = Yields(Body(x.Body), used), Continuing = Body(x.Continuing), Carried = Pick(x.Carried, used), Results = Pick(x.Results, Kept(x.Results)) };
                    _breakables.Pop();
                    return loop;
                case Switch x:
                    _breakables.Push(null);
                    var result = x with { Cases = x.Cases.Select(c => c with { Body = Body(c.Body) }).ToEquatable() };
                    _breakables.Pop();
                    return result;
                case Break x:
                    return _breakables.Peek() is { } left ? x with { Values = Pick(x.Values, Kept(left.Results)) } : x;
                case Continue x:
                    return x with { Values = Pick(x.Values, Kept(_breakables.First(b => b is not null)!.Carried.Select(c => c.Id))) };
                default:
                    return s;
            }
        }

        private bool[] Kept(IEnumerable<LetId> ids) => [.. ids.Select(live.Contains)];

        private static EquatableArray<T> Pick<T>(EquatableArray<T> items, bool[] kept) => kept.All(k => k) ? items : items.Where((_, i) => kept[i]).ToEquatable();

        private static EquatableArray<Stmt> Yields(EquatableArray<Stmt> body, bool[] kept)
        {
            if (body.IsEmpty || body[^1] is not Yield y)
            {
                return body;
            }
            var values = Pick(y.Values, kept);
            IEnumerable<Stmt> rest = body.AsSpan()[..^1].ToArray();
            return (values.IsEmpty ? rest : rest.Append(y with { Values = values })).ToEquatable();
        }
    }
}
