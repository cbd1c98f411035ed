using KernelPort.Core;
using KernelPort.Ir;
using KernelPort.Passes.Analyses;

namespace KernelPort.Passes.Optimise;

/// <summary>Brings local variables into value form: `if (c) x = 1; use(x)` becomes `y = if (c) yield 1 else yield x0; use(y)`. A loop's continuing part joins its
/// body first. Variables stored in a switch, or in a loop whose continuing part cannot be moved, stay in memory.</summary>
public sealed class PromoteVariables : IPass
{
    public Module Run(Module module) => module with { Functions = module.Functions.Select(f => new Work(JoinContinuing.Run(f)).Run()).ToEquatable() };

    private sealed class Work
    {
        private readonly Function _function;
        private readonly List<NamedValue> _lets;
        private readonly int[] _promoted;
        private readonly Replace _replace = new();
        private readonly Stack<int[]> _carried = new();
        private Dictionary<int, Expr> _values = [];

        public Work(Function function)
        {
            _function = function;
            _lets = [.. function.Lets];
            var kept = new StaysInMemory();
            kept.Walk(function);
            _promoted = [.. PlainVariables.Of(function).Where(v => !kept.Variables.Contains(v)).Order()];
        }

        private sealed class Replace : Rewriter
        {
            public Dictionary<LetId, Expr> By { get; } = [];

            public Stmt Children(Stmt s, bool _) => Children(s);

            protected override Expr Leave(Expr expression) => expression is LetRef r && By.TryGetValue(r.Id, out var value) ? value : expression;
        }

        public Function Run()
        {
            if (_promoted.Length == 0)
            {
                return _function;
            }
            foreach (int v in _promoted)
            {
                _values[v] = new Undefined(_function.Variables[v].Type);
            }
            var body = new List<Stmt>();
            Statements(_function.Body, body);
            return _function with { Body = body.ToEquatable(), Lets = _lets.ToEquatable() };
        }

        private LetId New(string name, IrType type)
        {
            _lets.Add(new NamedValue(name, type));
            return new LetId(_lets.Count - 1);
        }

        private LetId NewFor(int variable) => New(_function.Variables[variable].Name, _function.Variables[variable].Type);

        private LetRef Ref(LetId id) => new(_lets[id.Index].Type, id);

        private EquatableArray<Expr> ValuesOf(int[] variables) => variables.Select(v => _values[v]).ToEquatable();

        /// <summary>Rewrites a list; false where its end is never reached.</summary>
        private bool Statements(EquatableArray<Stmt> body, List<Stmt> result)
        {
            foreach (var s in body)
            {
                if (!Statement(s, result))
                {
                    return false;
                }
            }
            return true;
        }

        private bool IsPromoted(Place place, out int variable)
        {
            variable = place is VariablePlace v ? v.Id.Index : -1;
            return _values.ContainsKey(variable);
        }

        private bool Statement(Stmt s, List<Stmt> result)
        {
            switch (s)
            {
                case Load x when IsPromoted(x.Source, out int v):
                    _replace.By[x.Id] = _values[v];
                    return true;
                case Store x when IsPromoted(x.Target, out int v):
                    var value = _replace.Expression(x.Value);
                    if (value is not (LetRef or Literal or CoordinateOf or Undefined))
                    {
                        var id = NewFor(v);
                        result.Add(new Let(id, value) { From = x.From });
                        value = Ref(id);
                    }
                    _values[v] = value;
                    return true;
                case If x:
                    return Branch(x, result);
                case Loop x:
                    return Repeat(x, result);
                case Switch x:
                    var outer = _values;
                    var cases = new List<SwitchCase>();
                    _carried.Push(InSwitch);
                    foreach (var c in x.Cases)
                    {
                        // Nothing promoted is stored in here, so all cases begin and end with the same values.
                        var statements = new List<Stmt>();
                        Statements(c.Body, statements);
                        cases.Add(c with { Body = statements.ToEquatable() });
                        _values = outer;
                    }
                    _carried.Pop();
                    result.Add(x with { Value = _replace.Expression(x.Value), Cases = cases.ToEquatable() });
                    return true;
                case Break x:
                    result.Add(x with { Values = _carried.TryPeek(out int[]? broken) ? ValuesOf(broken) : [] });
                    return false;
                case Continue x:
                    result.Add(x with { Values = ValuesOf(_carried.First(c => c != InSwitch)) });
                    return false;
                case Return:
                    result.Add(_replace.Children(s, true));
                    return false;
                default:
                    result.Add(_replace.Children(s, true));
                    return true;
            }
        }

        /// <summary>Stands on the stack for a switch, which a break leaves without values and a continue passes by.</summary>
        private static readonly int[] InSwitch = new int[0];

        private bool Branch(If x, List<Stmt> result)
        {
            var condition = _replace.Expression(x.Condition);
            var before = _values;
            var (then, otherwise) = (new List<Stmt>(), new List<Stmt>());
            _values = new Dictionary<int, Expr>(before);
            bool thenEnds = Statements(x.Then, then);
            var thenValues = _values;
            _values = new Dictionary<int, Expr>(before);
            bool elseEnds = Statements(x.Else, otherwise);
            var elseValues = _values;
            _values = new Dictionary<int, Expr>(before);
            if (!thenEnds && !elseEnds)
            {
                result.Add(x with { Condition = condition, Then = then.ToEquatable(), Else = otherwise.ToEquatable() });
                return false;
            }
            int[] changed = [.. _promoted.Where(v => (thenEnds && thenValues[v] != before[v]) || (elseEnds && elseValues[v] != before[v]))];
            var results = new List<LetId>();
            foreach (int v in changed)
            {
                results.Add(NewFor(v));
                _values[v] = Ref(results[^1]);
            }
            if (changed.Length > 0)
            {
                if (thenEnds)
                {
                    then.Add(new Yield(changed.Select(v => thenValues[v]).ToEquatable()));
                }
                if (elseEnds)
                {
                    otherwise.Add(new Yield(changed.Select(v => elseValues[v]).ToEquatable()));
                }
            }
            result.Add(x with { Condition = condition, Then = then.ToEquatable(), Else = otherwise.ToEquatable(), Results = results.ToEquatable() });
            return true;
        }

        private bool Repeat(Loop x, List<Stmt> result)
        {
            var stored = StoredVariables.In(x);
            int[] variables = [.. _promoted.Where(stored.Contains)];
            var before = _values;
            _values = new Dictionary<int, Expr>(before);
            var carried = new List<Carried>();
            foreach (int v in variables)
            {
                var id = NewFor(v);
                carried.Add(new Carried(id, before[v]));
                _values[v] = Ref(id);
            }
            _carried.Push(variables);
            var body = new List<Stmt>();
            if (Statements(x.Body, body) && variables.Length > 0)
            {
                body.Add(new Yield(ValuesOf(variables)));
            }
            var continuing = new List<Stmt>();
            Statements(x.Continuing, continuing);
            _carried.Pop();
            _values = new Dictionary<int, Expr>(before);
            bool ends = Flow.HasBreak(x.Body) || Flow.HasBreak(x.Continuing);
            var results = new List<LetId>();
            foreach (int v in ends ? variables : [])
            {
                results.Add(NewFor(v));
                _values[v] = Ref(results[^1]);
            }
            result.Add(x with { Body = body.ToEquatable(), Continuing = continuing.ToEquatable(), Carried = carried.ToEquatable(), Results = results.ToEquatable() });
            return ends;
        }
    }

    /// <summary>Collects what is stored in a switch, or in a loop that keeps a continuing part.</summary>
    private sealed class StaysInMemory : Walker
    {
        public HashSet<int> Variables { get; } = [];

        protected override void Enter(Stmt statement)
        {
            if (statement is Switch || statement is Loop { Continuing.IsEmpty: false })
            {
                Variables.UnionWith(StoredVariables.In(statement));
            }
        }
    }
}

/// <summary>Moves a loop's continuing part to the end of its body, and before each continue a copy of it, where that is possible.</summary>
internal static class JoinContinuing
{
    private const int MaxCopied = 40;

    public static Function Run(Function function)
    {
        var work = new Work(function);
        return work.Rewrite(function) is var f ? f with { Lets = work.Lets.ToEquatable() } : function;
    }

    private sealed class Work(Function function) : Rewriter
    {
        public List<NamedValue> Lets { get; } = [.. function.Lets];

        protected override IEnumerable<Stmt>? Expand(Stmt statement)
        {
            if (statement is not Loop { Continuing.IsEmpty: false, Carried.IsEmpty: true } x)
            {
                return null;
            }
            var body = x.Body;
            if (Flow.HasContinue(body))
            {
                if (!CanCopy(x))
                {
                    return null;
                }
                body = new BeforeContinue(x.Continuing, Lets).Run(body);
            }
            if (!Flow.Leaves(body))
            {
                body = [.. body, .. x.Continuing];
            }
            return [x with { Body = body, Continuing = [] }];
        }

        // A copy must be small, must not break (it may stand in a switch), and must not name what only the whole body binds.
        private static bool CanCopy(Loop x)
        {
            var convergent = new HasConvergent();
            convergent.Walk(x.Continuing);
            return CodeSize.Of(x.Continuing) <= MaxCopied && !Flow.HasBreak(x.Continuing) && !convergent.Found && !Names(x).Any();
        }

        private static IEnumerable<LetId> Names(Loop x)
        {
            var bound = x.Body.Select(s => s switch { Let l => l.Id, Load l => l.Id, Atomic { Result: { } r } => r, Call { Result: { } r } => r, Invoke { Result: { } r } => r, _ => new LetId(-1) }).ToHashSet();
            var used = new LetNames();
            used.Walk(x.Continuing);
            return used.Found.Where(bound.Contains);
        }
    }

    private sealed class HasConvergent : Walker
    {
        public bool Found { get; private set; }

        protected override void Enter(Stmt statement) => Found |= statement is Invoke || (statement is Call c && c.Intrinsic.Effect.HasFlag(Effect.Convergent));
    }

    private sealed class BeforeContinue(EquatableArray<Stmt> continuing, List<NamedValue> lets) : Rewriter
    {
        public EquatableArray<Stmt> Run(EquatableArray<Stmt> body) => Statements(body);

        // The continues of an inner loop are its own.
        protected override Stmt Children(Stmt statement) => statement is Loop ? statement : base.Children(statement);

        protected override IEnumerable<Stmt>? Expand(Stmt statement) => statement is Continue ? [.. new FreshCopy(lets, lets).Copy(continuing), statement] : null;
    }
}
