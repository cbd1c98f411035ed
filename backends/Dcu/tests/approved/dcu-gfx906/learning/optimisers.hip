// optimisers.cu for dcu:gfx906, translated by KernelPort.
#include <hip/hip_runtime.h>
#include <hip/hip_fp16.h>

__global__ __launch_bounds__(1024) void sgd_nesterov(float *p, float *v, const float *g, float lr, float momentum, float decay, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float d = g[i] + decay * p[i];
    float m = momentum * v[i] + d;
    v[i] = m;
    p[i] -= lr * (d + momentum * m);
}

static __device__ inline float lerp_of(float start, float end, float weight)
{
    return fmaf(weight, end, fmaf(-weight, start, start));
}

__global__ __launch_bounds__(1024) void adam(float *p, float *m, float *v, const float *g, float lr, float b1, float b2, float eps, int step, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float grad = g[i];
    float lerp_of_result = lerp_of(grad, m[i], b1);
    float mm = lerp_of_result;
    m[i] = mm;
    float lerp_of_result_1 = lerp_of(grad * grad, v[i], b2);
    float vv = lerp_of_result_1;
    v[i] = vv;
    mm /= 1.0f - powf(b1, (float)step);
    vv /= 1.0f - powf(b2, (float)step);
    p[i] -= lr * (mm / (sqrtf(vv) + eps));
}

__global__ __launch_bounds__(1024) void adagrad(float *p, float *h, const float *g, float lr, int n)
{
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) {
        float a = h[i] + g[i] * g[i];
        h[i] = a;
        int i_1 = i;
        p[i_1] -= lr * g[i] / (sqrtf(a) + 1e-10f);
    }
}

__global__ __launch_bounds__(1024) void lion(float *p, float *m, const float *g, float lr, float b1, float b2, float wd, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float c = b1 * m[i] + (1.0f - b1) * g[i];
    float sign = (float)((int)(c > 0.0f) - (int)(c < 0.0f));
    p[i] -= lr * (sign + wd * p[i]);
    m[i] = b2 * m[i] + (1.0f - b2) * g[i];
}

__global__ __launch_bounds__(1024) void unscale(float *g, float *found, float inv, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) {
        return;
    }
    float v = g[i];
    if (!isfinite(v)) {
        (*found) = 1.0f;
    }
    g[i] = v * inv;
}

__global__ __launch_bounds__(1024) void ema_half(float *shadow, const __half *p, float decay, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        shadow[i] = shadow[i] * decay + __half2float(p[i]) * (1.0f - decay);
    }
}
