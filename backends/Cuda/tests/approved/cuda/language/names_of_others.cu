// names_of_others.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

struct params {
    int base;
    int step;
};

__global__ void zero_point(params p, int *zero_point_1)
{
    zero_point_1[threadIdx.x] = p.base + (int)threadIdx.x * p.step;
}
