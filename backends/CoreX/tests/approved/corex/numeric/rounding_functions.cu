// rounding_functions.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void round_all(const float *x, float *f, float *c, float *t, float *r, float *n, float *m)
{
    int i = threadIdx.x;
    f[i] = floorf(x[i]);
    c[i] = ceilf(x[i]);
    t[i] = truncf(x[i]);
    r[i] = roundf(x[i]);
    n[i] = rintf(x[i]);
    m[i] = fmodf(x[i], 1.0f);
}
