// sync_count.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void count(const int *x, int *out)
{
    int v = x[blockIdx.x * 50u + threadIdx.x];
    int t = __syncthreads_count(v % 3 == 0);
    int c = t;
    int t_1 = __syncthreads_and(v % 3 == 0);
    int a = t_1;
    int t_2 = __syncthreads_or(v % 50 == 49);
    int o = t_2;
    if (threadIdx.x == 0u) {
        out[3u * blockIdx.x] = c;
        out[3u * blockIdx.x + 1u] = a;
        out[3u * blockIdx.x + 2u] = o;
    }
}
