using KernelPort.Backends;
using KernelPort.Compiler;
using KernelPort.Core;
using KernelPort.Execution;

namespace KernelPort.Engines.Tests;

/// <summary>What --no-select-bits makes is right on a machine that selects floats as numbers, not as bits; what is made without it is not.</summary>
public class SelectBitsTests
{
    // Integers that are no float or too small for one: chosen, stored by some lanes, read by some lanes, carried by lanes that have left a loop, made of a truth value.
    private static readonly Dictionary<string, string> Kernels = new()
    {
        ["chosen"] = "out[i] = v > 1000 ? v : t - 40;",
        ["stored"] = "kept[t] = t; __syncthreads(); if (v & 1) kept[t] = v; __syncthreads(); out[i] = kept[63 - t];",
        ["read"] = "kept[t] = v; __syncthreads(); int w = -1; if (v & 1) w = kept[v & 63]; out[i] = w;",
        ["carried"] = "int w = t; for (int k = 0; k < (v & 3); k++) w = w * 2 + 1; out[i] = w;",
        ["truth"] = "out[i] = (v & 1) != 0;",
        ["fetched"] = "out[i] = (v & 1) ? in[v & 127] : -2;",
    };

    public static TheoryData<string> Names => [.. Kernels.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_kernel_is_right_where_floats_are_selected_as_numbers(string name)
    {
        if (!Places.Twins.HasCompiler)
        {
            return;
        }
        string text = $$"""
            // launch: k<<<2, 64>>>(in: int[128] = rand(3, -2000000000, 2000000000), out: int[128] = poison)
            __global__ void k(const int *in, int *out) {
                __shared__ int kept[64];
                int t = threadIdx.x, i = blockIdx.x * 64 + t, v = in[i];
                kept[t] = 0;
                {{Kernels[name]}}
            }
            """;
        var file = KernelFile.Load(new SourceText("k.cu", text), new CompilerOptions());
        file.Header.Errors.ShouldBeEmpty();
        byte[] expected = ReferenceEngine.Run(file, file.Compilation.Module, file.Header.Launches[0], new ExecutionOptions()).Buffers.First(b => b.Key == "out").Value;

        string bits = Emit("cann", "cann:a2", false), floats = Emit("cann", "cann:a2", true);
        bits.ShouldContain("Select moves bits, so that int32 may be selected as float (11, row 2), which --no-select-bits avoids");
        floats.ShouldNotContain("Select moves bits");
        floats.ShouldNotContain("T2:");
        Run(bits, "").SequenceEqual(expected).ShouldBeTrue();
        Run(bits, Numbers).SequenceEqual(expected).ShouldBeFalse();
        Run(floats, Numbers).SequenceEqual(expected).ShouldBeTrue();
        // Nothing is selected there.
        Emit("bang", "bang", true).ShouldBe(Emit("bang", "bang", false));

        string Emit(string backendName, string targetName, bool selectsFloats)
        {
            var backend = BackendCatalogue.All.First(b => b.Name == backendName);
            return Emission.Run(file.Compilation.Module, backend, backend.Targets.First(t => t.Name == targetName), "k", options: file.EmissionOptions() with { SelectsFloats = selectsFloats }).File.ShouldNotBeNull().Text;
        }

        byte[] Run(string emitted, string machine)
        {
            var run = Places.Twins.Run(emitted + machine, "k.cu", file.EmittedHeader(), 0, Twin.TwinCatalogue.Load(Places.Root)["cann:a2"]);
            run.Errors.ShouldBeEmpty();
            return run.Find("out")!;
        }
    }

    private const string Numbers = "static const bool kp_numbers = AscendC::kp_selects_numbers = true;\n";
}
