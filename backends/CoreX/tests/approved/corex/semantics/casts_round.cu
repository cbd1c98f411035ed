// casts_round.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void cast(const int *i, const unsigned int *u, const double *d, float *fi, float *fu, float *fd)
{
    int t = threadIdx.x;
    fi[t] = (float)i[t];
    fu[t] = (float)u[t];
    fd[t] = (float)d[t];
}
