using KernelPort.Ir;
using KernelPort.Tests;

namespace KernelPort.Semantics.Tests;

/// <summary>The executor and constant folding give the same bits for every operation at every edge.</summary>
public class FoldingTests
{
    public static TheoryData<Scalar> Kinds() => [.. Enum.GetValues<Scalar>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Operators_agree(Scalar kind)
    {
        if (kind != Scalar.Bool)
        {
            Check([.. OperationCatalogue.Operators(kind)]);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Conversions_agree(Scalar kind) => Check([.. OperationCatalogue.Conversions(kind)]);

    private static void Check(IReadOnlyList<Operation> operations)
    {
        var (module, launch) = Operation.Together(operations);
        var run = ExecutorRun.Of(module, launch);
        var faults = new List<string>();
        foreach (var o in operations)
        {
            byte[] bytes = run.Buffers[o.Name];
            for (int i = 0; i < o.Count; i++)
            {
                var folded = ConstantFolding.Fold(OperationCatalogue.Expression(o, i));
                var executed = new Literal(o.Result, Operation.Bits(bytes, i, o.Result));
                if (folded is null)
                {
                    // Only a division by zero is left to the program, so that the executor can report it.
                    if (!(o.Name.StartsWith("div", StringComparison.Ordinal) || o.Name.StartsWith("rem", StringComparison.Ordinal)) || o.Operand(1, i).Bits != 0)
                    {
                        faults.Add($"{o.Describe(i)} is not folded");
                    }
                }
                else if (folded.Bits != executed.Bits && !BothNan(folded, executed))
                {
                    faults.Add(FormattableString.Invariant($"{o.Describe(i)}: folded 0x{folded.Bits:x}, executed 0x{executed.Bits:x}"));
                }
            }
        }
        faults.ShouldBeEmpty();
    }

    // Which NaN comes out is nobody's promise.
    private static bool BothNan(Literal a, Literal b) => a.Type.IsFloat && double.IsNaN(Build.AsFloat(a)) && double.IsNaN(Build.AsFloat(b));
}
