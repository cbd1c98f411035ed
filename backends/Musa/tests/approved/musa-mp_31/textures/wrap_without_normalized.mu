// wrap_without_normalized.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void walk(musaTextureObject_t line, int *out)
{
    int i = threadIdx.x;
    short texel = tex1D<short>(line, (float)(i - 2) + 0.5f);
    out[i] = texel;
}
