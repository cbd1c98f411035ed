// normalized_float.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void luminance(cudaTextureObject_t image, float *out)
{
    float4 texel = tex2D<float4>(image, (float)threadIdx.x + 0.5f, 0.5f);
    float4 c = texel;
    out[2u * threadIdx.x] = 0.25f * c.x + 0.5f * c.y + 0.25f * c.z;
    out[2u * threadIdx.x + 1u] = c.w;
}

__global__ void signs(cudaTextureObject_t line, float *out)
{
    float texel = tex1D<float>(line, (float)threadIdx.x + 0.5f);
    out[threadIdx.x] = texel;
}

__global__ void halfway(cudaTextureObject_t line, float *out)
{
    float texel = tex1D<float>(line, 1.0f);
    (*out) = texel;
}
