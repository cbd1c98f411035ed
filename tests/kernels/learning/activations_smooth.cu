// launch: silu<<<3, 256>>>(x: float[601] = rand(201, -6, 6), y: float[601] = poison, n: 601)
// tolerance: y abs 2e-6 expf
// expect: sum(y) = 828.3323 (twin)
// launch: mish<<<5, 128>>>(x: float[601] = rand(202, -6, 22), y: float[601] = poison, n: 601)
// tolerance: y abs 4e-6 expf, log1pf and tanhf
// expect: sum(y) = 5040.8623 (twin)
// launch: softplus<<<3, 128>>>(x: float[333] = rand(203, -30, 30), y: float[333] = poison, n: 333, beta: 1.5, threshold: 20)
// tolerance: y abs 4e-6 expf and log1pf
// expect: sum(y) = 2321.13 (twin)
// launch: silu_backward<<<3, 256>>>(x: float[601] = rand(204, -6, 6), dy: float[601] = rand(205, -1, 1), dx: float[601] = poison, n: 601)
// tolerance: dx abs 2e-6 expf
// expect: sum(dx) = 3.1742868 (twin)
__global__ void silu(const float* x, float* y, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) y[i] = x[i] / (1.0f + expf(-x[i]));
}

__global__ void mish(const float* __restrict__ x, float* __restrict__ y, int n) {
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x) {
        float v = x[i];
        float sp = v > 20.0f ? v : log1pf(expf(v));
        y[i] = v * tanhf(sp);
    }
}

__global__ void softplus(const float* x, float* y, int n, float beta, float threshold) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float z = x[i] * beta;
    y[i] = z > threshold ? x[i] : log1pf(expf(z)) / beta;
}

__global__ void silu_backward(const float* x, const float* dy, float* dx, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float s = 1.0f / (1.0f + expf(-x[i]));
    dx[i] = dy[i] * s * (1.0f + x[i] * (1.0f - s));
}
