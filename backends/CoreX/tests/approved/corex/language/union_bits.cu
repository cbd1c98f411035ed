// union_bits.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void split(const float *x, int *sign, int *exponent, int *mantissa)
{
    unsigned int b = __float_as_uint(x[threadIdx.x]);
    sign[threadIdx.x] = b >> 31u;
    exponent[threadIdx.x] = (b >> 23u) & 255u;
    mantissa[threadIdx.x] = b & 8388607u;
}
