// fma_exact.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void contract(const float *a, const float *b, const float *c, float *fused, float *apart)
{
    int i = threadIdx.x;
    fused[i] = fmaf(a[i], b[i], c[i]);
    apart[i] = __fadd_rn(__fmul_rn(a[i], b[i]), c[i]);
}
