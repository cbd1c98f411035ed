// double_to_float_directed.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void narrow(const double *in, unsigned int *out)
{
    unsigned int *p = out + 3u * threadIdx.x;
    double x = in[threadIdx.x];
    (*p) = __float_as_uint(__double2float_rz(x));
    p[1] = __float_as_uint(__double2float_ru(x));
    p[2] = __float_as_uint(__double2float_rd(x));
}
