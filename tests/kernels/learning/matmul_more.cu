// launch: vector_matrix<<<3, 128>>>(v: float[90] = rand(961, -1, 1), m: float[27000] = rand(962, -1, 1), out: float[300] = poison, k: 90, n: 300)
// expect: sum(out) = -9.61265 (twin)
// expect: out[0..1] = -5.879367 (twin)
// expect: out[299..300] = 2.8169582 (twin)
// launch: outer<<<(3, 17), 64>>>(a: float[17] = rand(963, -1, 1), b: float[150] = rand(964, -1, 1), out: float[2550] = poison, n: 150)
// expect: sum(out) = 29.268219 (twin)
// expect: out[0..1] = -0.92053556 (twin)
// expect: out[2549..2550] = -0.4627461 (twin)
// launch: linear_relu<<<(2, 11), 64>>>(x: float[330] = rand(965, -1, 1), w: float[3000] = rand(966, -1, 1), bias: float[100] = rand(967, -1, 1), out: float[1100] = poison, k: 30, n: 100)
// expect: sum(out) = 841.1746 (twin)
// expect: out[0..1] = 1.7950306 (twin)
// expect: out[1099..1100] = 1.3661333 (twin)
__global__ void vector_matrix(const float* v, const float* m, float* out, int k, int n) {
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= n) return;
    float sum = 0.0f;
    for (int i = 0; i < k; i++) sum += v[i] * m[i * n + c];
    out[c] = sum;
}
__global__ void outer(const float* a, const float* b, float* out, int n) {
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c < n) out[blockIdx.y * n + c] = a[blockIdx.y] * b[c];
}
__global__ void linear_relu(const float* x, const float* w, const float* bias, float* out, int k, int n) {
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c < n) {
        float sum = bias[c];
        for (int i = 0; i < k; i++) sum = fmaf(x[blockIdx.y * k + i], w[i * n + c], sum);
        out[blockIdx.y * n + c] = fmaxf(sum, 0.0f);
    }
}
