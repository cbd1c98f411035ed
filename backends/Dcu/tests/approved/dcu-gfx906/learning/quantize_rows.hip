// quantize_rows.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void quantize(const float *x, signed char *q, float *scale, int width)
{
    const float *row = x + blockIdx.x * (unsigned int)width;
    float most = 0.0f;
    for (int i = threadIdx.x; i < width; i += 32) {
        most = fmaxf(most, fabsf(row[i]));
    }
    for (int d = 16; d > 0; d /= 2) {
        float t = __shfl_xor(most, d, (int)32u);
        most = fmaxf(most, t);
    }
    float s = most / 127.0f;
    for (int i_1 = threadIdx.x; i_1 < width; i_1 += 32) {
        q[blockIdx.x * (unsigned int)width + (unsigned int)i_1] = __float2int_rz(rintf(row[i_1] / s));
    }
    if (threadIdx.x == 0u) {
        scale[blockIdx.x] = s;
    }
}
