// launch: round_all<<<1, 8>>>(x: float[8] = 0.5 1.5 2.5 -0.5 -1.5 2.4 -2.6 1e10, f: float[8], c: float[8], t: float[8], r: float[8], n: float[8], m: float[8])
// expect: f = 0 1 2 -1 -2 2 -3 1e10
// expect: c = 1 2 3 0 -1 3 -2 1e10
// expect: t = 0 1 2 0 -1 2 -2 1e10
// expect: r = 1 2 3 -1 -2 2 -3 1e10
// expect: n = 0 2 2 0 -2 2 -3 1e10
// expect: m = 0.5 0.5 0.5 -0.5 -0.5 0.4000001 -0.5999999 0
__global__ void round_all(const float* x, float* f, float* c, float* t, float* r, float* n, float* m) {
    int i = threadIdx.x;
    f[i] = floorf(x[i]);
    c[i] = ceilf(x[i]);
    t[i] = truncf(x[i]);
    r[i] = roundf(x[i]);
    n[i] = rintf(x[i]);
    m[i] = fmodf(x[i], 1.0f);
}
