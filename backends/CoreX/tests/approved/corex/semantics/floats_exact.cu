// floats_exact.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void exact(const float *a, const float *b, const float *c, float *fused, float *rounded, float *sum, int *sign)
{
    int i = threadIdx.x;
    fused[i] = fmaf(a[i], b[i], c[i]);
    rounded[i] = __fadd_rn(__fmul_rn(a[i], b[i]), c[i]);
    sum[i] = a[i] + b[i];
    sign[i] = signbit(a[i]) ? 1 : 0;
}
