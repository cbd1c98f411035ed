// dynamic_shared_reverse.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void reverse(int *data)
{
    extern __shared__ int tile[];
    int *mine = data + blockIdx.x * blockDim.x;
    tile[threadIdx.x] = mine[threadIdx.x];
    __syncthreads();
    mine[threadIdx.x] = tile[blockDim.x - 1u - threadIdx.x];
}
