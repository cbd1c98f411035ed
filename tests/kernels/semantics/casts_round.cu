// launch: cast<<<1, 6>>>(i: int[6] = 16777217 16777219 -16777217 2147483647 -2147483648 33554435, u: unsigned[6] = 4294967295 4294967040 4294967167 2147483649 1 0,
//   d: double[6] = 1.00000017881393432617 1.00000005960464477539 3.5e38 1e-46 -2.9 0.1, fi: float[6], fu: float[6], fd: float[6])
// expect: fi = 16777216 16777220 -16777216 2147483648 -2147483648 33554436
// expect: fu = 4294967296 4294967040 4294967040 2147483648 1 0
// expect: fd = 1.0000002384185791 1 inf 0 -2.9000000953674316 0.10000000149011612
// tolerance: fi ulp 0 exact by IEEE 754
// tolerance: fu ulp 0 exact by IEEE 754
// tolerance: fd ulp 0 exact by IEEE 754
__global__ void cast(const int* i, const unsigned* u, const double* d, float* fi, float* fu, float* fd) {
    int t = threadIdx.x;
    fi[t] = (float)i[t];
    fu[t] = (float)u[t];
    fd[t] = (float)d[t];
}
