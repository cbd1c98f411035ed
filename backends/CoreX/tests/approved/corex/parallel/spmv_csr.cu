// spmv_csr.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void spmv(const int *start, const int *col, const float *val, const float *x, float *y, int rows)
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
