// optimisers_more.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>

__global__ __launch_bounds__(1024) void rmsprop(float *w, const float *g, float *s, float lr, float decay, float eps, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = decay * s[i] + (1.0f - decay) * g[i] * g[i];
        s[i] = v;
        w[i] -= lr * g[i] / (sqrtf(v) + eps);
    }
}

__global__ __launch_bounds__(1024) void adagrad(float *w, const float *g, float *h, float lr, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    h[i] += g[i] * g[i];
    w[i] -= lr * g[i] * rsqrtf(h[i] + 1e-10f);
}

__global__ __launch_bounds__(1024) void lion(float *w, const float *g, float *m, float lr, float b1, float b2, float decay, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float c = b1 * m[i] + (1.0f - b1) * g[i];
        float sign = c > 0.0f ? 1.0f : c < 0.0f ? -1.0f : 0.0f;
        w[i] -= lr * (sign + decay * w[i]);
        m[i] = b2 * m[i] + (1.0f - b2) * g[i];
    }
}
