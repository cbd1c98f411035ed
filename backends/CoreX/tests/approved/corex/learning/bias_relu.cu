// bias_relu.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void bias_relu(float *x, const float *bias, int rows, int cols)
{
    int c = threadIdx.x;
    int r = blockIdx.x;
    if (r < rows && c < cols) {
        float v = x[r * cols + c] + bias[c];
        x[r * cols + c] = v > 0.0f ? v : 0.0f;
    }
}
