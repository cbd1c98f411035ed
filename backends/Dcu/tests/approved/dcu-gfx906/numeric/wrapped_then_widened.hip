// wrapped_then_widened.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void widen(const int *x, unsigned long long *out, int *picked, unsigned int base, unsigned int shift)
{
    unsigned int i = blockIdx.x * blockDim.x + threadIdx.x;
    int v = i + base;
    out[i] = v;
    int at = i + shift;
    picked[i] = x[at];
}
