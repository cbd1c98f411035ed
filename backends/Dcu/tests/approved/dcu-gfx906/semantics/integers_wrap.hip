// integers_wrap.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void wrap(const int *x, const int *y, int *sum, int *difference, int *product, short *narrow, unsigned char *bytes, int *negated)
{
    int i = threadIdx.x;
    sum[i] = x[i] + y[i];
    difference[i] = x[i] - y[i];
    product[i] = x[i] * y[i];
    narrow[i] = x[i];
    bytes[i] = x[i];
    negated[i] = -x[i];
}
