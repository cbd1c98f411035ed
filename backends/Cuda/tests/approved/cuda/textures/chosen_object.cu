// chosen_object.cu for cuda, translated by KernelPort.
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
