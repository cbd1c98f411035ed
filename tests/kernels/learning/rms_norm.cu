// launch: rms_norm<<<3, 32>>>(x: float[201] = rand(107, -2, 2), w: float[67] = rand(108, 0.5, 1.5), y: float[201] = poison, cols: 67, eps: 1e-6)
// tolerance: y rel 1e-6 rsqrtf and the order of the sum
// expect: sum(y) = -11.769174602348357 (twin)
// expect: y[0..4] = -1.5943723 -0.17353386 -0.016684039 0.5165551 (twin)
__global__ void rms_norm(const float* x, const float* w, float* y, int cols, float eps) {
    const float* row = x + blockIdx.x * cols;
    float s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) s += row[c] * row[c];
    for (int d = 16; d > 0; d >>= 1) s += __shfl_xor_sync(0xffffffffu, s, d, 32);
    float r = rsqrtf(s / cols + eps);
    for (int c = threadIdx.x; c < cols; c += 32) y[blockIdx.x * cols + c] = row[c] * r * w[c];
}
