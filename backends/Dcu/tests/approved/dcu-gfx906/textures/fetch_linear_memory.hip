// fetch_linear_memory.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void gather(unsigned long long table, const int *index, float *out)
{
    float texel = tex1Dfetch<float>((hipTextureObject_t)table, index[threadIdx.x]);
    out[threadIdx.x] = texel;
}
