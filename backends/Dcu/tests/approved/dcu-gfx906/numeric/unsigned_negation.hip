// unsigned_negation.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void negate(const unsigned int *in, float *f, unsigned int *u, unsigned long long *wide)
{
    unsigned int x = in[threadIdx.x];
    f[threadIdx.x] = (float)-x;
    u[threadIdx.x] = -x / 2u;
    wide[threadIdx.x] = -(unsigned long long)x;
}
