// shuffle_xor_idx.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void exchange(const int *x, int *a, int *b, int *c)
{
    int t = threadIdx.x;
    int t_1 = __shfl_xor(x[t], 1, 32);
    a[t] = t_1;
    int t_2 = __shfl(x[t], 0, 8);
    b[t] = t_2;
    int t_3 = __shfl(x[t], 31 - t, 32);
    c[t] = t_3;
}
