// launch: to_half<<<1, 8>>>(x: float[8] = 2049 2051 65519 65520 6e-8 2e-8 -0.1 nan, h: float[8], b: float[8], bits: unsigned short[8])
// expect: h = 2048 2052 65504 inf 5.9604645e-8 0 -0.099975586 nan
// expect: b = 2048 2048 65536 65536 6.0070306e-8 2.0023435e-8 -0.10009766 nan
// expect: bits[0..7] = 26624 26626 31743 31744 1 0 44646
// expect(cuda): bits[7..8] = 32767
#include <cuda_fp16.h>
#include <cuda_bf16.h>
__global__ void to_half(const float* x, float* h, float* b, unsigned short* bits) {
    int i = threadIdx.x;
    h[i] = __half2float(__float2half(x[i]));
    b[i] = __bfloat162float(__float2bfloat16(x[i]));
    bits[i] = __half_as_ushort(__float2half(x[i]));
}
