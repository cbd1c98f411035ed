// attention_naive.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void attend(const float *q, const float *k, const float *v, float *o, int n, float scale)
{
    int base = blockIdx.x * (unsigned int)n * 8u;
    int row = threadIdx.x;
    if (row >= n) {
        return;
    }
    float m = -__int_as_float(0x7f800000);
    float s = 0.0f;
    float p[16];
    for (int j = 0; j <= row; j++) {
        float d = 0.0f;
        for (int c = 0; c < 8; c++) {
            d += q[base + row * 8 + c] * k[base + j * 8 + c];
        }
        p[j] = d * scale;
        m = fmaxf(m, p[j]);
    }
    for (int j_1 = 0; j_1 <= row; j_1++) {
        p[j_1] = expf(p[j_1] - m);
        s += p[j_1];
    }
    for (int c_1 = 0; c_1 < 8; c_1++) {
        float a = 0.0f;
        for (int j_2 = 0; j_2 <= row; j_2++) {
            a += p[j_2] * v[base + j_2 * 8 + c_1];
        }
        o[base + row * 8 + c_1] = a / s;
    }
}
