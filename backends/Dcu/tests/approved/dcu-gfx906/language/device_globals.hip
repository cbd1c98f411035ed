// device_globals.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__constant__ int limit;

__device__ unsigned int below;

__device__ unsigned int above;

__global__ __launch_bounds__(1024) void count(const int *in, int n)
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

__global__ __launch_bounds__(1024) void publish(int *out)
{
    (*out) = below;
    out[1] = above;
}
