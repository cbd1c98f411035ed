// histogram_shared.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void histogram(const unsigned char *in, unsigned int *bins, int n)
{
    __shared__ unsigned int local[16];
    if (threadIdx.x < 16u) {
        local[threadIdx.x] = 0u;
    }
    __syncthreads();
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        atomicAdd(&local[in[i]], 1u);
    }
    __syncthreads();
    if (threadIdx.x < 16u) {
        atomicAdd(bins + threadIdx.x, local[threadIdx.x]);
    }
}
