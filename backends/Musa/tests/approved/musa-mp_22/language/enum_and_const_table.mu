// enum_and_const_table.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__constant__ int weight[3] = {10, 20, 30};

__global__ void shade(int *out)
{
    int k = threadIdx.x % (unsigned int)(2 + 1);
    out[threadIdx.x] = weight[k];
}
