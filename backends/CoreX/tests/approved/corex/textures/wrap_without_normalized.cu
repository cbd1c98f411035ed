// wrap_without_normalized.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void walk(cudaTextureObject_t line, int *out)
{
    int i = threadIdx.x;
    short texel = tex1D<short>(line, (float)(i - 2) + 0.5f);
    out[i] = texel;
}
