using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>Brings value form back to variables, for printers: `y = if (c) yield 1 else yield 2` becomes `if (c) v = 1; else v = 2; y = v`.</summary>
public sealed class DemoteValues : IPass
{
    /// <summary>Loops as people write them: what a loop gives is the variable it carried, where it gives no more; a value that is only handed on is computed into its variable; the
    /// number that ends the loop is counted by its step.</summary>
    public bool WritesLoops { get; init; }

    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(f, WritesLoops).Run()).ToEquatable() };

    private sealed class Work(Function function, bool writesLoops)
    {
        private readonly HandedOn? _handed = writesLoops ? HandedOn.In(function) : null;
        private readonly List<Variable> _variables = [.. function.Variables];
        private readonly Stack<(VariableId[] Results, VariableId[]? Carried)> _breakables = new();

        public Function Run()
        {
            var body = Statements(function.Body, []);
            return function with { Body = body, Variables = _variables.ToEquatable() };
        }

        private VariableId[] New(IEnumerable<LetId> ids) => [.. ids.Select(id =>
        {
            _variables.Add(new Variable(function.Lets[id.Index].Name, function.TypeOf(id), AddressSpace.Local));
            return new VariableId(_variables.Count - 1);
        })];

        private VariablePlace At(VariableId id) => new(_variables[id.Index].Type, id);

        // The values name lets, never the variables, so the order of the stores does not matter.
        private IEnumerable<Store> Stores(VariableId[] to, EquatableArray<Expr> values, Origin from) =>
            to.Select((v, i) => new Store(At(v), _handed?.Written(values[i]) ?? values[i]) { From = from });

        private IEnumerable<Stmt> Loads(IEnumerable<LetId> ids, VariableId[] from) => ids.Select((id, i) => new Load(id, At(from[i])));

        private EquatableArray<Stmt> Statements(EquatableArray<Stmt> body, VariableId[] yields)
        {
            var result = new List<Stmt>();
            foreach (var s in body)
            {
                switch (s)
                {
                    case Let x when _handed is not null && _handed.IsOnlyHanded(x.Id):
                        break;
                    case If x:
                        var given = New(x.Results);
                        result.Add(x with { Then = Statements(x.Then, given), Else = Statements(x.Else, given), Results = [] });
                        if (!Flow.Leaves(x))
                        {
                            result.AddRange(Loads(x.Results, given));
                        }
                        break;
                    case Loop x:
                        Repeat(x, result);
                        break;
                    case Switch x:
                        _breakables.Push(([], null));
                        result.Add(x with { Cases = x.Cases.Select(c => c with { Body = Statements(c.Body, []) }).ToEquatable() });
                        _breakables.Pop();
                        break;
                    case Yield x:
                        result.AddRange(Stores(yields, x.Values, x.From));
                        break;
                    case Break x when _handed is not null && _breakables.Peek() is { Carried: { } carried } loop:
                        result.AddRange(Stores(loop.Results, x.Values, x.From).Where((_, i) => !carried.Contains(loop.Results[i])));
                        result.Add(x with { Values = [] });
                        break;
                    case Break x:
                        result.AddRange(Stores(_breakables.Peek().Results, x.Values, x.From));
                        result.Add(x with { Values = [] });
                        break;
                    case Continue x:
                        result.AddRange(Stores(_breakables.First(b => b.Carried is not null).Carried!, x.Values, x.From));
                        result.Add(x with { Values = [] });
                        break;
                    default:
                        result.Add(s);
                        break;
                }
            }
            return result.ToEquatable();
        }

        private void Repeat(Loop x, List<Stmt> result)
        {
            var carried = New(x.Carried.Select(c => c.Id));
            var same = _handed is null ? [] : HandedOn.SharedResults(x);
            var results = x.Results.Select((id, i) => same.TryGetValue(i, out int c) ? carried[c] : New([id])[0]).ToArray();
            int step = _handed is null ? -1 : _handed.Step(x);
            result.AddRange(Stores(carried, x.Carried.Select(c => c.Initial).ToEquatable(), x.From).Select((s, i) => (s, i)).OrderBy(s => s.i == step).Select(s => s.s));
            _breakables.Push((results, carried));
            var yield = _handed is not null && x.Body is [.., Yield y] ? y : null;
            EquatableArray<Stmt> body = [.. Loads(x.Carried.Select(c => c.Id), carried), .. Statements(yield is null ? x.Body : x.Body.AsSpan()[..^1].ToArray().ToEquatable(), carried)];
            var continuing = Statements(x.Continuing, []);
            if (yield is not null)
            {
                var next = Stores(carried, yield.Values, yield.From).Select((s, i) => (s, x.Carried[i].Id)).ToList();
                body = [.. body, .. HandedOn.InOrder(next.Where((_, i) => i != step))];
                continuing = step >= 0 ? [next[step].s] : continuing;
            }
            result.Add(x with { Body = body, Continuing = continuing, Carried = [], Results = [] });
            _breakables.Pop();
            result.AddRange(Loads(x.Results, results));
        }
    }
}
