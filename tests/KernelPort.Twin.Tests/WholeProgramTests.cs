using System.Diagnostics;

namespace KernelPort.Twin.Tests;

/// <summary>A whole CUDA program, host half included: the rewriter and the twin's host runtime.</summary>
public class WholeProgramTests
{
    [Fact]
    public void A_program_launches_and_reads_back()
    {
        if (!Places.CanRun("program"))
        {
            return;
        }
        var target = Places.Targets["cuda"];
        var source = TwinSource.Rewrite("""
            #include <cuda_runtime.h>
            #include <cstdio>
            #include <vector>
            __constant__ float factor;
            template <typename T> __global__ void scale(T* p, int n) {
                int i = blockIdx.x * blockDim.x + threadIdx.x;
                if (i < n) p[i] *= factor;
            }
            int main() {
                const int n = 1000;
                std::vector<float> h(n, 1.5f);
                float* d = nullptr;
                float f = 2.0f;
                cudaMalloc((void**)&d, n * sizeof(float));
                cudaMemcpyToSymbol(factor, &f, sizeof f);
                cudaMemcpy(d, h.data(), n * sizeof(float), cudaMemcpyHostToDevice);
                scale<<<(n + 255) / 256, 256>>>(d, n);
                scale<<<1, 5000>>>(d, n);
                printf("%s\n", cudaGetErrorString(cudaGetLastError()));
                cudaMemcpy(h.data(), d, n * sizeof(float), cudaMemcpyDeviceToHost);
                cudaFree(d);
                printf("%g %g\n", h[0], h[n - 1]);
            }
            """, target);
        var program = Places.Runner.Compile(source.Text, target, []);
        program.Status.ShouldBe(TwinStatus.Done, program.Output);
        using var process = Process.Start(new ProcessStartInfo(program.Executable) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd().ShouldBe("invalid configuration argument\n3 3\n");
    }
}
