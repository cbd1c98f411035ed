// references.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

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
