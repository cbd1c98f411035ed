// launch: online<<<6, 32>>>(in: float[462] = rand(103, -8, 8), out: float[462] = poison, cols: 77)
// tolerance: out rel 2e-6 expf and the order of the running sum
// expect: sum(out) = 5.999999867715935 (twin)
// expect: out[0..4] = 9.457498E-08 0.0007259744 5.112378E-07 5.414257E-07 (twin)
__global__ void online(const float* in, float* out, int cols) {
    const float* x = in + blockIdx.x * cols;
    float m = -INFINITY, s = 0.0f;
    for (int c = threadIdx.x; c < cols; c += 32) {
        float v = x[c];
        float big = fmaxf(m, v);
        s = s * expf(m - big) + expf(v - big);
        m = big;
    }
    for (int d = 16; d > 0; d >>= 1) {
        float om = __shfl_xor_sync(0xffffffffu, m, d, 32);
        float os = __shfl_xor_sync(0xffffffffu, s, d, 32);
        float big = fmaxf(m, om);
        s = s * expf(m - big) + os * expf(om - big);
        m = big;
    }
    for (int c = threadIdx.x; c < cols; c += 32) out[blockIdx.x * cols + c] = expf(x[c] - m) / s;
}
