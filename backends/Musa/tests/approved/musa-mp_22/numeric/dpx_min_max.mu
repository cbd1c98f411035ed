// dpx_min_max.cu for musa:mp_22, translated by KernelPort.
#include <musa_runtime.h>

static __device__ inline int kp_viaddmax_s32(int x, int y, int z)
{
    return (int)((unsigned int)x + (unsigned int)y) < z ? z : (int)((unsigned int)x + (unsigned int)y);
}

static __device__ inline int kp_viaddmax_s32_relu(int x, int y, int z)
{
    return ((int)((unsigned int)x + (unsigned int)y) < z ? z : (int)((unsigned int)x + (unsigned int)y)) < 0 ? 0 : (int)((unsigned int)x + (unsigned int)y) < z ? z : (int)((unsigned int)x + (unsigned int)y);
}

static __device__ inline int kp_viaddmin_s32(int x, int y, int z)
{
    return z < (int)((unsigned int)x + (unsigned int)y) ? z : (int)((unsigned int)x + (unsigned int)y);
}

static __device__ inline int kp_viaddmin_s32_relu(int x, int y, int z)
{
    return (z < (int)((unsigned int)x + (unsigned int)y) ? z : (int)((unsigned int)x + (unsigned int)y)) < 0 ? 0 : z < (int)((unsigned int)x + (unsigned int)y) ? z : (int)((unsigned int)x + (unsigned int)y);
}

static __device__ inline int kp_vimax3_s32(int x, int y, int z)
{
    return (x < y ? y : x) < z ? z : x < y ? y : x;
}

static __device__ inline int kp_vimax3_s32_relu(int x, int y, int z)
{
    return ((x < y ? y : x) < z ? z : x < y ? y : x) < 0 ? 0 : (x < y ? y : x) < z ? z : x < y ? y : x;
}

static __device__ inline int kp_vimin3_s32(int x, int y, int z)
{
    return z < (y < x ? y : x) ? z : y < x ? y : x;
}

static __device__ inline int kp_vimin3_s32_relu(int x, int y, int z)
{
    return (z < (y < x ? y : x) ? z : y < x ? y : x) < 0 ? 0 : z < (y < x ? y : x) ? z : y < x ? y : x;
}

__global__ void whole(const int *a, const int *b, const int *c, int *out)
{
    int i = threadIdx.x;
    int *o = out + 8 * i;
    int __viaddmax_s32_result = kp_viaddmax_s32(a[i], b[i], c[i]);
    (*o) = __viaddmax_s32_result;
    int __viaddmax_s32_relu_result = kp_viaddmax_s32_relu(a[i], b[i], c[i]);
    o[1] = __viaddmax_s32_relu_result;
    int __viaddmin_s32_result = kp_viaddmin_s32(a[i], b[i], c[i]);
    o[2] = __viaddmin_s32_result;
    int __viaddmin_s32_relu_result = kp_viaddmin_s32_relu(a[i], b[i], c[i]);
    o[3] = __viaddmin_s32_relu_result;
    int __vimax3_s32_result = kp_vimax3_s32(a[i], b[i], c[i]);
    o[4] = __vimax3_s32_result;
    int __vimax3_s32_relu_result = kp_vimax3_s32_relu(a[i], b[i], c[i]);
    o[5] = __vimax3_s32_relu_result;
    int __vimin3_s32_result = kp_vimin3_s32(a[i], b[i], c[i]);
    o[6] = __vimin3_s32_result;
    int __vimin3_s32_relu_result = kp_vimin3_s32_relu(a[i], b[i], c[i]);
    o[7] = __vimin3_s32_relu_result;
}

static __device__ inline unsigned int kp_viaddmax_s16x2(unsigned int a, unsigned int b, unsigned int c)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        short x = a >> (unsigned int)i;
        short y = b >> (unsigned int)i;
        short z = c >> (unsigned int)i;
        r |= ((unsigned int)((int)(short)((int)x + (int)y) < (int)z ? z : (short)((int)x + (int)y)) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_viaddmin_s16x2(unsigned int a, unsigned int b, unsigned int c)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        short x = a >> (unsigned int)i;
        short y = b >> (unsigned int)i;
        short z = c >> (unsigned int)i;
        r |= ((unsigned int)((int)z < (int)(short)((int)x + (int)y) ? z : (short)((int)x + (int)y)) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_viaddmax_s16x2_relu(unsigned int a, unsigned int b, unsigned int c)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        short x = a >> (unsigned int)i;
        short y = b >> (unsigned int)i;
        short z = c >> (unsigned int)i;
        r |= ((unsigned int)((int)((int)(short)((int)x + (int)y) < (int)z ? z : (short)((int)x + (int)y)) < 0 ? (short)0 : (int)(short)((int)x + (int)y) < (int)z ? z : (short)((int)x + (int)y)) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_viaddmax_u16x2(unsigned int a, unsigned int b, unsigned int c)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        unsigned short x = a >> (unsigned int)i;
        unsigned short y = b >> (unsigned int)i;
        unsigned short z = c >> (unsigned int)i;
        r |= ((unsigned int)((int)(unsigned short)((int)x + (int)y) < (int)z ? z : (unsigned short)((int)x + (int)y)) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vimax3_s16x2(unsigned int a, unsigned int b, unsigned int c)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        short x = a >> (unsigned int)i;
        short y = b >> (unsigned int)i;
        short z = c >> (unsigned int)i;
        r |= ((unsigned int)((int)((int)x < (int)y ? y : x) < (int)z ? z : (int)x < (int)y ? y : x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vimin3_s16x2_relu(unsigned int a, unsigned int b, unsigned int c)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        short x = a >> (unsigned int)i;
        short y = b >> (unsigned int)i;
        short z = c >> (unsigned int)i;
        r |= ((unsigned int)((int)((int)z < (int)((int)y < (int)x ? y : x) ? z : (int)y < (int)x ? y : x) < 0 ? (short)0 : (int)z < (int)((int)y < (int)x ? y : x) ? z : (int)y < (int)x ? y : x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vimax3_u16x2(unsigned int a, unsigned int b, unsigned int c)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        unsigned short x = a >> (unsigned int)i;
        unsigned short y = b >> (unsigned int)i;
        unsigned short z = c >> (unsigned int)i;
        r |= ((unsigned int)((int)((int)x < (int)y ? y : x) < (int)z ? z : (int)x < (int)y ? y : x) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vavgs2(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 16) {
        int x = (short)(a >> (unsigned int)i);
        int y = (short)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < 0 ? (x + y) >> 1u : (x + y + 1) >> 1u) & 65535u) << (unsigned int)i;
    }
    return r;
}

static __device__ inline unsigned int kp_vavgs4(unsigned int a, unsigned int b)
{
    unsigned int r = 0u;
    for (int i = 0; i < 32; i += 8) {
        int x = (signed char)(a >> (unsigned int)i);
        int y = (signed char)(b >> (unsigned int)i);
        r |= ((unsigned int)(x + y < 0 ? (x + y) >> 1u : (x + y + 1) >> 1u) & 255u) << (unsigned int)i;
    }
    return r;
}

__global__ void halves(unsigned int *out)
{
    unsigned int __viaddmax_s16x2_result = kp_viaddmax_s16x2(2147418113u, 65533u, 131070u);
    (*out) = __viaddmax_s16x2_result & 2147483647u;
    unsigned int __viaddmin_s16x2_result = kp_viaddmin_s16x2(2147418113u, 131069u, 65534u);
    out[1] = __viaddmin_s16x2_result & 65535u;
    unsigned int __viaddmax_s16x2_relu_result = kp_viaddmax_s16x2_relu(65537u, 65533u, 131070u);
    out[2] = __viaddmax_s16x2_relu_result;
    unsigned int __viaddmax_u16x2_result = kp_viaddmax_u16x2(4294901760u, 131073u, 1u);
    out[3] = __viaddmax_u16x2_result;
    unsigned int __vimax3_s16x2_result = kp_vimax3_s16x2(4294836222u, 2147549181u, 4294770687u);
    out[4] = __vimax3_s16x2_result & 4294836223u;
    unsigned int __vimin3_s16x2_relu_result = kp_vimin3_s16x2_relu(131071u, 2u, 327683u);
    out[5] = __vimin3_s16x2_relu_result;
    unsigned int __vimax3_u16x2_result = kp_vimax3_u16x2(4294901760u, 65535u, 65537u);
    out[6] = __vimax3_u16x2_result;
    unsigned int __vavgs2_result = kp_vavgs2(65535u, 4294967295u);
    out[7] = ((__vavgs2_result ^ 4294901760u) ^ 65535u) ^ 65535u;
    unsigned int __vavgs2_result_1 = kp_vavgs2(2147483648u, 2147483648u);
    out[8] = __vavgs2_result_1;
    unsigned int __vavgs4_result = kp_vavgs4(3145729u, 3145728u);
    out[9] = __vavgs4_result;
}
