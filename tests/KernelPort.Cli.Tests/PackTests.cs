using KernelPort.Cli;

namespace KernelPort.Cli.Tests;

/// <summary>What a pack takes and refuses; that one runs is shown by samples/FatPackage.</summary>
public sealed class PackTests : IDisposable
{
    private readonly Workspace _work = new();

    public void Dispose() => _work.Dispose();

    private int Pack(string text, string targets) => _work.Run("translate", _work.Write("k.cu", text), "--target", targets, "--block", "64", "--pack", "-o", _work.Path("out"));

    [Fact]
    public void A_pack_has_a_launcher_a_kernel_and_an_image_a_member()
    {
        Pack("__global__ void k(const float* in, unsigned char* out, double d, bool b) { out[threadIdx.x] = b ? in[threadIdx.x] + d : 1; }\n", "opencl,cpu").ShouldBeOneOf(ExitCodes.Done, ExitCodes.Unsupported);
        _work.Read("out/pack/k_pack.h").ShouldContain("int kp_pack_k(const kp_launch *launch, const float *in_0, uint8_t *out_1, double d_2, bool b_3);");
        string source = _work.Read("out/pack/k_pack.cpp");
        source.ShouldContain("{8, 1}, {8, 1}, {8, 0}, {1, 0}");
        if (!_work.Error.Contains("KP0109", StringComparison.Ordinal))
        {
            source.ShouldContain("{&kp_member_opencl, opencl_image, sizeof opencl_image - 1},\n    {&kp_member_cpu, nullptr, 0},");
        }
        _work.Has("out/pack/kernels.o").ShouldBeTrue();
    }

    [Theory]
    [InlineData("__global__ void k(int* p) { p[0] = 1; }\n", "cpu,cann:950", ExitCodes.BadCommandLine, "cann:950 cannot be a member")]
    [InlineData("__global__ void k(int* p) { p[0] = 1; }\n", "opencl", ExitCodes.BadCommandLine, "needs the target cpu")]
    [InlineData("__global__ void k(int* p) { p[0] = 1; }\n", "cpu,nvptx64:sm_70,nvptx64:sm_80", ExitCodes.BadCommandLine, "named twice")]
    [InlineData("struct S { int a; };\n__global__ void k(int* p, S s) { p[0] = s.a; }\n", "cpu,opencl", ExitCodes.BadInput, "takes a structure by value")]
    [InlineData("__device__ int v;\n__global__ void k(int* p) { p[0] = v; }\n", "cpu,opencl", ExitCodes.BadInput, "'v' is a variable of the file")]
    [InlineData("void f() {}\n", "cpu,opencl", ExitCodes.BadInput, "has no kernel")]
    public void What_no_pack_can_be_is_refused(string text, string targets, int code, string said)
    {
        Pack(text, targets).ShouldBe(code);
        _work.Error.ShouldContain(said);
        _work.Has("out/pack/k_pack.h").ShouldBeFalse();
    }

    [Fact]
    public void A_member_that_lacks_a_kernel_is_left_out_by_name()
    {
        Pack("__global__ void k(int* p) { extern __shared__ int s[]; s[threadIdx.x] = p[threadIdx.x]; __syncthreads(); p[threadIdx.x] = s[63 - threadIdx.x]; }\n", "opencl,cpu").ShouldBe(ExitCodes.Done, _work.Error);
        _work.Error.ShouldContain("warning KP0109: opencl is left out of the pack");
        _work.Read("out/pack/k_pack.cpp").ShouldNotContain("opencl");
    }
}
