// launch: causal_bias<<<(2, 50), 64>>>(score: float[2500] = rand(981, -1, 1), out: float[2500] = poison, n: 50, slope: 0.25)
// expect: sum(out) = -1.225E+33 (twin)
// expect: out[0..1] = -0.36295372 (twin)
// expect: out[2499..2500] = -0.13298374 (twin)
// launch: mix_values<<<6, 96>>>(p: float[240] = rand(982, 0, 1), v: float[3200] = rand(983, -1, 1), out: float[480] = poison, keys: 40, dim: 80)
// expect: sum(out) = -154.87376 (twin)
// expect: out[0..1] = -0.6861087 (twin)
// expect: out[479..480] = -2.3774207 (twin)
__global__ void causal_bias(const float* score, float* out, int n, float slope) {
    int q = blockIdx.y, k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k < n) out[q * n + k] = k <= q ? score[q * n + k] - slope * (q - k) : -1e30f;
}
__global__ void mix_values(const float* p, const float* v, float* out, int keys, int dim) {
    int d = threadIdx.x;
    if (d < dim) {
        float sum = 0.0f;
        for (int k = 0; k < keys; k++) sum += p[blockIdx.x * keys + k] * v[k * dim + d];
        out[blockIdx.x * dim + d] = sum;
    }
}
