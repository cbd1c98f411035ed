// funnel_and_dp4a.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void packed(const unsigned int *a, const unsigned int *b, int *out)
{
    int i = threadIdx.x;
    out[3 * i] = 0;
    out[3 * i + 1] = 0;
    out[3 * i + 2] = __dp4a((int)a[i], (int)b[i], 0);
    unsigned int l = __funnelshift_l(a[i], b[i], (unsigned int)(i == 3 ? 0 : i + 1 + (int)(i == 0)));
    unsigned int r = __funnelshift_r(a[i], b[i], (unsigned int)(i + 1));
    out[3 * i] = l;
    out[3 * i + 1] = r;
}
