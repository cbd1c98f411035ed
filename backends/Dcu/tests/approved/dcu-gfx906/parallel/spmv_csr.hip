// spmv_csr.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void spmv(const int *start, const int *col, const float *val, const float *x, float *y, int rows)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < rows) {
        float s = 0.0f;
        for (int j = start[r]; j < start[r + 1]; j++) {
            s += val[j] * x[col[j]];
        }
        y[r] = s;
    }
}
