// group_norm.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void group_norm(const float *x, const float *gamma, const float *beta, float *y, int per_group, int spatial)
{
    int groups = gridDim.y;
    int n = blockIdx.x;
    int g = blockIdx.y;
    int count = per_group * spatial;
    int base = (n * groups + g) * count;
    float s = 0.0f;
    float q = 0.0f;
    for (int i = threadIdx.x; i < count; i += 32) {
        float v = x[base + i];
        s += v;
        q += v * v;
    }
    for (int d = 16; d > 0; d >>= 1u) {
        float t = __shfl_xor_sync(0xffffffffu, s, d, 32);
        s += t;
        float t_1 = __shfl_xor_sync(0xffffffffu, q, d, 32);
        q += t_1;
    }
    float mean = s / (float)count;
    float r = rsqrtf(q / (float)count - mean * mean + 1e-05f);
    for (int i_1 = threadIdx.x; i_1 < count; i_1 += 32) {
        int c = g * per_group + i_1 / spatial;
        y[base + i_1] = (x[base + i_1] - mean) * r * gamma[c] + beta[c];
    }
}
