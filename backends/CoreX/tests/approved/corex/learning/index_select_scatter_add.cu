// index_select_scatter_add.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void select(const float *x, const int *index, float *y, int cols, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n * cols) {
        y[i] = x[index[i / cols] * cols + i % cols];
    }
}

__global__ void scatter(const float *y, const int *index, float *sum, int cols, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n * cols) {
        atomicAdd(sum + index[i / cols] * cols + i % cols, y[i]);
    }
}
