// launch: attend<<<2, 16>>>(q: float[176] = rand(111, -1, 1), k: float[176] = rand(112, -1, 1), v: float[176] = rand(113, -1, 1), o: float[176] = poison, n: 11, scale: 0.35355339)
// tolerance: o abs 2e-6 expf and the order of the sums
// expect: sum(o) = -1.312195523059927 (twin)
// expect: o[8..12] = -0.22287528 0.18979114 0.10618381 -0.51718605 (twin)
__global__ void attend(const float* q, const float* k, const float* v, float* o, int n, float scale) {
    const int dim = 8;
    int base = blockIdx.x * n * dim, row = threadIdx.x;
    if (row >= n) return;
    float p[16];
    float m = -INFINITY, s = 0.0f;
    for (int j = 0; j <= row; j++) {
        float d = 0.0f;
        for (int c = 0; c < dim; c++) d += q[base + row * dim + c] * k[base + j * dim + c];
        p[j] = d * scale;
        m = fmaxf(m, p[j]);
    }
    for (int j = 0; j <= row; j++) {
        p[j] = expf(p[j] - m);
        s += p[j];
    }
    for (int c = 0; c < dim; c++) {
        float a = 0.0f;
        for (int j = 0; j <= row; j++) a += p[j] * v[base + j * dim + c];
        o[base + row * dim + c] = a / s;
    }
}
