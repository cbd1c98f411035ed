// blackscholes.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline float cnd(float d)
{
    float k = 1.0f / (1.0f + 0.2316419f * fabsf(d));
    float c = 0.3989423f * expf(-0.5f * d * d) * (k * (0.31938154f + k * (-0.35656378f + k * (1.7814779f + k * (-1.8212559f + k * 1.3302745f)))));
    return d > 0.0f ? 1.0f - c : c;
}

__global__ void price(const float *s, const float *k, const float *t, float *call, float *put, float r, float v, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float root = sqrtf(t[i]);
    float d1 = (logf(s[i] / k[i]) + (r + 0.5f * v * v) * t[i]) / (v * root);
    float d2 = d1 - v * root;
    float e = expf(-r * t[i]);
    float t_1 = s[i];
    float cnd_result = cnd(d1);
    float t_2 = k[i];
    float cnd_result_1 = cnd(d2);
    call[i] = t_1 * cnd_result - t_2 * e * cnd_result_1;
    float t_3 = k[i];
    float cnd_result_2 = cnd(d2);
    float t_4 = s[i];
    float cnd_result_3 = cnd(d1);
    put[i] = t_3 * e * (1.0f - cnd_result_2) - t_4 * (1.0f - cnd_result_3);
}
