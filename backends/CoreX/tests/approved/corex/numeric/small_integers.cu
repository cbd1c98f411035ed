// small_integers.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void narrow(const signed char *a, const signed char *b, signed char *s, short *m, unsigned short *us, unsigned char *h)
{
    int i = threadIdx.x;
    s[i] = (int)a[i] + (int)b[i];
    m[i] = (int)a[i] * (int)b[i];
    us[i] = (int)a[i] + (int)b[i];
    h[i] = (int)a[i] >> 1u;
}
