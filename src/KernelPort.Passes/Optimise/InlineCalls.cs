using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>Puts device functions where they are called: `y = f(x)` becomes f's body. Functions that return out of a loop or switch or call themselves stay
/// calls, and unless <see cref="WithShared"/> is set those with shared memory of their own.</summary>
public sealed class InlineCalls : IPass
{
    /// <summary>Only functions with barriers or warp operations in them, for passes that must see these in the kernel.</summary>
    public bool OnlyConvergent { get; init; }

    /// <summary>Shared memory of a function becomes the caller's, once however often it is called: for who must see all barriers of a kernel.</summary>
    public bool WithShared { get; init; }

    /// <summary>Also functions that return out of loops: a variable says that they have.</summary>
    public bool OutOfLoops { get; init; }

    public Module Run(Module module)
    {
        // Callees first, so that each is inlined with its own calls gone.
        var done = new Dictionary<string, Function>(StringComparer.Ordinal);
        var functions = module.Functions.Select(f => Visit(module, f, done, [])).ToEquatable();
        return module with { Functions = functions };
    }

    private Function Visit(Module module, Function f, Dictionary<string, Function> done, HashSet<string> open)
    {
        if (done.TryGetValue(f.Name, out var known))
        {
            return known;
        }
        open.Add(f.Name);
        var callees = new Dictionary<string, Function>(StringComparer.Ordinal);
        foreach (string name in Calls.Of(f))
        {
            if (!open.Contains(name) && module.Find(name) is { } callee)
            {
                callee = Visit(module, callee, done, open);
                if (OnlyConvergent && !HasConvergent.In(callee))
                {
                    continue;
                }
                if ((WithShared || callee.Variables.All(v => v.Space == AddressSpace.Local)) && !Calls.Of(callee).Contains(name) && TailReturns.Of(OutOfLoops ? LeaveLoops.Of(callee) : callee) is { } tailed)
                {
                    callees[name] = tailed;
                }
            }
        }
        open.Remove(f.Name);
        return done[f.Name] = callees.Count == 0 ? f : new Work(f, callees).Run();
    }

    /// <summary>Looks for convergent calls in a function whose own calls are inlined already.</summary>
    private sealed class HasConvergent : Walker
    {
        private bool _found;

        public static bool In(Function function)
        {
            var finder = new HasConvergent();
            finder.Walk(function);
            return finder._found;
        }

        protected override void Enter(Stmt statement) => _found |= statement is Call c && c.Intrinsic.Effect.HasFlag(Effect.Convergent);
    }

    private sealed class Work(Function function, Dictionary<string, Function> callees) : Rewriter
    {
        private readonly List<NamedValue> _lets = [.. function.Lets];
        private readonly List<Variable> _variables = [.. function.Variables];

        public Function Run()
        {
            var body = Statements(function.Body);
            return function with { Body = body, Lets = _lets.ToEquatable(), Variables = _variables.ToEquatable() };
        }

        protected override IEnumerable<Stmt>? Expand(Stmt statement) =>
            statement is not Invoke x || !callees.TryGetValue(x.Function, out var callee) ? null
            : x.From.Span.Source is { IsEmbedded: false } ? new PlaceAt(x.From).Run(Inline(x, callee).ToEquatable())
            : Inline(x, callee);

        private void AddVariables(Function callee, FreshCopy copy)
        {
            for (int i = 0; i < callee.Variables.Count; i++)
            {
                var v = callee.Variables[i];
                if (v.Space == AddressSpace.Shared)
                {
                    // No source name has a dot: this is the variable of that function, by whatever way it came here.
                    string name = v.Name.Contains('.', StringComparison.Ordinal) ? v.Name : $"{callee.Name}.{v.Name}";
                    int known = _variables.FindIndex(k => k.Space == AddressSpace.Shared && k.Name == name);
                    if (known >= 0)
                    {
                        copy.Elsewhere[new VariableId(i)] = new VariableId(known);
                    }
                    v = v with { Name = name };
                }
                _variables.Add(v);
            }
        }

        private List<Stmt> Inline(Invoke call, Function callee)
        {
            var statements = new List<Stmt>();
            var copy = new FreshCopy(callee.Lets, _lets) { FirstVariable = _variables.Count };
            AddVariables(callee, copy);
            for (int i = 0; i < call.Arguments.Count; i++)
            {
                var argument = call.Arguments[i];
                var parameter = callee.Parameters[i];
                if (argument is Literal or LetRef or CoordinateOf)
                {
                    copy.Values[parameter] = argument;
                }
                else
                {
                    statements.Add(new Let(copy.Rename(parameter), argument) { From = call.From });
                }
            }
            EquatableArray<Stmt> straight = callee.Body.IsEmpty ? [] : [.. callee.Body.AsSpan()[..^1]];
            if (!callee.Body.IsEmpty && callee.Body[^1] is Return last && !Flow.HasReturn(straight))
            {
                statements.AddRange(copy.Copy(straight));
                if (call.Result is { } result && last.Value is { } value)
                {
                    statements.Add(new Let(result, copy.Expression(value)) { From = call.From });
                }
                return statements;
            }
            VariableId? place = null;
            if (callee.ReturnType is not VoidType)
            {
                place = new VariableId(_variables.Count);
                _variables.Add(new Variable("result", callee.ReturnType, AddressSpace.Local));
            }
            statements.AddRange(new StoreReturns(place).Run(copy.Copy(callee.Body)));
            if (place is { } variable && call.Result is { } id)
            {
                statements.Add(new Load(id, new VariablePlace(callee.ReturnType, variable)) { From = call.From });
            }
            return statements;
        }
    }

    /// <summary>What comes out of our own headers has its place where the user called it.</summary>
    private sealed class PlaceAt(Origin call) : Rewriter
    {
        public EquatableArray<Stmt> Run(EquatableArray<Stmt> body) => Statements(body);

        protected override IEnumerable<Stmt>? Expand(Stmt statement) => statement.From.Span.Source is { IsEmbedded: true } ? [statement with { From = call }] : null;
    }

    /// <summary>Returns in tail position become stores of the result.</summary>
    private sealed class StoreReturns(VariableId? place) : Rewriter
    {
        public EquatableArray<Stmt> Run(EquatableArray<Stmt> body) => Statements(body);

        protected override IEnumerable<Stmt>? Expand(Stmt statement) => statement is Return r
            ? r.Value is { } value && place is { } p ? [new Store(new VariablePlace(value.Type, p), value) { From = r.From }] : []
            : null;
    }
}

/// <summary>Brings returns into tail position: `if (c) { return a; } rest` becomes `if (c) { return a; } else { rest }`.</summary>
internal static class TailReturns
{
    /// <summary>The function with every return at the end of what runs; null where one stands in a loop or switch.</summary>
    public static Function? Of(Function function) => Tail(function.Body) is { } body ? function with { Body = body } : null;

    private static EquatableArray<Stmt>? Tail(EquatableArray<Stmt> body)
    {
        for (int i = 0; i < body.Count; i++)
        {
            switch (body[i])
            {
                case Return:
                    return body.AsSpan()[..(i + 1)].ToArray().ToEquatable();
                case If x when Flow.HasReturn([x]):
                    if (!x.Results.IsEmpty)
                    {
                        return null;
                    }
                    EquatableArray<Stmt> rest = [.. body.AsSpan()[(i + 1)..]];
                    bool then = Flow.Leaves(x.Then);
                    bool otherwise = Flow.Leaves(x.Else);
                    // Where neither arm always returns, the rest would be needed twice.
                    if (!rest.IsEmpty && !then && !otherwise)
                    {
                        return null;
                    }
                    var a = Tail(then ? x.Then : [.. x.Then, .. rest]);
                    var b = Tail(otherwise ? x.Else : [.. x.Else, .. rest]);
                    return a is null || b is null ? null : [.. body.AsSpan()[..i], x with { Then = a.Value, Else = b.Value }];
                case Loop or Switch when Flow.HasReturn([body[i]]):
                    return null;
            }
        }
        return body;
    }
}
