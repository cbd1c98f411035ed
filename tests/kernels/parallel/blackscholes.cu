// launch: price<<<2, 64>>>(s: float[100] = rand(61, 5, 30), k: float[100] = rand(62, 1, 100), t: float[100] = rand(63, 0.25, 10), call: float[100] = poison, put: float[100] = poison, r: 0.02, v: 0.3, n: 100)
// tolerance: call abs 1e-4 expf, logf and a polynomial
// tolerance: put abs 1e-4 expf, logf and a polynomial
// expect: sum(call) = 345.4624795337753 (twin)
// expect: sum(put) = 3080.384215581813 (twin)
__device__ float cnd(float d) {
    const float a1 = 0.31938153f, a2 = -0.356563782f, a3 = 1.781477937f, a4 = -1.821255978f, a5 = 1.330274429f;
    float k = 1.0f / (1.0f + 0.2316419f * fabsf(d));
    float c = 0.39894228040143267794f * expf(-0.5f * d * d) * (k * (a1 + k * (a2 + k * (a3 + k * (a4 + k * a5)))));
    return d > 0 ? 1.0f - c : c;
}
__global__ void price(const float* s, const float* k, const float* t, float* call, float* put, float r, float v, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float root = sqrtf(t[i]);
    float d1 = (logf(s[i] / k[i]) + (r + 0.5f * v * v) * t[i]) / (v * root), d2 = d1 - v * root;
    float e = expf(-r * t[i]);
    call[i] = s[i] * cnd(d1) - k[i] * e * cnd(d2);
    put[i] = k[i] * e * (1.0f - cnd(d2)) - s[i] * (1.0f - cnd(d1));
}
