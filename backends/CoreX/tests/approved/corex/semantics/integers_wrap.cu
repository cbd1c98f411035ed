// integers_wrap.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void wrap(const int *x, const int *y, int *sum, int *difference, int *product, short *narrow, unsigned char *bytes, int *negated)
{
    int i = threadIdx.x;
    sum[i] = x[i] + y[i];
    difference[i] = x[i] - y[i];
    product[i] = x[i] * y[i];
    narrow[i] = x[i];
    bytes[i] = x[i];
    negated[i] = -x[i];
}
