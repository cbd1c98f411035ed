using KernelPort.Core;
using KernelPort.Ir;

namespace KernelPort.Passes.Optimise;

/// <summary>Brings returns out of loops: `while (c) { return a; } rest` becomes `while (c) { result = a; done = true; break; } if (done) { return result; } rest`.</summary>
internal static class LeaveLoops
{
    public static Function Of(Function function) => !Flow.HasReturn(function.Body) || !function.Body.Any(HasLoopWithReturn) ? function : new Work(function).Run();

    private static bool HasLoopWithReturn(Stmt s) => s switch
    {
        Loop => Flow.HasReturn([s]),
        If x => x.Then.Any(HasLoopWithReturn) || x.Else.Any(HasLoopWithReturn),
        Switch x => x.Cases.Any(c => c.Body.Any(HasLoopWithReturn)),
        _ => false,
    };

    private sealed class Work(Function function)
    {
        private readonly List<NamedValue> _lets = [.. function.Lets];
        private readonly List<Variable> _variables = [.. function.Variables];
        private readonly VariablePlace _done = new(IrType.Bool, new VariableId(function.Variables.Count));
        private readonly VariablePlace? _result = function.ReturnType is VoidType ? null : new(function.ReturnType, new VariableId(function.Variables.Count + 1));

        public Function Run()
        {
            _variables.Add(new Variable("done", IrType.Bool, AddressSpace.Local));
            if (_result is not null)
            {
                _variables.Add(new Variable("result", function.ReturnType, AddressSpace.Local));
            }
            EquatableArray<Stmt> body = [new Store(_done, Build.Bool(false)), .. List(function.Body, inLoop: false)];
            return function with { Body = body, Lets = _lets.ToEquatable(), Variables = _variables.ToEquatable() };
        }

        private EquatableArray<Stmt> List(EquatableArray<Stmt> body, bool inLoop)
        {
            var list = new List<Stmt>();
            foreach (var s in body)
            {
                switch (s)
                {
                    case Return r when inLoop:
                        if (_result is not null && r.Value is { } value)
                        {
                            list.Add(new Store(_result, value) { From = r.From });
                        }
                        list.Add(new Store(_done, Build.Bool(true)) { From = r.From });
                        list.Add(new Break { From = r.From });
                        return list.ToEquatable();
                    case If x:
                        list.Add(x with { Then = List(x.Then, inLoop), Else = List(x.Else, inLoop) });
                        break;
                    // A break there would leave the switch alone: the function stays a call.
                    case Loop x when Flow.HasReturn([x]) && !InSwitch(x.Body) && !InSwitch(x.Continuing):
                        list.Add(x with { Body = List(x.Body, true), Continuing = List(x.Continuing, true) });
                        list.Add(new If(Done(list), Gone(inLoop, x.From), []) { From = x.From });
                        break;
                    default:
                        list.Add(s);
                        break;
                }
            }
            return list.ToEquatable();
        }

        private static bool InSwitch(EquatableArray<Stmt> body) => body.Any(s => s switch
        {
            Switch => Flow.HasReturn([s]),
            If x => InSwitch(x.Then) || InSwitch(x.Else),
            Loop x => InSwitch(x.Body) || InSwitch(x.Continuing),
            _ => false,
        });

        private LetRef Done(List<Stmt> list)
        {
            _lets.Add(new NamedValue("done", IrType.Bool));
            var id = new LetId(_lets.Count - 1);
            list.Add(new Load(id, _done));
            return new LetRef(IrType.Bool, id);
        }

        /// <summary>What stands behind a loop that was left by a return: out of the next loop, or back.</summary>
        private EquatableArray<Stmt> Gone(bool inLoop, Origin from)
        {
            if (inLoop)
            {
                return [new Break { From = from }];
            }
            if (_result is null)
            {
                return [new Return(null) { From = from }];
            }
            _lets.Add(new NamedValue("result", function.ReturnType));
            var id = new LetId(_lets.Count - 1);
            return [new Load(id, _result) { From = from }, new Return(new LetRef(function.ReturnType, id)) { From = from }];
        }
    }
}
