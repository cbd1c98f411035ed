using System.Text;

namespace KernelPort.Backends.Cpu;

/// <summary>A kernel as LLVM text.</summary>
/// <param name="Definition">Its function, without the word <c>define</c>.</param>
/// <param name="Helpers">The functions it calls, by name.</param>
/// <param name="Declarations">What LLVM and the C library define.</param>
/// <param name="ArgumentOffsets">Where its arguments lie in the argument buffer.</param>
internal sealed record VectorKernel(string Definition, IReadOnlyDictionary<string, string> Helpers, IReadOnlyCollection<string> Declarations, int[] ArgumentOffsets, int ArgumentBytes, long SharedBytes)
{
    /// <summary>Behind the jump of a loop that LLVM shall unroll.</summary>
    public const string Unrolled = ", !llvm.loop !1";

    /// <summary>Its blocks wait for each other.</summary>
    public bool MeetsGrid { get; init; }

    /// <summary>Its threads print.</summary>
    public bool Prints => Declarations.Contains("declare void @kp_print(ptr, i64)");

    /// <summary>A module with this kernel alone.</summary>
    public string Text => Module([this], "");

    /// <summary>A module with several kernels, each helper and declaration once.</summary>
    public static string Module(IReadOnlyList<VectorKernel> kernels, string linkage)
    {
        var text = new StringBuilder();
        foreach (var k in kernels)
        {
            text.Append("define ").Append(linkage).Append(k.Definition);
        }
        foreach (var (_, helper) in new SortedDictionary<string, string>(kernels.SelectMany(k => k.Helpers).DistinctBy(h => h.Key).ToDictionary(), StringComparer.Ordinal))
        {
            text.Append(helper);
        }
        foreach (string declaration in kernels.SelectMany(k => k.Declarations).Distinct().Order(StringComparer.Ordinal))
        {
            text.Append(declaration).Append('\n');
        }
        return text.Append("attributes #0 = { nounwind \"prefer-vector-width\"=\"512\" }\n!0 = !{i32 1}\n!1 = distinct !{!1, !2}\n!2 = !{!\"llvm.loop.unroll.enable\"}\n").ToString();
    }
}
