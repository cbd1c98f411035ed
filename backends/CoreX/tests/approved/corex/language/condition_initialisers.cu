// condition_initialisers.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline int absolute(int x)
{
    return x < 0 ? -x : x;
}

__global__ void choose(const int *v, int *out)
{
    int *o = out + 2u * threadIdx.x;
    int absolute_result = absolute(v[threadIdx.x]);
    int size = absolute_result;
    if (size > 0) {
        (*o) = size;
    } else {
        (*o) = size;
    }
    int absolute_result_1 = absolute(v[threadIdx.x]);
    int size_1 = absolute_result_1;
    switch (size_1 / 10) {
    case 0:
        {
            o[1] = size_1 * size_1;
            break;
        }
    default:
        {
            o[1] = 2 * size_1;
        }
    }
}
