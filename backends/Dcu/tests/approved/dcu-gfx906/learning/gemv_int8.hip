// gemv_int8.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void gemv(signed char *w, signed char *x, const float *scale, float *y, int k)
{
    const int *w4 = (int *)(w + blockIdx.x * (unsigned int)k);
    const int *x4 = (int *)x;
    int s = 0;
    for (int i = threadIdx.x; i < k / 4; i += 32) {
        int t = w4[i];
        int t_1 = x4[i];
        s = s + ((t << 24u) >> 24u) * ((t_1 << 24u) >> 24u) + ((t << 16u) >> 24u) * ((t_1 << 16u) >> 24u) + ((t << 8u) >> 24u) * ((t_1 << 8u) >> 24u) + (t >> 24u) * (t_1 >> 24u);
    }
    for (int d = 16; d > 0; d >>= 1u) {
        int t_2 = __shfl_down(s, (unsigned int)d, 32);
        s += t_2;
    }
    if (threadIdx.x == 0u) {
        y[blockIdx.x] = (float)s * scale[blockIdx.x];
    }
}
