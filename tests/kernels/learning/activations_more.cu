// launch: hard_sigmoid<<<4, 256>>>(x: float[1000] = rand(901, -5, 5), y: float[1000] = poison, n: 1000)
// expect: sum(y) = 515.09515 (twin)
// expect: y[0..1] = 0.3341846 (twin)
// expect: y[999..1000] = 0 (twin)
// launch: mish<<<4, 256>>>(x: float[1000] = rand(902, -6, 6), y: float[1000] = poison, n: 1000)
// tolerance: y ulp 8 rel 1e-6 logf, expf and tanhf
// expect: sum(y) = 1419.579 (twin)
// expect: y[0..1] = -0.11654517 (twin)
// expect: y[999..1000] = 4.030427 (twin)
// launch: log_sigmoid<<<8, 128>>>(x: float[1000] = rand(903, -8, 8), y: float[1000] = poison, n: 1000)
// tolerance: y ulp 8 rel 1e-6 logf and expf
// expect: sum(y) = -2178.2056 (twin)
// expect: y[0..1] = -0.01778233 (twin)
// expect: y[999..1000] = -0.09286995 (twin)
// launch: silu_backward<<<4, 256>>>(grad: float[999] = rand(904, -1, 1), x: float[999] = rand(905, -4, 4), y: float[999] = poison, n: 999)
// tolerance: y ulp 8 abs 1e-6 expf
// expect: sum(y) = 10.653859 (twin)
// expect: y[0..1] = -0.40168062 (twin)
// expect: y[998..999] = -0.3388057 (twin)
__global__ void hard_sigmoid(const float* x, float* y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = fminf(fmaxf(x[i] / 6.0f + 0.5f, 0.0f), 1.0f);
}
__global__ void mish(const float* x, float* y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        float softplus = v > 20.0f ? v : log1pf(expf(v));
        y[i] = v * tanhf(softplus);
    }
}
__global__ void log_sigmoid(const float* x, float* y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        y[i] = fminf(v, 0.0f) - log1pf(expf(-fabsf(v)));
    }
}
__global__ void silu_backward(const float* __restrict__ grad, const float* __restrict__ x, float* __restrict__ y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float s = 1.0f / (1.0f + expf(-x[i]));
    y[i] = grad[i] * s * (1.0f + x[i] * (1.0f - s));
}
