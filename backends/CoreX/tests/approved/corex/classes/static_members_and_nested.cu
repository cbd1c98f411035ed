// static_members_and_nested.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

struct Config_Cell {
    int v;
};

static __device__ inline int Config_Cell_doubled(Config_Cell *self)
{
    return self->v * 2;
}

static __device__ inline int Config_scale(int x)
{
    return x * 12;
}

__global__ void table(int *out)
{
    __shared__ int cells[4];
    int t = threadIdx.x;
    Config_Cell c;
    c.v = t + 1;
    int doubled_result = Config_Cell_doubled(&c);
    cells[t] = doubled_result / 2;
    __syncthreads();
    int scale_result = Config_scale(cells[t]);
    out[t] = scale_result + 1;
}
