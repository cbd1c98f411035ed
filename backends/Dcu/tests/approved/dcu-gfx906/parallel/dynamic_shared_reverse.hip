// dynamic_shared_reverse.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void reverse(int *data)
{
    extern __shared__ int tile[];
    int *mine = data + blockIdx.x * blockDim.x;
    tile[threadIdx.x] = mine[threadIdx.x];
    __syncthreads();
    mine[threadIdx.x] = tile[blockDim.x - 1u - threadIdx.x];
}
