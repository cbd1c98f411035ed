using KernelPort.Backends;
using KernelPort.Ir;
using KernelPort.OpenCl;
using KernelPort.Launches;
using KernelPort.Tests;
using KernelPort.Twin;

namespace KernelPort.Semantics.Tests;

/// <summary>The OpenCL column of docs/semantics.md, on an installed driver: the executor's bits where OpenCL C defines a result.</summary>
public class OpenClTests
{
    private static readonly OpenClRunner Runner = new(Path.Combine(KernelFiles.Root, "artifacts", "opencl-cache"));
    private static readonly Backends.OpenCl.Backend Backend = new();

    public static TheoryData<Scalar> Kinds() => [.. Enum.GetValues<Scalar>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Operators_agree(Scalar kind)
    {
        if (kind != Scalar.Bool)
        {
            Check([.. OperationCatalogue.Operators(kind).Where(o => !IsDivision(o))], Same);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Conversions_agree(Scalar kind) => Check([.. OperationCatalogue.Conversions(kind)], Same);

    /// <summary>Both are within the bounds their makers document, so they are at most the sum of these apart.</summary>
    [Fact]
    public void Float_functions_are_within_their_bounds()
    {
        var bounds = MathBounds.All;
        Check([.. bounds.Keys.Order(StringComparer.Ordinal).Select(name => MathBounds.OperationOf(name, Scalar.F32))],
            (o, a, b) => Distance(a, b) <= bounds[o.Name.Split("__")[0]].OpenCl + 1);
    }

    // Division by zero and of the least number by -1 trap on CPUs: OpenCL C leaves both undefined.
    private static bool IsDivision(Operation o) => o.Name.StartsWith("div_i", StringComparison.Ordinal) || o.Name.StartsWith("div_u", StringComparison.Ordinal) || o.Name.StartsWith("rem_", StringComparison.Ordinal);

    private static bool Same(Operation o, Literal a, Literal b) => a.Bits == b.Bits || IsNan(a) && IsNan(b) || IsWideShift(o);

    // OpenCL C takes the amount modulo the width (6.3.j); CUDA C++ leaves a greater one undefined and PTX clamps it.
    private static bool IsWideShift(Operation o) => o.Name.StartsWith("sh", StringComparison.Ordinal) && IsWide;

    [ThreadStatic]
    private static bool IsWide;

    private static bool IsNan(Literal x) => x.Type.IsFloat && double.IsNaN(Build.AsFloat(x));

    private static double Distance(Literal a, Literal b)
    {
        if (IsNan(a) || IsNan(b))
        {
            return IsNan(a) && IsNan(b) ? 0 : double.PositiveInfinity;
        }
        // +0 and -0 are one value here.
        static long Ordinal(Literal x) => (int)x.Bits >= 0 ? (long)x.Bits : -(long)(x.Bits & 0x7fffffff);
        return Math.Abs(Ordinal(a) - Ordinal(b));
    }

    private static void Check(IReadOnlyList<Operation> operations, Func<Operation, Literal, Literal, bool> agree)
    {
        var (module, launch) = Operation.Together(operations);
        var lowered = Backend.Lowering(Backend.Targets[0]).Run(module);
        lowered.Kernels.SelectMany(k => CapabilityCheck.Run(lowered, k, Backend.Targets[0])).ShouldBeEmpty();
        string text = Backend.Emit(lowered, Backend.Targets[0], "semantics").Text;
        var run = Runner.Run(text, lowered, new LaunchHeader([launch], []), 0);
        if (run.Status is TwinStatus.DriverMissing or TwinStatus.CompilerMissing)
        {
            Console.WriteLine($"not run, because {run.Errors.Trim()}");
            return;
        }
        run.Status.ShouldBe(TwinStatus.Done, run.Errors);
        var wanted = ExecutorRun.Of(module, launch);
        var faults = new List<string>();
        foreach (var o in operations)
        {
            for (int i = 0; i < o.Count; i++)
            {
                var a = new Literal(o.Result, Operation.Bits(wanted.Buffers[o.Name], i, o.Result));
                var b = new Literal(o.Result, Operation.Bits(run.Find(o.Name)!, i, o.Result));
                IsWide = o.Operands.Count > 1 && o.Operand(1, i).Bits >= (ulong)o.Result.Size * 8;
                if (!agree(o, a, b))
                {
                    faults.Add(FormattableString.Invariant($"{o.Describe(i)}: executor 0x{a.Bits:x}, OpenCL 0x{b.Bits:x}"));
                }
            }
        }
        faults.ShouldBeEmpty();
    }
}
