// address_modes.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void walk(cudaTextureObject_t line, int *out)
{
    int i = threadIdx.x;
    int texel = tex1D<int>(line, ((float)(i - 4) + 0.5f) / 4.0f);
    out[i] = texel;
}
