// int_to_float_rounding.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

__global__ void convert(const int *x, float *rn, float *rz, float *up, float *plain)
{
    int i = threadIdx.x;
    rn[i] = (float)x[i];
    rz[i] = __int2float_rz(x[i]);
    up[i] = __int2float_ru(x[i]);
    plain[i] = (float)x[i];
}
