// gelu_backward.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void gelu_backward(const float *x, const float *dy, float *dx, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float v = x[i];
    float c = 0.044715f * v * v * v;
    float t = tanhf(0.7978846f * (v + c));
    float s = 1.0f - t * t;
    dx[i] = dy[i] * (0.5f * (1.0f + t) + 0.5f * v * s * 0.7978846f * (1.0f + 3.0f * 0.044715f * v * v));
}
