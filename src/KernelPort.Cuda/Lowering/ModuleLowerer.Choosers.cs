using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <content>
/// Calls by pointer. Few targets have indirect calls, and all have branches: for each type of function that is called by pointer there is a function that
/// compares the pointer with each function of this type whose address is taken, and calls it by name.
/// </content>
internal sealed partial class ModuleLowerer
{
    private readonly Dictionary<string, (FunctionCType Type, string Name, Span At)> _choosers = new(StringComparer.Ordinal);

    /// <summary>The function that calls through pointers of a type; made when all is lowered, for only then are all addresses known.</summary>
    public string Chooser(FunctionCType type, Span at)
    {
        string key = Signature(type.Return, type.Parameters);
        if (!_choosers.TryGetValue(key, out var chooser))
        {
            _choosers[key] = chooser = (type, FreeName("call_by_pointer"), at);
        }
        return chooser.Name;
    }

    private static string Signature(CType returns, IEnumerable<CType> parameters) => $"{returns.Unqualified}({string.Join(", ", parameters.Select(p => Decay(p).Unqualified))})";

    /// <summary>Lowers the functions whose address is taken, and makes what calls them.</summary>
    private void MakeChoosers()
    {
        if (_choosers.Count == 0)
        {
            return;
        }
        TakeAddressesOfVariables();
        var candidates = new List<(ulong Address, string Signature, FunctionInstance Function)>();
        // The bodies may take more addresses, so the list grows.
        for (int i = 0; i < Model.Addresses.Taken.Count; i++)
        {
            var f = Model.Addresses.Taken[i];
            try
            {
                var instance = Instance(f, [], f.Span);
                candidates.Add(((ulong)i + 1, Signature(instance.Return ?? CType.Void, instance.Parameters), instance));
            }
            catch (LoweringException e) when (ReferenceEquals(e, FunctionLowerer.Poisoned) || e.Diagnostic.Code == SemanticRules.CalleeFailed.Code)
            {
                // Its own errors were reported.
            }
            catch (LoweringException e)
            {
                Bag.Add(e.Diagnostic);
            }
        }
        foreach (var (signature, chooser) in _choosers.OrderBy(c => c.Value.Name, StringComparer.Ordinal))
        {
            var fitting = candidates.Where(c => c.Signature == signature).ToList();
            if (fitting.Count == 0)
            {
                Bag.Add(SemanticRules.NotSupported.At(chooser.At, $"a call by a pointer to '{chooser.Type}', of which no device function's address is taken here"));
                continue;
            }
            var made = new FunctionInstance(fitting[0].Function.Symbol, fitting[0].Function.Scope, chooser.Name, chooser.Name) { Lowered = Choose(chooser.Name, chooser.Type, fitting) };
            _byName[made.Name] = made;
            _order.Add(made);
        }
        SortCalleesFirst();
    }

    /// <summary>Device variables that hold addresses: the host may copy them about, though no kernel names them.</summary>
    private void TakeAddressesOfVariables()
    {
        foreach (var g in Model.Globals.Where(g => g is { IsDevice: true, Template: null, Declarator.Initializer: not null } && HoldsFunctions(g)))
        {
            try
            {
                GlobalVariable(g);
            }
            catch (LoweringException e)
            {
                Bag.Add(e.Diagnostic);
            }
        }
    }

    private bool HoldsFunctions(GlobalSymbol g)
    {
        try
        {
            var type = g.Type ?? Model.Types.Bind(g.Declarator.Type, g.Names);
            while (type is ArrayCType a)
            {
                type = a.Element;
            }
            return type is PointerCType { Pointee: FunctionCType };
        }
        catch (LoweringException)
        {
            return false;
        }
    }

    /// <summary>Functions in an order in which each stands behind those it calls.</summary>
    private void SortCalleesFirst()
    {
        var sorted = new List<FunctionInstance>();
        var open = new HashSet<FunctionInstance>();
        var done = new HashSet<FunctionInstance>();
        foreach (var f in _order.ToList())
        {
            Visit(f);
        }
        _order.Clear();
        _order.AddRange(sorted);

        bool Visit(FunctionInstance f)
        {
            if (done.Contains(f) || f.Lowered is null)
            {
                return true;
            }
            if (!open.Add(f))
            {
                Bag.Add(SemanticRules.RecursiveFunction.At(f.Symbol.Span, f.Symbol.Name));
                return false;
            }
            bool sound = Calls.Of(f.Lowered).All(callee => !_byName.TryGetValue(callee, out var next) || Visit(next));
            open.Remove(f);
            done.Add(f);
            if (sound)
            {
                sorted.Add(f);
            }
            return true;
        }
    }

    private Function Choose(string name, FunctionCType type, List<(ulong Address, string Signature, FunctionInstance Function)> functions)
    {
        var lets = new List<NamedValue> { new("function", IrType.U64) };
        var at = functions[0].Function.Symbol.Span;
        lets.AddRange(type.Parameters.Select((p, i) => new NamedValue(Build.Invariant($"a{i}"), Model.Types.Lower(Decay(p), at))));
        var parameters = Enumerable.Range(0, lets.Count).Select(i => new LetId(i)).ToEquatable();
        var arguments = parameters.Skip(1).Select(p => (Expr)new LetRef(lets[p.Index].Type, p)).ToEquatable();
        var returns = Model.Types.Lower(type.Return, at);
        EquatableArray<Stmt> otherwise = [new Call(null, Intrinsics.Trap, []), .. returns is VoidType ? (Stmt[])[] : [new Return(new Undefined(returns))]];
        foreach (var (address, _, callee) in functions.AsEnumerable().Reverse())
        {
            var chosen = new Binary(IrType.Bool, BinaryOp.Eq, new LetRef(IrType.U64, new LetId(0)), Build.U64(address));
            EquatableArray<Stmt> then;
            if (returns is VoidType)
            {
                then = [new Invoke(null, callee.Name, arguments)];
            }
            else
            {
                var result = new LetId(lets.Count);
                lets.Add(new NamedValue("result", returns));
                then = [new Invoke(result, callee.Name, arguments), new Return(new LetRef(returns, result))];
            }
            otherwise = [new If(chosen, then, otherwise)];
        }
        return new Function(name, parameters, returns, lets.ToEquatable(), [], otherwise) { From = at };
    }
}
