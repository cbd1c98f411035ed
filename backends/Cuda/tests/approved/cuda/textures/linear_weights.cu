// linear_weights.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void sample(cudaTextureObject_t line, const float *x, float *out)
{
    float texel = tex1D<float>(line, x[threadIdx.x]);
    out[threadIdx.x] = texel;
}
