// multiply_high.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void high(const int *a, const int *b, int *s, unsigned int *u, long long *w)
{
    int i = threadIdx.x;
    s[i] = __mulhi(a[i], b[i]);
    u[i] = __umulhi((unsigned int)a[i], (unsigned int)b[i]);
    w[i] = (long long)a[i] * (long long)b[i];
}
