// array_reference.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline int sum_int_3(int (*v)[3])
{
    int s = 0;
    for (int i = 0; i < 3; i++) {
        s += (*v)[i];
    }
    return s;
}

static __device__ inline int rows_float_3_5(float (*unused0)[3][5])
{
    return 3;
}

__global__ void sums(int *out)
{
    int i = threadIdx.x;
    int v[3];
    v[0] = i + 1;
    v[1] = i + 2;
    v[2] = i + 3;
    int sum_result = sum_int_3(&v);
    out[2 * i] = sum_result;
    float table[3][5];
    int rows_result = rows_float_3_5(&table);
    out[2 * i + 1] = rows_result;
}
