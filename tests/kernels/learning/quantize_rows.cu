// launch: quantize<<<3, 32>>>(x: float[96] = seq(-40, 1), q: char[96], scale: float[3], width: 32)
// expect: scale = 0.31496063 0.18110237 0.43307087
// expect: q[0..4] = -127 -124 -121 -117
// expect: q[32..34] = -44 -39
// expect: q[95..96] = 127
// Rows of floats as bytes with one scale a row: the largest size by shuffles, rounding to even.
__global__ void quantize(const float *x, signed char *q, float *scale, int width)
{
    const float *row = x + blockIdx.x * width;
    float most = 0.0f;
    for (int i = threadIdx.x; i < width; i += 32) most = fmaxf(most, fabsf(row[i]));
    for (int d = 16; d > 0; d /= 2) most = fmaxf(most, __shfl_xor_sync(0xffffffffu, most, d));
    float s = most / 127.0f;
    for (int i = threadIdx.x; i < width; i += 32) q[blockIdx.x * width + i] = (signed char)__float2int_rn(row[i] / s);
    if (threadIdx.x == 0) scale[blockIdx.x] = s;
}
