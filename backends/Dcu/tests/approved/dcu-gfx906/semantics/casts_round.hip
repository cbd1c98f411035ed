// casts_round.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void cast(const int *i, const unsigned int *u, const double *d, float *fi, float *fu, float *fd)
{
    int t = threadIdx.x;
    fi[t] = (float)i[t];
    fu[t] = (float)u[t];
    fd[t] = (float)d[t];
}
