// long_long_arithmetic.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void wide(const long long *a, const long long *b, long long *q, long long *r, unsigned long long *x, int *c)
{
    int i = threadIdx.x;
    q[i] = a[i] / b[i];
    r[i] = a[i] % b[i];
    x[i] = (unsigned long long)a[i] + (unsigned long long)b[i];
    c[i] = __popcll((unsigned long long)a[i]);
}
