// warp_sum_down.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void warp_sum(const float *in, float *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    float v = in[i];
    for (int d = 16; d > 0; d >>= 1u) {
        float t = __shfl_down_sync(0xffffffffu, v, (unsigned int)d, 32);
        v += t;
    }
    if (threadIdx.x % 32u == 0u) {
        out[i / 32] = v;
    }
}
