// address_modes.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void walk(musaTextureObject_t line, int *out)
{
    int i = threadIdx.x;
    int texel = tex1D<int>(line, ((float)(i - 4) + 0.5f) / 4.0f);
    out[i] = texel;
}
