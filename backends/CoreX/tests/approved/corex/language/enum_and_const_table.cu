// enum_and_const_table.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__constant__ int weight[3] = {10, 20, 30};

__global__ void shade(int *out)
{
    int k = threadIdx.x % (unsigned int)(2 + 1);
    out[threadIdx.x] = weight[k];
}
