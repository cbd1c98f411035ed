// launch: loss<<<2, 32>>>(logits: float[500] = rand(128, -4, 4), label: int[50] = rand(129, 0, 10), out: float[50] = poison, total: float[1], rows: 50)
// tolerance: out abs 1e-6 expf and logf
// tolerance: total rel 1e-5 the order of atomic additions
// expect: sum(out) = 196.8242268562317 (twin)
// expect: total = 3.9364848 (twin)
__global__ void loss(const float* logits, const int* label, float* out, float* total, int rows) {
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows) return;
    const float* x = logits + 10 * r;
    float m = x[0], s = 0.0f;
    for (int c = 1; c < 10; c++) m = fmaxf(m, x[c]);
    for (int c = 0; c < 10; c++) s += expf(x[c] - m);
    float v = logf(s) + m - x[label[r]];
    out[r] = v;
    atomicAdd(total, v / rows);
}
