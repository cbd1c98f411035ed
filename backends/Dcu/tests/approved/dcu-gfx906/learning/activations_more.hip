// activations_more.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void hard_sigmoid(const float *x, float *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        y[i] = fminf(fmaxf(x[i] / 6.0f + 0.5f, 0.0f), 1.0f);
    }
}

__global__ __launch_bounds__(1024) void mish(const float *x, float *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        float softplus = v > 20.0f ? v : log1pf(expf(v));
        y[i] = v * tanhf(softplus);
    }
}

__global__ __launch_bounds__(1024) void log_sigmoid(const float *x, float *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        y[i] = fminf(v, 0.0f) - log1pf(expf(-fabsf(v)));
    }
}

__global__ __launch_bounds__(1024) void silu_backward(const float *__restrict__ grad, const float *__restrict__ x, float *__restrict__ y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float s = 1.0f / (1.0f + expf(-x[i]));
    y[i] = grad[i] * s * (1.0f + x[i] * (1.0f - s));
}
