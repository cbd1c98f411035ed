// references.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline void swap_if(int *x, int *y)
{
    if ((*x) > (*y)) {
        int t = (*x);
        (*x) = (*y);
        (*y) = t;
    }
}

__global__ void order(int *a, int *b)
{
    swap_if(a + threadIdx.x, b + threadIdx.x);
}
