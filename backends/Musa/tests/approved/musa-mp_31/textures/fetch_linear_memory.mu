// fetch_linear_memory.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void gather(musaTextureObject_t table, const int *index, float *out)
{
    float texel = tex1Dfetch<float>(table, index[threadIdx.x]);
    out[threadIdx.x] = texel;
}
