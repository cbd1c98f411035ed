// device_globals.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__constant__ int limit;

__device__ unsigned int below;

__device__ unsigned int above;

__global__ void count(const int *in, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    if (in[i] < limit) {
        atomicAdd(&below, 1u);
    } else {
        atomicAdd(&above, 1u);
    }
}

__global__ void publish(int *out)
{
    (*out) = below;
    out[1] = above;
}
