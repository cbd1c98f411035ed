// specialisations.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline int size_double(double *unused0)
{
    return (int)(100ULL + 8ULL);
}

static __device__ inline int size(short unused0)
{
    return 6;
}

__global__ void names(int *out)
{
    double d = 0.0;
    (*out) = 0;
    out[1] = 1;
    out[2] = 2;
    out[3] = 3;
    out[4] = 14;
    out[5] = 4;
    out[6] = 5;
    int size_result = size_double(&d);
    out[7] = size_result;
    int size_result_1 = size((short)1);
    out[8] = size_result_1;
}
