// fma_exact.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void contract(const float *a, const float *b, const float *c, float *fused, float *apart)
{
    int i = threadIdx.x;
    fused[i] = fmaf(a[i], b[i], c[i]);
    apart[i] = __fadd_rn(__fmul_rn(a[i], b[i]), c[i]);
}
