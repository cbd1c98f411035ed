// shuffle_xor_idx.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void exchange(const int *x, int *a, int *b, int *c)
{
    int t = threadIdx.x;
    int t_1 = __shfl_xor_sync(0xffffffffu, x[t], 1, 32);
    a[t] = t_1;
    int t_2 = __shfl_sync(0xffffffffu, x[t], 0, 8);
    b[t] = t_2;
    int t_3 = __shfl_sync(0xffffffffu, x[t], 31 - t, 32);
    c[t] = t_3;
}
