// launch: decode<__nv_fp8_e4m3><<<8, 32>>>(out: unsigned int[256] = poison, again: int[1] = 0)
// expect: out[0..4] = 0 989855744 998244352 1002438656
// expect: hash(out) = 854cabd1defe4645
// expect: again = 0
// launch: decode<__nv_fp8_e5m2><<<8, 32>>>(out: unsigned int[256] = poison, again: int[1] = 0)
// expect: hash(out) = a5377db4cd98b445
// expect: again = 0
// launch: encode<<<1, 18>>>(v: float[18] = 0 -0.0 1 -1.5 1.0625 1.1875 0.001953125 0.0009765625 0.00146484375 447.9 464 465 1000 -1e9 1e-8 57344 61440 inf, out: int[90] = poison, n: 18)
// expect: out[0..18] = 0 128 56 188 56 58 1 0 1 126 126 126 126 254 0 126 126 126
// expect: out[18..36] = 0 128 56 188 56 58 1 0 1 126 126 127 127 255 0 127 127 127
// expect: out[36..54] = 0 128 60 190 60 61 24 20 22 95 95 95 100 251 0 123 123 123
// expect: out[54..72] = 0 128 60 190 60 61 24 20 22 95 95 95 100 252 0 123 124 124
// expect: out[72..90] = 0 0 127 128 128 128 118 117 118 136 136 136 137 157 101 143 143 254
// launch: quads<<<1, 4>>>(v: float[16] = seq(-2, 0.3), scale: 0.5, out: float[16] = poison, packed: unsigned int[4] = poison)
// expect: out[0..4] = -1 -0.875 -0.6875 -0.5625
#include <cuda_fp8.h>
// Every code as a number and back again; codes that are no number are left out.
template <class T>
__global__ void decode(unsigned int* out, int* again) {
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    T t;
    t.__x = (unsigned char)c;
    float f = (float)t;
    out[c] = f == f ? __float_as_uint(f) : 0u;
    if (f == f && f - f == 0.0f && T(f).__x != c) atomicAdd(again, 1);
}
// Ties, numbers too small, too large and infinite; kept within the range or not.
__global__ void encode(const float* v, int* out, int n) {
    int i = threadIdx.x;
    out[i] = __nv_fp8_e4m3(v[i]).__x;
    out[n + i] = __nv_cvt_float_to_fp8(v[i], __NV_NOSAT, __NV_E4M3);
    out[2 * n + i] = __nv_cvt_float_to_fp8(v[i], __NV_SATFINITE, __NV_E5M2);
    out[3 * n + i] = __nv_cvt_float_to_fp8(v[i], __NV_NOSAT, __NV_E5M2);
    out[4 * n + i] = __nv_fp8_e8m0(v[i]).__x;
}
// Four at a time, as quantised activations are stored.
__global__ void quads(const float* v, float scale, float* out, unsigned int* packed) {
    int i = threadIdx.x;
    __nv_fp8x4_e4m3 q(make_float4(v[4 * i] * scale, v[4 * i + 1] * scale, v[4 * i + 2] * scale, v[4 * i + 3] * scale));
    packed[i] = q.__x;
    float4 f = (float4)q;
    out[4 * i] = f.x, out[4 * i + 1] = f.y, out[4 * i + 2] = f.z, out[4 * i + 3] = f.w;
}
