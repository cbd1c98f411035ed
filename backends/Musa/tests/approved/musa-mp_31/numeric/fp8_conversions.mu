// fp8_conversions.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>

struct __nv_fp8_e4m3 {
    unsigned char __x;
};

struct __nv_fp8_e5m2 {
    unsigned char __x;
};

struct __nv_fp8_e8m0 {
    unsigned char __x;
};

struct __nv_fp8x4_e4m3 {
    unsigned int __x;
};

static __device__ inline float kp_kp_fp8_float_3_7_126_false(unsigned char c)
{
    unsigned int sign = (unsigned int)((int)c & 128) << 24u;
    unsigned int e = (unsigned int)((int)c & 127) >> 3u;
    unsigned int m = (unsigned int)c & ((1u << 3u) - 1u);
    if ((unsigned int)((int)c & 127) > 126u) {
        return __uint_as_float(2147483647u);
    }
    if (e == 0u) {
        float small = (float)m * __uint_as_float((unsigned int)(128 - 7 - 3) << 23u);
        return __uint_as_float(__float_as_uint(small) | sign);
    }
    return __uint_as_float((sign | ((e + (unsigned int)(127 - 7)) << 23u)) | (m << 20u));
}

static __device__ inline float kp_nv_fp8_e4m3_to_float(__nv_fp8_e4m3 *self)
{
    float __kp_fp8_float_result = kp_kp_fp8_float_3_7_126_false(self->__x);
    return __kp_fp8_float_result;
}

static __device__ inline unsigned char kp_kp_fp8_of_3_7_126_false(float f, bool saturate)
{
    unsigned int bits = __float_as_uint(f);
    unsigned int sign = (bits >> 24u) & 128u;
    unsigned int a = bits & 2147483647u;
    if (a > 2139095040u) {
        return (unsigned char)127;
    }
    int drop = 23 - 3;
    int least = 128 - 7;
    int e = a >> 23u;
    unsigned int code;
    if (e >= least) {
        code = ((a + ((1u << (unsigned int)(drop - 1)) - 1u) + ((a >> (unsigned int)drop) & 1u)) >> (unsigned int)drop) - ((unsigned int)(127 - 7) << 3u);
    } else {
        int shift = drop + least - e;
        if (shift > 30) {
            return (unsigned char)sign;
        }
        unsigned int s = (a & 8388607u) | 8388608u;
        unsigned int rest = s & ((1u << (unsigned int)shift) - 1u);
        unsigned int half_1 = 1u << (unsigned int)(shift - 1);
        code = s >> (unsigned int)shift;
        bool either = rest > half_1;
        if (!either) {
            bool both = rest == half_1;
            if (both) {
                both = (code & 1u) != 0u;
            }
            either = both;
        }
        if (either) {
            code++;
        }
    }
    if (code > 126u) {
        code = saturate ? 126u : 127u;
    }
    return (unsigned char)(sign | code);
}

static __device__ inline void kp_nv_fp8_e4m3_init(__nv_fp8_e4m3 *self, float f)
{
    unsigned char __kp_fp8_of_result = kp_kp_fp8_of_3_7_126_false(f, true);
    self->__x = __kp_fp8_of_result;
}

__global__ void decode___nv_fp8_e4m3(unsigned int *out, int *again)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    __nv_fp8_e4m3 t;
    t.__x = (unsigned char)0;
    t.__x = c;
    float t_1 = kp_nv_fp8_e4m3_to_float(&t);
    float f = t_1;
    out[c] = f == f ? __float_as_uint(f) : 0u;
    if (f == f && f - f == 0.0f) {
        __nv_fp8_e4m3 made;
        kp_nv_fp8_e4m3_init(&made, f);
        if ((int)made.__x != c) {
            atomicAdd(again, 1);
        }
    }
}

static __device__ inline float kp_kp_fp8_float_2_15_123_true(unsigned char c)
{
    unsigned int sign = (unsigned int)((int)c & 128) << 24u;
    unsigned int e = (unsigned int)((int)c & 127) >> 2u;
    unsigned int m = (unsigned int)c & ((1u << 2u) - 1u);
    if ((unsigned int)((int)c & 127) > 123u) {
        return __uint_as_float(true && m == 0u ? sign | 2139095040u : 2147483647u);
    }
    if (e == 0u) {
        float small = (float)m * __uint_as_float((unsigned int)(128 - 15 - 2) << 23u);
        return __uint_as_float(__float_as_uint(small) | sign);
    }
    return __uint_as_float((sign | ((e + (unsigned int)(127 - 15)) << 23u)) | (m << 21u));
}

static __device__ inline float kp_nv_fp8_e5m2_to_float(__nv_fp8_e5m2 *self)
{
    float __kp_fp8_float_result = kp_kp_fp8_float_2_15_123_true(self->__x);
    return __kp_fp8_float_result;
}

static __device__ inline unsigned char kp_kp_fp8_of_2_15_123_true(float f, bool saturate)
{
    unsigned int bits = __float_as_uint(f);
    unsigned int sign = (bits >> 24u) & 128u;
    unsigned int a = bits & 2147483647u;
    if (a > 2139095040u) {
        return (unsigned char)127;
    }
    int drop = 23 - 2;
    int least = 128 - 15;
    int e = a >> 23u;
    unsigned int code;
    if (e >= least) {
        code = ((a + ((1u << (unsigned int)(drop - 1)) - 1u) + ((a >> (unsigned int)drop) & 1u)) >> (unsigned int)drop) - ((unsigned int)(127 - 15) << 2u);
    } else {
        int shift = drop + least - e;
        if (shift > 30) {
            return (unsigned char)sign;
        }
        unsigned int s = (a & 8388607u) | 8388608u;
        unsigned int rest = s & ((1u << (unsigned int)shift) - 1u);
        unsigned int half_1 = 1u << (unsigned int)(shift - 1);
        code = s >> (unsigned int)shift;
        bool either = rest > half_1;
        if (!either) {
            bool both = rest == half_1;
            if (both) {
                both = (code & 1u) != 0u;
            }
            either = both;
        }
        if (either) {
            code++;
        }
    }
    if (code > 123u) {
        code = saturate ? 123u : 123u + 1u;
    }
    return (unsigned char)(sign | code);
}

static __device__ inline void kp_nv_fp8_e5m2_init(__nv_fp8_e5m2 *self, float f)
{
    unsigned char __kp_fp8_of_result = kp_kp_fp8_of_2_15_123_true(f, true);
    self->__x = __kp_fp8_of_result;
}

__global__ void decode___nv_fp8_e5m2(unsigned int *out, int *again)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    __nv_fp8_e5m2 t;
    t.__x = (unsigned char)0;
    t.__x = c;
    float t_1 = kp_nv_fp8_e5m2_to_float(&t);
    float f = t_1;
    out[c] = f == f ? __float_as_uint(f) : 0u;
    if (f == f && f - f == 0.0f) {
        __nv_fp8_e5m2 made;
        kp_nv_fp8_e5m2_init(&made, f);
        if ((int)made.__x != c) {
            atomicAdd(again, 1);
        }
    }
}

static __device__ inline unsigned char kp_nv_cvt_float_to_fp8(float x, int s, int i)
{
    unsigned char chosen;
    if (i == 0) {
        unsigned char __kp_fp8_of_result = kp_kp_fp8_of_3_7_126_false(x, s == 1);
        chosen = __kp_fp8_of_result;
    } else {
        unsigned char __kp_fp8_of_result_1 = kp_kp_fp8_of_2_15_123_true(x, s == 1);
        chosen = __kp_fp8_of_result_1;
    }
    return chosen;
}

static __device__ inline void kp_nv_fp8_e8m0_init(__nv_fp8_e8m0 *self, float f)
{
    unsigned int a = __float_as_uint(f) & 2147483647u;
    unsigned int code = a <= 4194304u ? 0u : (a >> 23u) + ((a & 8388607u) != 0u ? 1u : 0u);
    self->__x = a > 2139095040u ? 255u : code > 254u ? 254u : code;
}

__global__ void encode(const float *v, int *out, int n)
{
    int i = threadIdx.x;
    __nv_fp8_e4m3 made;
    kp_nv_fp8_e4m3_init(&made, v[i]);
    out[i] = made.__x;
    unsigned char __nv_cvt_float_to_fp8_result = kp_nv_cvt_float_to_fp8(v[i], 0, 0);
    out[n + i] = __nv_cvt_float_to_fp8_result;
    unsigned char __nv_cvt_float_to_fp8_result_1 = kp_nv_cvt_float_to_fp8(v[i], 1, 1);
    out[2 * n + i] = __nv_cvt_float_to_fp8_result_1;
    unsigned char __nv_cvt_float_to_fp8_result_2 = kp_nv_cvt_float_to_fp8(v[i], 0, 1);
    out[3 * n + i] = __nv_cvt_float_to_fp8_result_2;
    __nv_fp8_e8m0 made_1;
    kp_nv_fp8_e8m0_init(&made_1, v[i]);
    out[4 * n + i] = made_1.__x;
}

static __device__ inline void kp_nv_fp8x4_e4m3_init(__nv_fp8x4_e4m3 *self, float4 f)
{
    unsigned char __kp_fp8_of_result = kp_kp_fp8_of_3_7_126_false(f.x, true);
    unsigned char __kp_fp8_of_result_1 = kp_kp_fp8_of_3_7_126_false(f.y, true);
    unsigned char __kp_fp8_of_result_2 = kp_kp_fp8_of_3_7_126_false(f.z, true);
    unsigned char __kp_fp8_of_result_3 = kp_kp_fp8_of_3_7_126_false(f.w, true);
    self->__x = (((unsigned int)__kp_fp8_of_result | ((unsigned int)__kp_fp8_of_result_1 << 8u)) | ((unsigned int)__kp_fp8_of_result_2 << 16u)) | ((unsigned int)__kp_fp8_of_result_3 << 24u);
}

static __device__ inline float4 kp_nv_fp8x4_e4m3_to_float4(__nv_fp8x4_e4m3 *self)
{
    kp_kp_fp8_float_3_7_126_false((unsigned char)self->__x);
    kp_kp_fp8_float_3_7_126_false((unsigned char)(self->__x >> 8u));
    kp_kp_fp8_float_3_7_126_false((unsigned char)(self->__x >> 16u));
    kp_kp_fp8_float_3_7_126_false((unsigned char)(self->__x >> 24u));
    float __kp_fp8_float_result = kp_kp_fp8_float_3_7_126_false((unsigned char)self->__x);
    float __kp_fp8_float_result_1 = kp_kp_fp8_float_3_7_126_false((unsigned char)(self->__x >> 8u));
    float __kp_fp8_float_result_2 = kp_kp_fp8_float_3_7_126_false((unsigned char)(self->__x >> 16u));
    float __kp_fp8_float_result_3 = kp_kp_fp8_float_3_7_126_false((unsigned char)(self->__x >> 24u));
    return make_float4(__kp_fp8_float_result, __kp_fp8_float_result_1, __kp_fp8_float_result_2, __kp_fp8_float_result_3);
}

__global__ void quads(const float *v, float scale, float *out, unsigned int *packed)
{
    int i = threadIdx.x;
    __nv_fp8x4_e4m3 q;
    kp_nv_fp8x4_e4m3_init(&q, make_float4(v[4 * i] * scale, v[4 * i + 1] * scale, v[4 * i + 2] * scale, v[4 * i + 3] * scale));
    packed[i] = q.__x;
    float4 t = kp_nv_fp8x4_e4m3_to_float4(&q);
    float4 f = t;
    out[4 * i] = f.x;
    out[4 * i + 1] = f.y;
    out[4 * i + 2] = f.z;
    out[4 * i + 3] = f.w;
}
