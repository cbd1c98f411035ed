// float_to_int_saturates.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void convert(const float *x, int *rn, int *rz, int *up, int *down, unsigned int *u, long long *l)
{
    int i = threadIdx.x;
    rn[i] = __float2int_rz(rintf(x[i]));
    rz[i] = __float2int_rz(x[i]);
    up[i] = __float2int_rz(ceilf(x[i]));
    down[i] = __float2int_rz(floorf(x[i]));
    u[i] = __float2uint_rz(x[i]);
    l[i] = __float2ll_rz(rintf(x[i]));
}
