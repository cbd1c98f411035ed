// unsigned_negation.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void negate(const unsigned int *in, float *f, unsigned int *u, unsigned long long *wide)
{
    unsigned int x = in[threadIdx.x];
    f[threadIdx.x] = (float)-x;
    u[threadIdx.x] = -x / 2u;
    wide[threadIdx.x] = -(unsigned long long)x;
}
