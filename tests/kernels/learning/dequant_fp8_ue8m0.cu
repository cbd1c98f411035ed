// launch: dequant<<<4, 64>>>(q: unsigned char[256] = seq(0, 1), scale: unsigned char[8] = 127 128 126 120 130 127 1 0, out: float[256] = poison)
// expect: out[0..3] = 0 0.001953125 0.00390625
// expect: out[56..58] = 2 2.25
// expect: out[127..129] = nan -0
// expect: out[224..226] = -1.8807909613156600e-37 -2.115889831e-37
// expect: sum(out[32..127]) = 255 (twin)
__device__ float decode_e4m3(unsigned char b) {
    unsigned sign = (unsigned)(b & 0x80) << 24, e = (b >> 3) & 15, m = b & 7;
    if (e == 15 && m == 7) return __uint_as_float(0x7fffffffu);
    if (e == 0) {
        float v = m * 0.001953125f;
        return __uint_as_float(__float_as_uint(v) | sign);
    }
    return __uint_as_float(sign | ((e + 120) << 23) | (m << 20));
}
__device__ float decode_ue8m0(unsigned char s) { return s == 0 ? __uint_as_float(0x00400000u) : __uint_as_float((unsigned)s << 23); }
__global__ void dequant(const unsigned char* q, const unsigned char* scale, float* out) {
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    out[i] = decode_e4m3(q[i]) * decode_ue8m0(scale[i / 32]);
}
