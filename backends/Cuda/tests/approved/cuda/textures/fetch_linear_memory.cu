// fetch_linear_memory.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void gather(cudaTextureObject_t table, const int *index, float *out)
{
    float texel = tex1Dfetch<float>(table, index[threadIdx.x]);
    out[threadIdx.x] = texel;
}
