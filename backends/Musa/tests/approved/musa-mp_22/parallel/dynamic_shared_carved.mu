// dynamic_shared_carved.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void carve(const float *x, const int *n, float *out)
{
    __align__(16) extern __shared__ unsigned char raw[];
    float *f = (float *)raw;
    int *k = (int *)(raw + 64);
    int t = threadIdx.x;
    int i = blockIdx.x * 16u + (unsigned int)t;
    f[t] = x[i];
    k[15 - t] = n[i];
    __syncthreads();
    out[i] = f[t] + (float)k[t];
}
