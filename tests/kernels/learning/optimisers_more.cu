// launch: rmsprop<<<4, 256>>>(w: float[1000] = rand(971, -1, 1), g: float[1000] = rand(972, -1, 1), s: float[1000] = rand(973, 0, 1), lr: 0.01, decay: 0.9, eps: 1e-8, n: 1000)
// expect: sum(w) = -12.227287 (twin)
// expect: w[0..1] = 0.37760088 (twin)
// expect: w[999..1000] = 0.6806355 (twin)
// expect: sum(s) = 478.6339 (twin)
// expect: s[0..1] = 0.1458812 (twin)
// expect: s[999..1000] = 0.6318447 (twin)
// launch: adagrad<<<4, 256>>>(w: float[1000] = rand(974, -1, 1), g: float[1000] = rand(975, -1, 1), h: float[1000] = rand(976, 0, 2), lr: 0.05, n: 1000)
// tolerance: w ulp 8 rel 1e-6 rsqrtf
// tolerance: h ulp 8 rel 1e-6 rsqrtf
// expect: sum(w) = 6.9308696 (twin)
// expect: w[0..1] = 0.17609678 (twin)
// expect: w[999..1000] = 0.13912334 (twin)
// expect: sum(h) = 1359.5442 (twin)
// expect: h[0..1] = 0.9815297 (twin)
// expect: h[999..1000] = 0.70257074 (twin)
// launch: lion<<<8, 128>>>(w: float[1000] = rand(977, -1, 1), g: float[1000] = rand(978, -1, 1), m: float[1000] = rand(979, -1, 1), lr: 0.001, b1: 0.9, b2: 0.99, decay: 0.1, n: 1000)
// expect: sum(w) = -27.694363 (twin)
// expect: w[0..1] = -0.26308876 (twin)
// expect: w[999..1000] = 0.54511386 (twin)
// expect: sum(m) = -31.925434 (twin)
// expect: m[0..1] = -0.39718595 (twin)
// expect: m[999..1000] = 0.5394263 (twin)
__global__ void rmsprop(float* w, const float* g, float* s, float lr, float decay, float eps, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = decay * s[i] + (1.0f - decay) * g[i] * g[i];
        s[i] = v;
        w[i] -= lr * g[i] / (sqrtf(v) + eps);
    }
}
__global__ void adagrad(float* w, const float* g, float* h, float lr, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    h[i] += g[i] * g[i];
    w[i] -= lr * g[i] * rsqrtf(h[i] + 1e-10f);
}
__global__ void lion(float* w, const float* g, float* m, float lr, float b1, float b2, float decay, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float c = b1 * m[i] + (1.0f - b1) * g[i];
        float sign = c > 0.0f ? 1.0f : c < 0.0f ? -1.0f : 0.0f;
        w[i] -= lr * (sign + decay * w[i]);
        m[i] = b2 * m[i] + (1.0f - b2) * g[i];
    }
}
