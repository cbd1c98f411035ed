// dropout_hash.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline unsigned int mix(unsigned int h)
{
    unsigned int h_1 = h;
    h_1 ^= h_1 >> 16u;
    h_1 *= 2146121005u;
    h_1 ^= h_1 >> 15u;
    h_1 *= 2221713035u;
    h_1 ^= h_1 >> 16u;
    return h_1;
}

__global__ void dropout(float *x, unsigned char *mask, unsigned int seed, float keep, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    unsigned int mix_result = mix(seed ^ (unsigned int)i * 2654435769u);
    float u = (float)(mix_result >> 8u) * (1.0f / 16777216.0f);
    bool k = u < keep;
    mask[i] = k;
    float chosen;
    if (k) {
        chosen = x[i] / keep;
    } else {
        chosen = 0.0f;
    }
    x[i] = chosen;
}
