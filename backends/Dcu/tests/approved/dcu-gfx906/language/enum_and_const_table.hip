// enum_and_const_table.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__constant__ int weight[3] = {10, 20, 30};

__global__ __launch_bounds__(1024) void shade(int *out)
{
    int k = threadIdx.x % (unsigned int)(2 + 1);
    out[threadIdx.x] = weight[k];
}
