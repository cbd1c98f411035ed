// index_select_scatter_add.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void select(const float *x, const int *index, float *y, int cols, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n * cols) {
        y[i] = x[index[i / cols] * cols + i % cols];
    }
}

__global__ __launch_bounds__(1024) void scatter(const float *y, const int *index, float *sum, int cols, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n * cols) {
        atomicAdd(sum + index[i / cols] * cols + i % cols, y[i]);
    }
}
