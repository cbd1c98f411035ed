// launch: split<<<1, 3>>>(x: float[3] = 1 -2 0.15625, sign: int[3], exponent: int[3], mantissa: int[3])
// expect: sign = 0 1 0
// expect: exponent = 127 128 124
// expect: mantissa = 0 0 2097152
__global__ void split(const float* x, int* sign, int* exponent, int* mantissa) {
    unsigned b = __float_as_uint(x[threadIdx.x]);
    sign[threadIdx.x] = b >> 31;
    exponent[threadIdx.x] = (b >> 23) & 0xff;
    mantissa[threadIdx.x] = b & 0x7fffff;
}
