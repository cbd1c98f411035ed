// fetch_linear_memory.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void gather(hipTextureObject_t table, const int *index, float *out)
{
    float texel = tex1Dfetch<float>(table, index[threadIdx.x]);
    out[threadIdx.x] = texel;
}
