// activations_smooth.cu for cuda, translated by KernelPort.
#include <cuda_runtime.h>

__global__ void silu(const float *x, float *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = x[i] / (1.0f + expf(-x[i]));
    }
}

__global__ void mish(const float *__restrict__ x, float *__restrict__ y, int n)
{
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) {
        float v = x[i];
        float sp = v > 20.0f ? v : log1pf(expf(v));
        y[i] = v * tanhf(sp);
    }
}

__global__ void softplus(const float *x, float *y, int n, float beta, float threshold)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float z = x[i] * beta;
    float chosen;
    if (z > threshold) {
        chosen = x[i];
    } else {
        chosen = log1pf(expf(z)) / beta;
    }
    y[i] = chosen;
}

__global__ void silu_backward(const float *x, const float *dy, float *dx, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float s = 1.0f / (1.0f + expf(-x[i]));
    dx[i] = dy[i] * s * (1.0f + x[i] * (1.0f - s));
}
