// shifts_and_division.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void shift(const int *x, const int *y, int *q, int *r, int *left, int *right, unsigned int *logical, unsigned int *uq)
{
    int i = threadIdx.x;
    q[i] = x[i] / y[i];
    r[i] = x[i] % y[i];
    left[i] = (unsigned int)x[i] << (unsigned int)y[i];
    right[i] = x[i] >> (unsigned int)y[i];
    logical[i] = (unsigned int)x[i] >> (unsigned int)y[i];
    uq[i] = (unsigned int)x[i] / (unsigned int)y[i];
}
