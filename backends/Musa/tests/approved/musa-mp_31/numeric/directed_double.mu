// directed_double.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

__global__ void around(const double *a, const double *b, long long *out)
{
    int i = threadIdx.x;
    double x = a[i];
    double y = b[i];
    long long *o = out + 9 * i;
    (*o) = __double_as_longlong(__dadd_rz(x, y));
    o[1] = __double_as_longlong(__dadd_ru(x, y));
    o[2] = __double_as_longlong(__dadd_rd(x, y));
    o[3] = __double_as_longlong(__dmul_rz(x, y));
    o[4] = __double_as_longlong(__dmul_ru(x, y));
    o[5] = __double_as_longlong(__dmul_rd(x, y));
    o[6] = __double_as_longlong(__ddiv_rz(x, y));
    o[7] = __double_as_longlong(__ddiv_ru(x, y));
    o[8] = __double_as_longlong(__ddiv_rd(x, y));
}
