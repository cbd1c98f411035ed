using KernelPort.Cli;
using KernelPort.Twin;

namespace KernelPort.Run.Tests;

/// <summary>The library that a vendor's compiler makes of a pack's member, here a program on the target's twin: memory, copies, launches with every kind of argument, errors.</summary>
public sealed class PackMemberTests : IDisposable
{
    // Named so that a shadow in the host half would show; a dynamic array, a truth value and 64 bits among the arguments.
    private const string Kernels = """
        __global__ void kernel(float *out, const float *in, float factor, bool twice, long long n)
        {
            int i = blockIdx.x * blockDim.x + threadIdx.x;
            if (i < n)
                out[i] = in[i] * factor * (twice ? 2 : 1);
        }
        __global__ void launch(float *error)
        {
            extern __shared__ float s[];
            s[threadIdx.x] = error[threadIdx.x];
            __syncthreads();
            error[threadIdx.x] = s[blockDim.x - 1 - threadIdx.x];
        }

        """;

    private const string Program = """
        #include "kernelport_compiled.h"
        #include <cstdio>

        int main()
        {
            const kp_compiled_member *member = kp_compiled();
            char said[256] = "";
            if (!member->open(said, sizeof said) || !said[0])
                return 1;
            float numbers[64];
            for (int i = 0; i < 64; i++)
                numbers[i] = i;
            void *in = member->alloc(sizeof numbers), *out = member->alloc(sizeof numbers);
            float factor = 1.5f;
            bool twice = true;
            long long n = 63;
            void *first[] = {&out, &in, &factor, &twice, &n}, *second[] = {&out};
            uint32_t two[] = {2, 1, 1}, one[] = {1, 1, 1}, half[] = {32, 1, 1}, all[] = {64, 1, 1}, many[] = {1 << 20, 1, 1};
            int results = member->upload(in, numbers, sizeof numbers) | member->upload(out, numbers, sizeof numbers) | member->launch(0, two, half, 0, first)
                | member->launch(1, one, all, sizeof numbers, second) | member->download(numbers, out, sizeof numbers);
            printf("%d %g %g %g\n", results, numbers[0], numbers[1], numbers[63]);
            int refused = member->launch(0, one, many, 0, first);
            printf("%s\n", refused != 0 && member->words(refused)[0] ? "refused" : "taken");
            member->release(in);
            member->release(out);
        }

        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("kernelport-pack-").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("musa:mp_31")]
    [InlineData("dcu:gfx906")]
    [InlineData("birensupa:br2xx")]
    [InlineData("birensupa:br1xx")]
    [InlineData("maca")]
    [InlineData("corex")]
    public void A_compiled_member_runs_on_its_twin(string target)
    {
        string source = Path.Combine(_folder, "k.cu"), main = Path.Combine(_folder, "main.cpp");
        File.WriteAllText(source, Kernels);
        File.WriteAllText(main, Program);
        var (code, _, errors) = KitRun.Command("translate", source, "--target", $"{target},cpu", "--block", "32", "--block", "64", "--pack", "-o", Path.Combine(_folder, "out"));
        code.ShouldBe(ExitCodes.Done, errors);
        if (!KitRun.HasCompiler)
        {
            Console.WriteLine("not run, because there is no C++ compiler");
            return;
        }
        string pack = Path.Combine(_folder, "out", "pack"), name = target.Split(':')[0];
        string unit = Directory.EnumerateFiles(Path.Combine(pack, name), "k_member.*").Single();
        KitRun.OnTwin(target, [unit, main], [pack]).ShouldBe("0 63 186 0\nrefused\n");
        File.ReadAllText(Path.Combine(pack, $"build_{name}.sh")).ShouldContain($"-shared -fPIC -o ../libk_{name}.so");
    }

    [Fact]
    public void A_real_compiler_takes_the_member_for_dcu()
    {
        string source = Path.Combine(_folder, "k.cu");
        File.WriteAllText(source, Kernels);
        var (code, _, errors) = KitRun.Command("translate", source, "--target", "dcu,cpu", "--block", "64", "--pack", "-o", Path.Combine(_folder, "out"));
        code.ShouldBe(ExitCodes.Done, errors);
        string pack = Path.Combine(_folder, "out", "pack");
        if (KitRun.Shell(pack, "command -v hipcc").Length == 0)
        {
            Console.WriteLine("not run, because hipcc is not installed");
            return;
        }
        KitRun.Shell(pack, "sh build_dcu.sh 2>&1");
        File.Exists(Path.Combine(pack, "libk_dcu.so")).ShouldBeTrue();
    }
}
