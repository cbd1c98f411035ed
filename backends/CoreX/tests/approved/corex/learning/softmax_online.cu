// softmax_online.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void online(const float *in, float *out, int cols)
{
    const float *x = in + blockIdx.x * (unsigned int)cols;
    float m = -__int_as_float(0x7f800000);
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) {
        float v = x[c];
        float big = fmaxf(m, v);
        s = s * expf(m - big) + expf(v - big);
        m = big;
    }
    for (int d = 16; d > 0; d >>= 1u) {
        float t = __shfl_xor_sync(0xffffffffu, m, d, 32);
        float om = t;
        float t_1 = __shfl_xor_sync(0xffffffffu, s, d, 32);
        float os = t_1;
        float big_1 = fmaxf(m, om);
        s = s * expf(m - big_1) + os * expf(om - big_1);
        m = big_1;
    }
    for (int c_1 = threadIdx.x; c_1 < cols; c_1 += 32) {
        out[blockIdx.x * (unsigned int)cols + (unsigned int)c_1] = expf(x[c_1] - m) / s;
    }
}
