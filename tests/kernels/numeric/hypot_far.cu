// launch: far<<<1, 4>>>(x: double[4] = 3e200 3e-200 5 1e308, y: double[4] = 4e200 4e-200 12 1e300, out: double[4] = poison)
// tolerance: out ulp 2 rel 0 hypot
// expect: out = 5e200 5e-200 13 1.00000000000000005e308
// Lengths whose squares are out of a double's range.
__global__ void far(const double* x, const double* y, double* out) {
    int i = threadIdx.x;
    out[i] = hypot(x[i], y[i]);
}
