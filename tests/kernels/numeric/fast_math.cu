// launch: fast<<<1, 32>>>(x: float[32] = rand(201, 0.2, 3), out: float[192])
// tolerance: out ulp 2 abs 1e-5 the fast forms of exp, log, sin, cos, pow and division
// expect: sum(out) = 291.5928124813363 (twin)
// expect: out[0..6] = 7.6422358 0.709852 0.894764 -0.4465393 1.4260751 0.49171698 (twin)
__global__ void fast(const float* x, float* out) {
    int i = threadIdx.x;
    out[6 * i] = __expf(x[i]);
    out[6 * i + 1] = __logf(x[i]);
    out[6 * i + 2] = __sinf(x[i]);
    out[6 * i + 3] = __cosf(x[i]);
    out[6 * i + 4] = __powf(x[i], 0.5f);
    out[6 * i + 5] = __fdividef(1.0f, x[i]);
}
