// swiglu.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void swiglu(const float *gate_up, float *out, int hidden)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    int row = blockIdx.y;
    if (c >= hidden) {
        return;
    }
    float g = gate_up[row * 2 * hidden + c];
    float u = gate_up[row * 2 * hidden + hidden + c];
    out[row * hidden + c] = g / (1.0f + expf(-g)) * u;
}
