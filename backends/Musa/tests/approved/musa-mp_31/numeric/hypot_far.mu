// hypot_far.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void far(const double *x, const double *y, double *out)
{
    int i = threadIdx.x;
    out[i] = hypot(x[i], y[i]);
}
