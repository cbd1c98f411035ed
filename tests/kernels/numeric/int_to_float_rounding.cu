// launch: convert<<<1, 4>>>(x: int[4] = 16777217 16777219 2147483647 -2147483647, rn: float[4], rz: float[4], up: float[4], plain: float[4])
// expect: rn = 16777216 16777220 2147483648 -2147483648
// expect: rz = 16777216 16777218 2147483520 -2147483520
// expect: up = 16777218 16777220 2147483648 -2147483520
// expect: plain = 16777216 16777220 2147483648 -2147483648
__global__ void convert(const int* x, float* rn, float* rz, float* up, float* plain) {
    int i = threadIdx.x;
    rn[i] = __int2float_rn(x[i]);
    rz[i] = __int2float_rz(x[i]);
    up[i] = __int2float_ru(x[i]);
    plain[i] = (float)x[i];
}
