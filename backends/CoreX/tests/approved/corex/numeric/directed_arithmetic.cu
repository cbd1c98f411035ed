// directed_arithmetic.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void directed(const float *a, const float *b, unsigned int *out)
{
    int i = threadIdx.x;
    unsigned int *p = out + 15 * i;
    float x = a[i];
    float y = b[i];
    float root = fabsf(x);
    (*p) = __float_as_uint(__fadd_rz(x, y));
    p[1] = __float_as_uint(__fadd_ru(x, y));
    p[2] = __float_as_uint(__fadd_rd(x, y));
    p[3] = __float_as_uint(__fsub_rz(x, y));
    p[4] = __float_as_uint(__fsub_ru(x, y));
    p[5] = __float_as_uint(__fsub_rd(x, y));
    p[6] = __float_as_uint(__fmul_rz(x, y));
    p[7] = __float_as_uint(__fmul_ru(x, y));
    p[8] = __float_as_uint(__fmul_rd(x, y));
    p[9] = __float_as_uint(__fdiv_rz(x, y));
    p[10] = __float_as_uint(__fdiv_ru(x, y));
    p[11] = __float_as_uint(__fdiv_rd(x, y));
    p[12] = __float_as_uint(__fsqrt_rz(root));
    p[13] = __float_as_uint(__fsqrt_ru(root));
    p[14] = __float_as_uint(__fsqrt_rd(root));
}
