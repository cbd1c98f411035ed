// float_compare_nan.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void compare(const float *a, const float *b, int *f, float *lo, float *hi)
{
    int i = threadIdx.x;
    int r = 0;
    if (a[i] < b[i]) {
        r |= 1;
    }
    if (a[i] <= b[i]) {
        if (a[i] != b[i]) {
            r |= 2;
        }
    }
    if (a[i] == b[i]) {
        r |= 4;
    }
    if (a[i] > b[i]) {
        r |= 8;
    }
    if (isnan(a[i])) {
        r |= 16;
    }
    if (a[i] == b[i]) {
        r |= 32;
    }
    f[i] = r;
    lo[i] = fminf(a[i], b[i]);
    hi[i] = fmaxf(a[i], b[i]);
}
