// casts_beyond.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void beyond(int *out, int one)
{
    out[threadIdx.x] = (short)2147483647;
    out[threadIdx.x + 4u] = (short)__float2int_rz(8.198553e+16f * (float)one);
}
