// vector_loads.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void add4(float *a, float *b, int n)
{
    int i = threadIdx.x;
    if (i >= n) {
        return;
    }
    float4 x = ((float4 *)a)[i];
    float4 y = ((float4 *)b)[i];
    x.x += y.x;
    x.y += y.y;
    x.z += y.z;
    x.w += y.w;
    ((float4 *)a)[i] = x;
}
