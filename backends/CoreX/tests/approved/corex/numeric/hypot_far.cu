// hypot_far.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void far(const double *x, const double *y, double *out)
{
    int i = threadIdx.x;
    out[i] = hypot(x[i], y[i]);
}
