// swiglu.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void swiglu(const float *gate_up, float *out, int hidden)
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
