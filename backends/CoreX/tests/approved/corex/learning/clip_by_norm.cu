// clip_by_norm.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void square_sum(const float *g, float *norm, int n)
{
    float s = 0.0f;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        s += g[i] * g[i];
    }
    for (int d = 16; d > 0; d >>= 1u) {
        float t = __shfl_down_sync(0xffffffffu, s, (unsigned int)d, 32);
        s += t;
    }
    if (threadIdx.x % 32u == 0u) {
        atomicAdd(norm, s);
    }
}

__global__ void clip(float *g, const float *norm, float limit, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    float size = sqrtf((*norm));
    if (i < n && size > limit) {
        g[i] *= limit / (size + 1e-06f);
    }
}
