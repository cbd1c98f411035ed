// launch: sgd_nesterov<<<2, 128>>>(p: float[211] = rand(331, -1, 1), v: float[211] = rand(332, -1, 1), g: float[211] = rand(333, -1, 1), lr: 0.1, momentum: 0.9, decay: 0.01, n: 211)
// expect: sum(p) = 12.284017 (twin)
// launch: adam<<<2, 128>>>(p: float[211] = rand(334, -1, 1), m: float[211] = rand(335, -1, 1), v: float[211] = rand(336, 0, 1), g: float[211] = rand(337, -1, 1), lr: 0.01, b1: 0.9, b2: 0.999, eps: 1e-8, step: 3, n: 211)
// tolerance: p abs 2e-6 powf
// expect: sum(p) = -13.073134 (twin)
// launch: adagrad<<<2, 128>>>(p: float[211] = rand(338, -1, 1), h: float[211] = rand(339, 0, 1), g: float[211] = rand(340, -1, 1), lr: 0.05, n: 211)
// expect: sum(p) = -15.885062 (twin)
// launch: lion<<<2, 128>>>(p: float[211] = rand(341, -1, 1), m: float[211] = rand(342, -1, 1), g: float[211] = rand(343, -1, 1), lr: 0.003, b1: 0.9, b2: 0.99, wd: 0.1, n: 211)
// expect: sum(p) = -4.7065682 (twin)
// launch: unscale<<<2, 128>>>(g: float[211] = rand(344, -3, 3), found: float[1] = 0, inv: 0.0009765625, n: 211)
// expect: sum(g) = 0.029358758 (twin)
// expect: found = 0 (twin)
// launch: ema_half<<<2, 128>>>(shadow: float[211] = rand(345, -1, 1), p: half[211] = rand(346, -1, 1), decay: 0.995, n: 211)
// expect: sum(shadow) = 7.5419064 (twin)
#include <cuda_fp16.h>

__global__ void sgd_nesterov(float* p, float* v, const float* g, float lr, float momentum, float decay, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float d = g[i] + decay * p[i];
    float m = momentum * v[i] + d;
    v[i] = m;
    p[i] -= lr * (d + momentum * m);
}

__device__ float lerp_of(float start, float end, float weight) { return fmaf(weight, end, fmaf(-weight, start, start)); }

__global__ void adam(float* p, float* m, float* v, const float* g, float lr, float b1, float b2, float eps, int step, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float grad = g[i];
    float mm = lerp_of(grad, m[i], b1);
    m[i] = mm;
    float vv = lerp_of(grad * grad, v[i], b2);
    v[i] = vv;
    mm /= 1.0f - powf(b1, step);
    vv /= 1.0f - powf(b2, step);
    p[i] -= lr * (mm / (sqrtf(vv) + eps));
}

__global__ void adagrad(float* p, float* h, const float* g, float lr, int n) {
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) {
        float a = h[i] + g[i] * g[i];
        h[i] = a;
        p[i] -= lr * g[i] / (sqrtf(a) + 1e-10f);
    }
}

__global__ void lion(float* p, float* m, const float* g, float lr, float b1, float b2, float wd, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float c = b1 * m[i] + (1.0f - b1) * g[i];
    float sign = (c > 0.0f) - (c < 0.0f);
    p[i] -= lr * (sign + wd * p[i]);
    m[i] = b2 * m[i] + (1.0f - b2) * g[i];
}

__global__ void unscale(float* g, float* found, float inv, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float v = g[i];
    if (!isfinite(v)) *found = 1.0f;
    g[i] = v * inv;
}

__global__ void ema_half(float* shadow, const __half* p, float decay, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) shadow[i] = shadow[i] * decay + __half2float(p[i]) * (1.0f - decay);
}
