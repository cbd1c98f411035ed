// linear_weights.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void sample(musaTextureObject_t line, const float *x, float *out)
{
    float texel = tex1D<float>(line, x[threadIdx.x]);
    out[threadIdx.x] = texel;
}
