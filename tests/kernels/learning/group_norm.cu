// launch: group_norm<<<(2,3), 32>>>(x: float[600] = rand(130, -1, 4), gamma: float[6] = 1 2 0.5 1 1 3, beta: float[6] = 0 1 0 -1 0 0, y: float[600] = poison, per_group: 2, spatial: 50)
// tolerance: y abs 5e-6 rsqrtf and the order of the sums
// expect: sum(y) = -11.037241989281029 (twin)
// expect: y[100..103] = -0.48685506 -0.5984431 -0.61277777 (twin)
__global__ void group_norm(const float* x, const float* gamma, const float* beta, float* y, int per_group, int spatial) {
    int groups = gridDim.y, n = blockIdx.x, g = blockIdx.y, count = per_group * spatial;
    int base = (n * groups + g) * count;
    float s = 0.0f, q = 0.0f;
    for (int i = threadIdx.x; i < count; i += 32) {
        float v = x[base + i];
        s += v;
        q += v * v;
    }
    for (int d = 16; d > 0; d >>= 1) {
        s += __shfl_xor_sync(0xffffffffu, s, d, 32);
        q += __shfl_xor_sync(0xffffffffu, q, d, 32);
    }
    float mean = s / count, r = rsqrtf(q / count - mean * mean + 1e-5f);
    for (int i = threadIdx.x; i < count; i += 32) {
        int c = g * per_group + i / spatial;
        y[base + i] = (x[base + i] - mean) * r * gamma[c] + beta[c];
    }
}
