// constant_table.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__constant__ float taps[3];

__device__ int calls;

__global__ void convolve(const float *in, float *out, int n)
{
    int i = threadIdx.x;
    float chosen;
    if (i > 0) {
        chosen = in[i - 1];
    } else {
        chosen = 0.0f;
    }
    float left = chosen;
    float chosen_1;
    if (i + 1 < n) {
        chosen_1 = in[i + 1];
    } else {
        chosen_1 = 0.0f;
    }
    float right = chosen_1;
    out[i] = taps[0] * left + taps[1] * in[i] + taps[2] * right;
    atomicAdd(&calls, 1);
}
