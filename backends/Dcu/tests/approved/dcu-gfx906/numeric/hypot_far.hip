// hypot_far.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void far(const double *x, const double *y, double *out)
{
    int i = threadIdx.x;
    out[i] = hypot(x[i], y[i]);
}
