// multiply_high.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void high(const int *a, const int *b, int *s, unsigned int *u, long long *w)
{
    int i = threadIdx.x;
    s[i] = __mulhi(a[i], b[i]);
    u[i] = __umulhi((unsigned int)a[i], (unsigned int)b[i]);
    w[i] = (long long)a[i] * (long long)b[i];
}
