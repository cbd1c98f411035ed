// dequant_fp8_ue8m0.cu for corex, translated by KernelPort.
#include <cuda_runtime.h>

static __device__ inline float decode_e4m3(unsigned char b)
{
    unsigned int sign = (unsigned int)((int)b & 128) << 24u;
    unsigned int e = ((int)b >> 3u) & 15;
    unsigned int m = (int)b & 7;
    if (e == 15u && m == 7u) {
        return __uint_as_float(2147483647u);
    }
    if (e == 0u) {
        float v = (float)m * 0.001953125f;
        return __uint_as_float(__float_as_uint(v) | sign);
    }
    return __uint_as_float((sign | ((e + 120u) << 23u)) | (m << 20u));
}

static __device__ inline float decode_ue8m0(unsigned char s)
{
    return (int)s == 0 ? __uint_as_float(4194304u) : __uint_as_float((unsigned int)s << 23u);
}

__global__ void dequant(const unsigned char *q, const unsigned char *scale, float *out)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    float decode_e4m3_result = decode_e4m3(q[i]);
    float decode_ue8m0_result = decode_ue8m0(scale[i / 32]);
    out[i] = decode_e4m3_result * decode_ue8m0_result;
}
