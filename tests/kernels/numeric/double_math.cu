// launch: polar<<<2, 64>>>(x: double[100] = rand(5, -3, 3), y: double[100] = rand(6, -3, 3), out: double[100], n: 100)
// tolerance: out rel 1e-12 exp, sin, atan2 and sqrt in double
// expect: sum(out) = -3.6461763872433695 (twin)
// expect: out[0..4] = 0.6484632064597778 0.13009402582628507 -0.5590830370504752 -0.5635709024852965 (twin)
__global__ void polar(const double* x, const double* y, double* out, int n) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    double r = sqrt(x[i] * x[i] + y[i] * y[i]);
    out[i] = exp(-r) * sin(x[i]) + atan2(y[i], x[i]) / (1.0 + r);
}
