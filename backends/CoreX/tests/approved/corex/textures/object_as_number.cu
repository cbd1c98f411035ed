// object_as_number.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline float at(unsigned long long t, int i)
{
    float texel = tex1D<float>(t, (float)i + 0.5f);
    return texel;
}

__global__ void pick(unsigned long long even, unsigned long long odd, float *out)
{
    int i = threadIdx.x & 1u;
    unsigned long long chosen = i != 0 ? odd : even;
    float at_result = at(chosen, i);
    out[threadIdx.x] = at_result;
}

__global__ void halves(unsigned long long picture, float *out)
{
    uint2 parts = make_uint2(picture & 4294967295ULL, picture >> 32u);
    unsigned long long whole = (unsigned long long)parts.x | ((unsigned long long)parts.y << 32u);
    float texel = tex1Dfetch<float>(whole, (int)threadIdx.x);
    out[threadIdx.x] = texel;
}
