using System.Text;
using KernelPort.Backends.CLike;
using KernelPort.Ir;
using S = KernelPort.Ir.Scalar;

namespace KernelPort.Backends.Vectors;

/// <summary>What stands before the functions of a text of scalar threads: helpers, and the head of the class that its threads are; only what is used.</summary>
internal sealed class ScalarPrelude : Walker
{
    private readonly HashSet<string> _needs = new(StringComparer.Ordinal);
    private readonly HashSet<(AtomicOp Op, bool Global)> _atomics = [];
    private readonly Module _module;
    private readonly ScalarMachine _machine;
    private Function _function = null!;

    private ScalarPrelude(ScalarMachine machine, Module module)
    {
        _machine = machine;
        _module = module;
        foreach (var f in module.Functions)
        {
            _function = f;
            Walk(f);
        }
    }

    /// <param name="type">What the class is called.</param>
    public static (string Prelude, string ClassHead) For(ScalarMachine machine, Module module, string type, IReadOnlySet<string> given)
    {
        var uses = new ScalarPrelude(machine, module);
        uses._needs.ExceptWith(given);
        var text = new StringBuilder(machine.Memory);
        text.Append(CudaWords.Uses(module, S.F16) ? FreeFunctions.Half : "");
        text.Append(CudaWords.Uses(module, S.BF16) ? FreeFunctions.Bfloat : "");
        foreach (var (name, helper) in FreeFunctions.Free)
        {
            text.Append(uses._needs.Contains(name) ? helper : "");
        }
        foreach (var (op, change) in LocalAtomics.All)
        {
            text.Append(uses._atomics.Contains((op, false)) ? machine.LocalAtomic(op, change) : "");
        }
        var head = new StringBuilder(machine.ClassHead.Replace("KP_CLASS", type, StringComparison.Ordinal));
        foreach (string function in ScalarFunctions.OneOperand.Select(f => f.Function).Distinct().Where(uses._needs.Contains))
        {
            head.Append(machine.OneOperand(function));
        }
        foreach (var (name, helper) in machine.Members)
        {
            head.Append(uses._needs.Contains(name) ? helper : "");
        }
        foreach (var (op, _) in LocalAtomics.All)
        {
            head.Append(uses._atomics.Contains((op, true)) ? machine.GlobalAtomic(op) : "");
        }
        return (text.Replace(FreeFunctions.Head, machine.FunctionHead).ToString(), head.ToString());
    }

    protected override void Enter(Stmt statement)
    {
        if (statement is Atomic a)
        {
            _atomics.Add((a.Op, Build.SpaceOf(a.Target, _function, _module) == AddressSpace.Global));
        }
    }

    protected override void Enter(Expr expression)
    {
        switch (expression)
        {
            case Pure p:
                _needs.UnionWith(ScalarFunctions.OneOperand.Where(f => f.Of == p.Intrinsic).Select(f => f.Function));
                _needs.UnionWith(ScalarFunctions.Others.Concat(_machine.Own).Where(f => f.Of == p.Intrinsic).SelectMany(f => f.Needs.Split(' ')));
                break;
            case Cast { Operand.Type: ScalarType { Kind: S.F32 }, Type.IsInteger: true }:
                _needs.Add("Saturate");
                break;
        }
    }
}
