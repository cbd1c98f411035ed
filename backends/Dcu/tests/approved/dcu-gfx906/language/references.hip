// references.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

static __device__ inline void swap_if(int *x, int *y)
{
    if ((*x) > (*y)) {
        int t = (*x);
        (*x) = (*y);
        (*y) = t;
    }
}

__global__ __launch_bounds__(1024) void order(int *a, int *b)
{
    swap_if(a + threadIdx.x, b + threadIdx.x);
}
