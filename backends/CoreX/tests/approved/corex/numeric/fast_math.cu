// fast_math.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void fast(const float *x, float *out)
{
    int i = threadIdx.x;
    out[6 * i] = __expf(x[i]);
    out[6 * i + 1] = __logf(x[i]);
    out[6 * i + 2] = __sinf(x[i]);
    out[6 * i + 3] = __cosf(x[i]);
    out[6 * i + 4] = __powf(x[i], 0.5f);
    out[6 * i + 5] = __fdividef(1.0f, x[i]);
}
