// address_modes.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void walk(hipTextureObject_t line, int *out)
{
    int i = threadIdx.x;
    int texel = tex1D<int>(line, ((float)(i - 4) + 0.5f) / 4.0f);
    out[i] = texel;
}
