// launch: flash<<<3, 8>>>(q: float[176] = rand(114, -1, 1), k: float[352] = rand(115, -1, 1), v: float[352] = rand(116, -1, 1), o: float[176] = poison, rows: 22, keys: 44, scale: 0.35355339)
// tolerance: o abs 2e-6 expf and the running rescale
// expect: sum(o) = -5.284930237510707 (twin)
// expect: o[0..4] = 0.055767138 -0.07931471 -0.12608972 0.06021686 (twin)
__global__ void flash(const float* q, const float* k, const float* v, float* o, int rows, int keys, float scale) {
    const int dim = 8, tile = 8;
    __shared__ float ks[8][8];
    __shared__ float vs[8][8];
    int row = blockIdx.x * 8 + threadIdx.x;
    float mine[8], acc[8];
    float m = -INFINITY, l = 0.0f;
    for (int c = 0; c < dim; c++) {
        mine[c] = row < rows ? q[row * dim + c] : 0.0f;
        acc[c] = 0.0f;
    }
    for (int base = 0; base < keys; base += tile) {
        for (int c = 0; c < dim; c++) {
            bool in = base + threadIdx.x < keys;
            ks[threadIdx.x][c] = in ? k[(base + threadIdx.x) * dim + c] : 0.0f;
            vs[threadIdx.x][c] = in ? v[(base + threadIdx.x) * dim + c] : 0.0f;
        }
        __syncthreads();
        for (int j = 0; j < tile && base + j < keys; j++) {
            float d = 0.0f;
            for (int c = 0; c < dim; c++) d += mine[c] * ks[j][c];
            d *= scale;
            float big = fmaxf(m, d), old = expf(m - big), p = expf(d - big);
            l = l * old + p;
            for (int c = 0; c < dim; c++) acc[c] = acc[c] * old + p * vs[j][c];
            m = big;
        }
        __syncthreads();
    }
    if (row < rows)
        for (int c = 0; c < dim; c++) o[row * dim + c] = acc[c] / l;
}
