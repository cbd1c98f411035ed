// batch_norm_inference.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void batch_norm(const float *x, const float *mean, const float *var, const float *gamma, const float *beta, float *y, int n)
{
    int c = blockIdx.y;
    int i = threadIdx.x;
    if (i < n) {
        y[c * n + i] = (x[c * n + i] - mean[c]) * rsqrtf(var[c]) * gamma[c] + beta[c];
    }
}
