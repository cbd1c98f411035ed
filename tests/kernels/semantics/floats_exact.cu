// launch: exact<<<1, 6>>>(a: float[6] = 1.000244140625 1e-45 1.1754942e-38 3.4028235e38 -0 16777216, b: float[6] = 1.000244140625 0.5 0.5 2 0 1,
//   c: float[6] = -1.00048828125 0 0 0 0 0, fused: float[6], rounded: float[6], sum: float[6], sign: int[6])
// expect: fused = 5.9604644775390625e-8 0 5.877472e-39 inf 0 16777216
// expect: rounded = 0 0 5.877472e-39 inf 0 16777216
// expect: sum = 2.00048828125 0.5 0.5 3.4028235e38 0 16777216
// expect: sign = 0 0 0 0 1 0
// tolerance: fused ulp 0 exact by IEEE 754
// tolerance: rounded ulp 0 exact by IEEE 754
// tolerance: sum ulp 0 exact by IEEE 754
__global__ void exact(const float* a, const float* b, const float* c, float* fused, float* rounded, float* sum, int* sign) {
    int i = threadIdx.x;
    fused[i] = fmaf(a[i], b[i], c[i]);
    rounded[i] = __fadd_rn(__fmul_rn(a[i], b[i]), c[i]);
    sum[i] = a[i] + b[i];
    sign[i] = signbit(a[i]) ? 1 : 0;
}
