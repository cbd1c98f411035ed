// funnel_and_dp4a.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void packed(const unsigned int *a, const unsigned int *b, int *out)
{
    int i = threadIdx.x;
    out[3 * i] = 0;
    out[3 * i + 1] = 0;
    unsigned int t = a[i];
    unsigned int t_1 = b[i];
    out[3 * i + 2] = 0 + (((int)t << 24u) >> 24u) * (((int)t_1 << 24u) >> 24u) + (((int)t << 16u) >> 24u) * (((int)t_1 << 16u) >> 24u) + (((int)t << 8u) >> 24u) * (((int)t_1 << 8u) >> 24u) + ((int)t >> 24u) * ((int)t_1 >> 24u);
    unsigned int l = __funnelshift_l(a[i], b[i], (unsigned int)(i == 3 ? 0 : i + 1 + (int)(i == 0)));
    unsigned int r = __funnelshift_r(a[i], b[i], (unsigned int)(i + 1));
    out[3 * i] = l;
    out[3 * i + 1] = r;
}
