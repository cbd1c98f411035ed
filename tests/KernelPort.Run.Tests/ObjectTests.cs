using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;
using KernelPort.Cli;

namespace KernelPort.Run.Tests;

/// <summary>Objects for other programs: linked from C, C++ and .NET they give the reference executor's answers.</summary>
public sealed class ObjectTests : IDisposable
{
    private const string CProgram = """
        #include "rows.h"
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        struct range { int32_t first; double scale; };
        static float in[300];
        static double out[5];
        static int32_t flags[320];
        int main(void) {
            struct range r = {3, 0.25};
            kp_launch launch = {5, 1, 1, 64, 1, 1, 512};
            FILE *f = fopen("in.bin", "rb");
            if (!f || fread(in, sizeof in, 1, f) != 1) return 10;
            fclose(f);
            launch.block_x = 32;
            if (kp_launch_rows(&launch, in, out, flags, 300, &r, true, -2, 4294967296, 200) != KP_BAD_BLOCK) return 11;
            launch.block_x = 64, launch.grid_y = 0;
            if (kp_launch_rows(&launch, in, out, flags, 300, &r, true, -2, 4294967296, 200) != KP_BAD_GRID) return 12;
            launch.grid_y = 0x80000000u;
            if (kp_launch_rows(&launch, in, out, flags, 300, &r, true, -2, 4294967296, 200) != KP_BAD_GRID) return 13;
            launch.grid_y = 1;
            launch.shared_bytes = (uint64_t)1 << 60;
            if (kp_launch_rows(&launch, in, out, flags, 300, &r, true, -2, 4294967296, 200) != KP_NO_MEMORY) return 14;
            launch.shared_bytes = 512;
            int result = kp_launch_rows(&launch, in, out, flags, 300, &r, true, -2, 4294967296, 200);
            if (result != KP_OK || strcmp(kp_error_string(result), "no error")) return 15;
            f = fopen("out.bin", "wb");
            fwrite(out, sizeof out, 1, f);
            fwrite(flags, sizeof flags, 1, f);
            fclose(f);
            /* a variable of file scope is written as cudaMemcpyToSymbol does: with zeroes nothing is left but what is added */
            memset(kp_symbol_weights, 0, sizeof kp_symbol_weights);
            if (kp_launch_rows(&launch, in, out, flags, 300, &r, false, -2, 4294967296, 200) != KP_OK) return 16;
            return out[0] == 0 && out[4] == 0 && flags[0] == 202 && flags[319] == 201 ? 0 : 17;
        }
        """;

    // Buffers end where memory ends, so that a vector read or written past them is a fault; launches come from two threads at a time.
    private const string CxxProgram = """
        #include "rows.h"
        #include <cstdio>
        #include <cstring>
        #include <thread>
        #include <vector>
        #include <sys/mman.h>
        template <class T> T *at_the_end(size_t count) {
            size_t page = 4096, bytes = count * sizeof(T), room = (bytes + page - 1) / page * page;
            char *p = static_cast<char *>(mmap(nullptr, room + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
            mprotect(p + room, page, PROT_NONE);
            return reinterpret_cast<T *>(p + room - bytes);
        }
        struct range { int first; double scale; };
        int main() {
            if (kp_threads() != 3) return 10;
            std::vector<float> in(300);
            FILE *f = fopen("in.bin", "rb");
            if (!f || fread(in.data(), sizeof(float), 300, f) != 300) return 11;
            fclose(f);
            int results[2] = {-1, -1};
            double *outs[2];
            int *flags[2];
            auto go = [&](int k) {
                float *mine = at_the_end<float>(300);
                memcpy(mine, in.data(), 1200);
                outs[k] = at_the_end<double>(5), flags[k] = at_the_end<int>(320);
                range r{3, 0.25};
                kp_launch launch{5, 1, 1, 16, 4, 1, 512};
                for (int i = 0; i < 200; i++)
                    if ((results[k] = kp_launch_rows(&launch, mine, outs[k], flags[k], 300, &r, true, -2, 4294967296, 200))) return;
            };
            std::thread other(go, 1);
            go(0);
            other.join();
            if (results[0] || results[1]) return 12;
            if (memcmp(outs[0], outs[1], 40) || memcmp(flags[0], flags[1], 1280)) return 13;
            f = fopen("out.bin", "wb");
            fwrite(outs[0], 8, 5, f);
            fwrite(flags[0], 4, 320, f);
            fclose(f);
        }
        """;

    private readonly ObjectFolder _work = new();

    public void Dispose() => _work.Dispose();

    private (byte[] In, byte[] Expected) Prepare(params string[] options)
    {
        _work.Translate(options).ShouldBe(ExitCodes.Done, _work.Error);
        var (before, after) = ObjectFolder.Reference();
        File.WriteAllBytes(_work.Path("in.bin"), before("in"));
        return (before("in"), [.. after["out"], .. after["flags"]]);
    }

    [Theory]
    [InlineData("x86-64-v3")]
    [InlineData("x86-64-v2")]
    [InlineData("x86-64")]
    [InlineData("native")]
    public void A_C_program_links_the_object(string processor)
    {
        var (_, expected) = Prepare("--block", "64", "--cpu", processor);
        File.WriteAllText(_work.Path("main.c"), CProgram);
        _work.Build("gcc", "-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror", "-Iout/cpu", "-c", "main.c", "-o", "main.o");
        _work.Build("g++", "-std=c++17", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "main.o", "out/cpu/rows.o", "out/cpu/kernelport_cpu.cpp", "-lm", "-o", "main");
        _work.Start(_work.Path("main"), []).ShouldBe((0, ""));
        File.ReadAllBytes(_work.Path("out.bin")).ShouldBe(expected);
    }

    /// <summary>The object and the library for 64-bit Arm, in an emulator; no hardware.</summary>
    [Theory]
    [InlineData("out/cpu/rows.o")]
    [InlineData("-lrows")]
    public void A_C_program_for_another_machine_links_what_was_made_for_it(string kernels)
    {
        const string Compiler = "aarch64-linux-gnu-g++";
        const string Emulator = "qemu-aarch64";
        if (new[] { Compiler, Emulator }.FirstOrDefault(t => !_work.Has(t)) is { } missing)
        {
            Console.WriteLine($"not run, because {missing} is not installed");
            return;
        }
        var (_, expected) = Prepare("--block", "64", "--cpu", "aarch64");
        File.WriteAllText(_work.Path("main.c"), CProgram);
        _work.Build(Compiler, "-x", "c", "-std=c99", "-Iout/cpu", "-c", "main.c", "-o", "main.o");
        string[] linked = kernels == "-lrows" ? ["-Lout/cpu", "-lrows", "-Wl,-rpath,$ORIGIN/out/cpu"] : [kernels, "out/cpu/kernelport_cpu.cpp"];
        _work.Build(Compiler, ["-std=c++17", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "main.o", .. linked, "-lm", "-o", "main"]);
        _work.Start(Emulator, ["-L", "/usr/aarch64-linux-gnu", _work.Path("main")]).ShouldBe((0, ""));
        File.ReadAllBytes(_work.Path("out.bin")).ShouldBe(expected);
    }

    [Fact]
    public void A_Cxx_program_links_the_library_and_launches_from_several_threads()
    {
        var (_, expected) = Prepare("--block", "64", "--block", "16,4");
        File.WriteAllText(_work.Path("main.cpp"), CxxProgram);
        _work.Build("g++", "-std=c++17", "-Wall", "-Wextra", "-Werror", "-pthread", "-Iout/cpu", "main.cpp", "-Lout/cpu", "-lrows", "-Wl,-rpath,$ORIGIN/out/cpu", "-o", "main");
        _work.Start(_work.Path("main"), [], ("KP_THREADS", "3")).ShouldBe((0, ""));
        File.ReadAllBytes(_work.Path("out.bin")).ShouldBe(expected);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Launch
    {
        public uint GridX, GridY, GridZ, BlockX, BlockY, BlockZ;
        public ulong SharedBytes;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Range
    {
        public int First;
        public double Scale;
    }

    [DllImport("rows")]
    private static extern int kp_launch_rows(in Launch launch, float[] input, [Out] double[] output, [Out] int[] flags, int n, in Range range, [MarshalAs(UnmanagedType.U1)] bool negate, short small, long wide, byte tiny);

    [Fact]
    public void DotNet_calls_the_library()
    {
        var (input, expected) = Prepare("--block", "64");
        NativeLibrary.SetDllImportResolver(Assembly.GetExecutingAssembly(), (name, _, _) => name == "rows" ? NativeLibrary.Load(_work.Made("librows.so")) : 0);
        double[] output = new double[5];
        int[] flags = new int[320];
        var launch = new Launch { GridX = 5, GridY = 1, GridZ = 1, BlockX = 64, BlockY = 1, BlockZ = 1, SharedBytes = 512 };
        kp_launch_rows(launch, MemoryMarshal.Cast<byte, float>(input).ToArray(), output, flags, 300, new Range { First = 3, Scale = 0.25 }, true, -2, 4294967296, 200).ShouldBe(0);
        MemoryMarshal.AsBytes<double>(output).ToArray().Concat(MemoryMarshal.AsBytes<int>(flags).ToArray()).ShouldBe(expected);
    }

    [Theory]
    [InlineData("x86-64-v3", false)]
    [InlineData("x86-64-v4", true)]
    public void Code_is_for_the_processor_chosen_not_for_this_one(string processor, bool wide)
    {
        _work.Translate("--block", "64", "--cpu", processor, "--emit", "asm").ShouldBe(ExitCodes.Done, _work.Error);
        File.ReadAllText(_work.Made("rows.s")).Contains("zmm", StringComparison.Ordinal).ShouldBe(wide);
        _work.Build("g++", "-c", "out/cpu/rows.s", "-o", "assembled.o");
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes_in_every_form()
    {
        foreach (string form in new[] { "obj", "asm", "llvm-ir" })
        {
            var first = Files(form, "one");
            first.ShouldNotBeEmpty();
            Files(form, "two").ShouldBe(first);
        }

        Dictionary<string, string> Files(string form, string folder)
        {
            _work.Cli("translate", _work.Path("rows.cu"), "--target", "cpu", "--block", "64", "--emit", form, "-o", _work.Path(folder + form)).ShouldBe(ExitCodes.Done, _work.Error);
            return Directory.EnumerateFiles(_work.Path(folder + form + "/cpu")).ToDictionary(f => Path.GetFileName(f), f => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f))));
        }
    }

    [Fact]
    public void Without_a_compiler_the_library_is_missing_and_said_to_be()
    {
        var (code, output) = _work.Start("dotnet", ["exec", "--runtimeconfig", Path.ChangeExtension(typeof(ObjectTests).Assembly.Location, "runtimeconfig.json"), typeof(CommandLine).Assembly.Location, "translate", "rows.cu", "--target", "cpu", "--block", "64", "-o", "out"], ("KP_CXX", "no-such-compiler"));
        code.ShouldBe(ExitCodes.Done, output);
        output.ShouldContain("KP0106: librows.so was not linked");
        File.Exists(_work.Made("rows.o")).ShouldBeTrue();
        File.Exists(_work.Made("librows.so")).ShouldBeFalse();
    }

    [Fact]
    public void A_kernel_of_unknown_block_size_is_refused()
    {
        _work.Translate().ShouldBe(ExitCodes.Unsupported);
        _work.Error.ShouldContain("rows.cu(4,17): warning KP2951");
        File.Exists(_work.Made("rows.o")).ShouldBeFalse();
    }

    [Fact]
    public void What_cannot_be_compiled_is_refused_by_name_and_the_rest_is_made()
    {
        File.AppendAllText(_work.Path("rows.cu"), "\n__global__ void making(unsigned* out) { unsigned* p = new unsigned(1); out[threadIdx.x] = *p; delete p; }\n");
        _work.Translate("--block", "64").ShouldBe(ExitCodes.Unsupported);
        _work.Error.ShouldContain("KP2903");
        Encoding.Latin1.GetString(File.ReadAllBytes(_work.Made("rows.h"))).ShouldNotContain("making");
    }

    // Each block adds up what all have written before any of them came to the barrier.
    private const string Meeting = """

        #include <cooperative_groups.h>
        __global__ void meeting(int *in, int *out) {
            auto grid = cooperative_groups::this_grid();
            for (int turn = 0; turn < 3; turn++) {
                if (threadIdx.x == 0) in[blockIdx.x] = turn + blockIdx.x;
                grid.sync();
                int sum = 0;
                for (unsigned i = threadIdx.x; i < gridDim.x; i += blockDim.x) sum += in[i];
                atomicAdd(&out[blockIdx.x], sum);
                grid.sync();
            }
        }
        """;

    private const string MeetingProgram = """
        #include "rows.h"
        #include <stdio.h>
        static int32_t in[100], out[100];
        int main(void) {
            kp_launch launch = {100, 1, 1, 64, 1, 1, 0};
            int result = kp_launch_meeting(&launch, in, out);
            if (result != KP_OK) return 10 + result;
            for (int i = 0; i < 100; i++) if (out[i] != 3 * 4950 + 300) return 1;
            struct { int32_t *in, *out; } arguments = {in, out};
            if (kp_run_apart(&kp_kernel_meeting, &arguments, &launch) != KP_NOT_COOPERATIVE) return 2;
            launch.grid_x = 3000;
            return kp_launch_meeting(&launch, in, out) == KP_TOO_MANY_BLOCKS ? 0 : 3;
        }
        """;

    [Fact]
    public void Blocks_that_meet_run_at_once()
    {
        File.AppendAllText(_work.Path("rows.cu"), Meeting);
        Prepare("--block", "64");
        File.WriteAllText(_work.Path("main.c"), MeetingProgram);
        _work.Build("gcc", "-std=c99", "-Wall", "-Wextra", "-pedantic", "-Werror", "-Iout/cpu", "-c", "main.c", "-o", "main.o");
        _work.Build("g++", "-std=c++17", "-O1", "-Wall", "-Wextra", "-Werror", "-pthread", "main.o", "out/cpu/rows.o", "out/cpu/kernelport_cpu.cpp", "-lm", "-o", "main");
        _work.Start(_work.Path("main"), []).ShouldBe((0, ""));
    }

    [Theory]
    [InlineData("--emit exe")]
    [InlineData("--cpu 8086")]
    [InlineData("--block 0")]
    [InlineData("--block 64,64")]
    [InlineData("--emit obj --target musa")]
    public void A_wrong_command_line_is_told(string options) => _work.Translate(options.Split(' ')).ShouldBe(ExitCodes.BadCommandLine, _work.Error);
}
