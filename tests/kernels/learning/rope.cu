// launch: rope<<<(2,5), 16>>>(q: float[320] = rand(109, -1, 1), heads: 2, dim: 32, base: 10000)
// tolerance: q abs 2e-6 powf, sinf and cosf
// expect: sum(q) = 0.4244707477046177 (twin)
// expect: q[64..68] = -0.8109073 -0.12599267 0.891699 0.22667322 (twin)
__global__ void rope(float* q, int heads, int dim, float base) {
    int head = blockIdx.x, pos = blockIdx.y, i = threadIdx.x;
    float* v = q + (pos * heads + head) * dim;
    float angle = pos * powf(base, -2.0f * i / dim);
    float s = sinf(angle), c = cosf(angle);
    float a = v[i], b = v[i + dim / 2];
    v[i] = a * c - b * s;
    v[i + dim / 2] = a * s + b * c;
}
