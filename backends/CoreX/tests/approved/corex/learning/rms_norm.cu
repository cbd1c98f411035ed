// rms_norm.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void rms_norm(const float *x, const float *w, float *y, int cols, float eps)
{
    const float *row = x + blockIdx.x * (unsigned int)cols;
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) {
        s += row[c] * row[c];
    }
    for (int d = 16; d > 0; d >>= 1u) {
        float t = __shfl_xor_sync(0xffffffffu, s, d, 32);
        s += t;
    }
    float r = rsqrtf(s / (float)cols + eps);
    for (int c_1 = threadIdx.x; c_1 < cols; c_1 += 32) {
        y[blockIdx.x * (unsigned int)cols + (unsigned int)c_1] = row[c_1] * r * w[c_1];
    }
}
