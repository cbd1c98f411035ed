// last_block_reduces.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__device__ unsigned int done;

__global__ void total(const int *in, int *part, int *out)
{
    __shared__ int s[32];
    __shared__ bool last;
    int t = threadIdx.x;
    s[t] = in[blockIdx.x * 32u + (unsigned int)t];
    __syncthreads();
    for (int d = 16; d > 0; d /= 2) {
        if (t < d) {
            s[t] += s[t + d];
        }
        __syncthreads();
    }
    if (t == 0) {
        part[blockIdx.x] = s[0];
        __threadfence();
        unsigned int old = atomicInc(&done, gridDim.x);
        last = old == gridDim.x - 1u;
    }
    __syncthreads();
    if (last && t == 0) {
        int v = 0;
        for (int b = 0; (unsigned int)b < gridDim.x; b++) {
            v += part[b];
        }
        (*out) = v;
    }
}
