// added_by_all_blocks.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void rows(const int *__restrict__ in, int *__restrict__ sums, unsigned long long *__restrict__ total, unsigned int *__restrict__ odd, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    atomicAdd(sums + (threadIdx.x + 3u), in[i]);
    if ((in[i] & 1) != 0) {
        atomicAdd(odd, 1u);
        atomicAdd(total, (unsigned long long)in[i] << 31u);
    }
    if (threadIdx.x == 7u) {
        atomicAdd(sums + 1, -in[i]);
    }
}

__global__ __launch_bounds__(1024) void seen(unsigned int *counts, unsigned int *copies)
{
    atomicAdd(counts + threadIdx.x, threadIdx.x + 1u);
    atomicAdd(counts + 64, 2u);
    __syncthreads();
    copies[threadIdx.x] = counts[63u - threadIdx.x] + counts[64];
}

__global__ __launch_bounds__(1024) void planes(unsigned int *sums, int *shifted, int turns)
{
    int t = threadIdx.y * blockDim.x + threadIdx.x;
    for (int k = 0; k < turns; k++) {
        atomicAdd(sums + t, blockIdx.x + 10u * blockIdx.y + (unsigned int)k);
        atomicAdd(shifted + (t + k), 1);
    }
    if (t % 5 == 2) {
        atomicAdd(sums + (48u + threadIdx.y), 1u);
    }
    atomicSub(shifted + 59, 1);
}
