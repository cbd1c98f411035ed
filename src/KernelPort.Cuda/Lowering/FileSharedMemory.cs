using KernelPort.Core;
using KernelPort.Cuda.Semantics;
using KernelPort.Ir;

namespace KernelPort.Cuda.Lowering;

/// <summary>
/// `__shared__` variables of a fixed size at file scope. CUDA gives each kernel that reaches one a copy of its own; so does this, with the
/// means the IR has: the variable becomes the kernel's, and device functions that need it are handed a pointer to it.
/// </summary>
internal sealed class FileSharedMemory(IReadOnlyList<FunctionInstance> instances)
{
    private readonly Dictionary<string, FunctionInstance> _byName = instances.ToDictionary(i => i.Name, StringComparer.Ordinal);
    private readonly Dictionary<FunctionInstance, List<GlobalSymbol>> _needs = [];

    /// <summary>The functions with their file-scope variables handed on; callees stand before callers.</summary>
    public IEnumerable<Function> HandOn()
    {
        foreach (var instance in instances)
        {
            _needs[instance] = [.. instance.FileShared.Keys
                .Concat(Calls.Of(instance.Lowered!).Where(_byName.ContainsKey).SelectMany(name => _needs[_byName[name]]))
                .Distinct().OrderBy(g => g.Span.Start)];
            yield return _needs[instance] is [] ? instance.Lowered! : Rewrite(instance, _needs[instance]);
        }
    }

    private Function Rewrite(FunctionInstance instance, List<GlobalSymbol> needs)
    {
        var f = instance.Lowered!;
        var variables = f.Variables.ToList();
        var lets = f.Lets.ToList();
        var parameters = f.Parameters.ToList();
        var addresses = new Dictionary<GlobalSymbol, Expr>();
        var pointers = new Dictionary<VariableId, Expr>();
        foreach (var g in needs)
        {
            bool named = instance.FileShared.TryGetValue(g, out var own);
            var type = TypeOf(g);
            if (f.IsKernel)
            {
                if (!named)
                {
                    own = new VariablePlace(type, new VariableId(variables.Count));
                    variables.Add(VariableOf(g) with { From = g.Span });
                }
                addresses[g] = AddressOfFirst(own!);
                continue;
            }
            var pointer = new PointerType(type is ArrayType a ? a.Element : type, AddressSpace.Shared);
            var id = new LetId(lets.Count);
            lets.Add(new NamedValue(g.Name, pointer));
            parameters.Add(id);
            addresses[g] = new LetRef(pointer, id);
            if (named)
            {
                pointers[own!.Id] = addresses[g];
            }
        }
        // A device function's own variables of this kind are gone; the numbers of those after them move down.
        int[] kept = [.. Enumerable.Range(0, variables.Count).Where(i => !pointers.ContainsKey(new VariableId(i)))];
        var moved = kept.Select((old, now) => (old, now)).ToDictionary(p => new VariableId(p.old), p => new VariableId(p.now));
        var rewriter = new Handing(pointers, moved, name => _byName.TryGetValue(name, out var callee) ? _needs[callee].Select(g => addresses[g]) : []);
        return rewriter.Rewrite(f) with
        {
            Variables = kept.Select(i => variables[i]).ToEquatable(),
            Lets = lets.ToEquatable(),
            Parameters = parameters.ToEquatable(),
        };
    }

    private IrType TypeOf(GlobalSymbol symbol) =>
        instances.Where(i => i.FileShared.ContainsKey(symbol)).Select(i => i.FileShared[symbol].Type).First();

    /// <summary>As a function that names it has it.</summary>
    private Variable VariableOf(GlobalSymbol symbol)
    {
        var instance = instances.First(i => i.FileShared.ContainsKey(symbol));
        return instance.Lowered!.Variables[instance.FileShared[symbol].Id.Index];
    }

    private static AddressOf AddressOfFirst(VariablePlace place) => place.Type is ArrayType a
        ? new AddressOf(new PointerType(a.Element, AddressSpace.Shared), new Element(a.Element, place, Build.I64(0)))
        : new AddressOf(new PointerType(place.Type, AddressSpace.Shared), place);

    /// <summary>Puts pointers in place of variables, and passes them on.</summary>
    private sealed class Handing(Dictionary<VariableId, Expr> pointers, Dictionary<VariableId, VariableId> moved, Func<string, IEnumerable<Expr>> addresses) : Rewriter
    {
        protected override Place Leave(Place place) => place switch
        {
            VariablePlace v when pointers.TryGetValue(v.Id, out var pointer) => new Deref(v.Type, v.Type is ArrayType ? new Cast(new PointerType(v.Type, AddressSpace.Shared), pointer) : pointer),
            VariablePlace v => v with { Id = moved[v.Id] },
            // An element of the whole array is one behind the pointer to its first.
            Element { Base: Deref { Pointer: Cast { Type: PointerType { Pointee: ArrayType a }, Operand: LetRef pointer } } } e when pointer.Type is PointerType { Pointee: var first } && first == a.Element =>
                new Deref(e.Type, new PointerOffset(pointer, e.Index)),
            _ => place,
        };

        protected override IEnumerable<Stmt>? Expand(Stmt statement) =>
            statement is Invoke i && addresses(i.Function).ToList() is { Count: > 0 } more ? [i with { Arguments = i.Arguments.Concat(more).ToEquatable() }] : null;
    }
}
