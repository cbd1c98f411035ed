// block_sum.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void block_sum_256(const int *in, int *out, int n)
{
    __shared__ int part[256];
    int i = blockIdx.x * 256u + threadIdx.x;
    int chosen;
    if (i < n) {
        chosen = in[i];
    } else {
        chosen = 0;
    }
    part[threadIdx.x] = chosen;
    __syncthreads();
    for (int step = 256 / 2; step > 0; step /= 2) {
        if (threadIdx.x < (unsigned int)step) {
            part[threadIdx.x] += part[threadIdx.x + (unsigned int)step];
        }
        __syncthreads();
    }
    if (threadIdx.x == 0u) {
        out[blockIdx.x] = part[0];
    }
}
