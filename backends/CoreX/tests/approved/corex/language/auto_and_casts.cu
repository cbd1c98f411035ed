// auto_and_casts.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void casts(float *x, int *i, unsigned char *u, unsigned int *bits)
{
    unsigned int t = threadIdx.x;
    float v = x[t];
    i[t] = __float2int_rz(v);
    u[t] = __float2int_rz(v);
    bits[t] = (*(unsigned int *)(x + t));
}
