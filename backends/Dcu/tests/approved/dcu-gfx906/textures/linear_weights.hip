// linear_weights.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void sample(hipTextureObject_t line, const float *x, float *out)
{
    float texel = tex1D<float>(line, x[threadIdx.x]);
    out[threadIdx.x] = texel;
}
