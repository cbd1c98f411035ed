// gemv_int8.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void gemv(signed char *w, signed char *x, const float *scale, float *y, int k)
{
    const int *w4 = (int *)(w + blockIdx.x * (unsigned int)k);
    const int *x4 = (int *)x;
    int s = 0;
    for (int i = threadIdx.x; i < k / 4; i += 32) {
        s = __dp4a(w4[i], x4[i], s);
    }
    for (int d = 16; d > 0; d >>= 1u) {
        int t = __shfl_down_sync(0xffffffffu, s, (unsigned int)d, 32);
        s += t;
    }
    if (threadIdx.x == 0u) {
        y[blockIdx.x] = (float)s * scale[blockIdx.x];
    }
}
