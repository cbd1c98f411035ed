// launch: adamw<<<4, 64>>>(p: float[251] = rand(117, -1, 1), g: float[251] = rand(118, -0.1, 0.1), m: float[251] = rand(119, -0.1, 0.1), v: float[251] = rand(120, 0, 0.01), lr: 0.001, b1: 0.9, b2: 0.999, eps: 1e-8, decay: 0.01, c1: 0.1, c2: 0.001, n: 251)
// expect: sum(p) = 4.935867949388921 (twin)
// expect: sum(m) = -1.762885121628642 (twin)
// expect: sum(v) = 1.307853189879097 (twin)
__global__ void adamw(float* p, const float* g, float* m, float* v, float lr, float b1, float b2, float eps, float decay, float c1, float c2, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float d = g[i];
    m[i] = b1 * m[i] + (1.0f - b1) * d;
    v[i] = b2 * v[i] + (1.0f - b2) * d * d;
    float step = (m[i] / c1) / (sqrtf(v[i] / c2) + eps);
    p[i] -= lr * (step + decay * p[i]);
}
