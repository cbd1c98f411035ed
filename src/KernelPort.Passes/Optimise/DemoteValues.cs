using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>Brings value form back to variables, for printers: `y = if (c) yield 1 else yield 2` becomes `if (c) v = 1; else v = 2; y = v`.</summary>
public sealed class DemoteValues : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(f).Run()).ToEquatable() };

    private sealed class Work(Function function)
    {
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
        private IEnumerable<Stmt> Stores(VariableId[] to, EquatableArray<Expr> values, Origin from) =>
            to.Select((v, i) => new Store(At(v), values[i]) { From = from });

        private IEnumerable<Stmt> Loads(IEnumerable<LetId> ids, VariableId[] from) => ids.Select((id, i) => new Load(id, At(from[i])));

        private EquatableArray<Stmt> Statements(EquatableArray<Stmt> body, VariableId[] yields)
        {
            var result = new List<Stmt>();
            foreach (var s in body)
            {
                switch (s)
                {
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
            var results = New(x.Results);
            result.AddRange(Stores(carried, x.Carried.Select(c => c.Initial).ToEquatable(), x.From));
            _breakables.Push((results, carried));
            EquatableArray<Stmt> body = [.. Loads(x.Carried.Select(c => c.Id), carried), .. Statements(x.Body, carried)];
            result.Add(x with { Body = body, Continuing = Statements(x.Continuing, []), Carried = [], Results = [] });
            _breakables.Pop();
            result.AddRange(Loads(x.Results, results));
        }
    }
}
