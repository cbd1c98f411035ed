// directed_conversions.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void convert(const int *in, unsigned int *out)
{
    unsigned int *p = out + 12u * threadIdx.x;
    int i = in[threadIdx.x];
    long long wide = (long long)i * 4294967281LL;
    (*p) = __float_as_uint(__int2float_rz(i));
    p[1] = __float_as_uint(__int2float_ru(i));
    p[2] = __float_as_uint(__int2float_rd(i));
    p[3] = __float_as_uint(__uint2float_rz((unsigned int)i));
    p[4] = __float_as_uint(__uint2float_ru((unsigned int)i));
    p[5] = __float_as_uint(__uint2float_rd((unsigned int)i));
    p[6] = __float_as_uint(__ll2float_rz(wide));
    p[7] = __float_as_uint(__ll2float_ru(wide));
    p[8] = __float_as_uint(__ll2float_rd(wide));
    p[9] = __float_as_uint(__ull2float_rz((unsigned long long)wide));
    p[10] = __float_as_uint(__ull2float_ru((unsigned long long)wide));
    p[11] = __float_as_uint(__ull2float_rd((unsigned long long)wide));
}
