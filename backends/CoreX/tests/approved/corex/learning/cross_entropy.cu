// cross_entropy.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void loss(const float *logits, const int *label, float *out, float *total, int rows)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) {
        return;
    }
    const float *x = logits + 10 * r;
    float m = (*x);
    float s = 0.0f;
    for (int c = 1; c < 10; c++) {
        m = fmaxf(m, x[c]);
    }
    for (int c_1 = 0; c_1 < 10; c_1++) {
        s += expf(x[c_1] - m);
    }
    float v = logf(s) + m - x[label[r]];
    out[r] = v;
    atomicAdd(total, v / (float)rows);
}
