// default_arguments.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

static __device__ inline int raise(int b, int e)
{
    int r = 1;
    for (int i = 0; i < e; i++) {
        r *= b;
    }
    return r;
}

__global__ __launch_bounds__(1024) void powers(int *out)
{
    int i = threadIdx.x;
    int raise_result = raise(i, 2);
    out[i] = raise_result;
    int raise_result_1 = raise(i, 3);
    out[i + 4] = raise_result_1;
}
