// cumsum_rows.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void cumsum(const float *x, float *y, int cols)
{
    float s = 0.0f;
    for (int c = 0; c < cols; c++) {
        s += x[blockIdx.x * (unsigned int)cols + (unsigned int)c];
        y[blockIdx.x * (unsigned int)cols + (unsigned int)c] = s;
    }
}
