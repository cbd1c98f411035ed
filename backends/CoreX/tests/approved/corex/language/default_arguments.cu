// default_arguments.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int raise(int b, int e)
{
    int r = 1;
    for (int i = 0; i < e; i++) {
        r *= b;
    }
    return r;
}

__global__ void powers(int *out)
{
    int i = threadIdx.x;
    int raise_result = raise(i, 2);
    out[i] = raise_result;
    int raise_result_1 = raise(i, 3);
    out[i + 4] = raise_result_1;
}
