// wrap_without_normalized.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void walk(hipTextureObject_t line, int *out)
{
    int i = threadIdx.x;
    short texel = tex1D<short>(line, (float)(i - 2) + 0.5f);
    out[i] = texel;
}
