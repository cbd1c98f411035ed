// cumsum_rows.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void cumsum(const float *x, float *y, int cols)
{
    float s = 0.0f;
    for (int c = 0; c < cols; c++) {
        s += x[blockIdx.x * (unsigned int)cols + (unsigned int)c];
        y[blockIdx.x * (unsigned int)cols + (unsigned int)c] = s;
    }
}
