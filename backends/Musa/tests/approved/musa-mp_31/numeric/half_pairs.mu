// half_pairs.cu for musa:mp_31, translated by KernelPort.
#include <musa_runtime.h>
#include <musa_fp16.h>

struct __align__(4) kp___half2 {
    __half x;
    __half y;
};

static __device__ inline kp___half2 kp_hgt2(kp___half2 a, kp___half2 b)
{
    return kp___half2{__half2float(a.x) > __half2float(b.x) ? __float2half(1.0f) : __float2half(0.0f), __half2float(a.y) > __half2float(b.y) ? __float2half(1.0f) : __float2half(0.0f)};
}

static __device__ inline kp___half2 kp_heq2(kp___half2 a, kp___half2 b)
{
    return kp___half2{__half2float(a.x) == __half2float(b.x) ? __float2half(1.0f) : __float2half(0.0f), __half2float(a.y) == __half2float(b.y) ? __float2half(1.0f) : __float2half(0.0f)};
}

static __device__ inline kp___half2 kp_hadd2(kp___half2 a, kp___half2 b)
{
    return kp___half2{__float2half(__half2float(a.x) + __half2float(b.x)), __float2half(__half2float(a.y) + __half2float(b.y))};
}

static __device__ inline kp___half2 kp_hle2(kp___half2 a, kp___half2 b)
{
    return kp___half2{__half2float(a.x) <= __half2float(b.x) ? __float2half(1.0f) : __float2half(0.0f), __half2float(a.y) <= __half2float(b.y) ? __float2half(1.0f) : __float2half(0.0f)};
}

static __device__ inline kp___half2 kp_hne2(kp___half2 a, kp___half2 b)
{
    return kp___half2{(__half2float(a.x) < __half2float(b.x)) || (__half2float(a.x) > __half2float(b.x)) ? __float2half(1.0f) : __float2half(0.0f), (__half2float(a.y) < __half2float(b.y)) || (__half2float(a.y) > __half2float(b.y)) ? __float2half(1.0f) : __float2half(0.0f)};
}

static __device__ inline kp___half2 kp_hlt2(kp___half2 a, kp___half2 b)
{
    return kp___half2{__half2float(a.x) < __half2float(b.x) ? __float2half(1.0f) : __float2half(0.0f), __half2float(a.y) < __half2float(b.y) ? __float2half(1.0f) : __float2half(0.0f)};
}

static __device__ inline kp___half2 kp_hge2(kp___half2 a, kp___half2 b)
{
    return kp___half2{__half2float(a.x) >= __half2float(b.x) ? __float2half(1.0f) : __float2half(0.0f), __half2float(a.y) >= __half2float(b.y) ? __float2half(1.0f) : __float2half(0.0f)};
}

static __device__ inline kp___half2 kp_hsub2(kp___half2 a, kp___half2 b)
{
    return kp___half2{__float2half(__half2float(a.x) - __half2float(b.x)), __float2half(__half2float(a.y) - __half2float(b.y))};
}

static __device__ inline bool kp_hbeq2(kp___half2 a, kp___half2 b)
{
    return __half2float(a.x) == __half2float(b.x) && __half2float(a.y) == __half2float(b.y);
}

static __device__ inline bool kp_hbgt2(kp___half2 a, kp___half2 b)
{
    return __half2float(a.x) > __half2float(b.x) && __half2float(a.y) > __half2float(b.y);
}

static __device__ inline bool kp_hble2(kp___half2 a, kp___half2 b)
{
    return __half2float(a.x) <= __half2float(b.x) && __half2float(a.y) <= __half2float(b.y);
}

static __device__ inline bool kp_hbne2(kp___half2 a, kp___half2 b)
{
    return ((__half2float(a.x) < __half2float(b.x)) || (__half2float(a.x) > __half2float(b.x))) && ((__half2float(a.y) < __half2float(b.y)) || (__half2float(a.y) > __half2float(b.y)));
}

__global__ void compare(const kp___half2 *a, const kp___half2 *b, kp___half2 *out, int *both)
{
    int i = threadIdx.x;
    kp___half2 x = a[i];
    kp___half2 chosen;
    if (i % 4 == 0) {
        chosen = x;
    } else {
        chosen = b[i];
    }
    kp___half2 y = chosen;
    kp___half2 __hgt2_result = kp_hgt2(x, y);
    kp___half2 __heq2_result = kp_heq2(x, y);
    kp___half2 __hadd2_result = kp_hadd2(__hgt2_result, __heq2_result);
    out[3 * i] = __hadd2_result;
    kp___half2 __hle2_result = kp_hle2(x, y);
    kp___half2 __hne2_result = kp_hne2(x, y);
    kp___half2 __hadd2_result_1 = kp_hadd2(__hle2_result, __hne2_result);
    out[3 * i + 1] = __hadd2_result_1;
    kp___half2 __hlt2_result = kp_hlt2(x, y);
    kp___half2 __hge2_result = kp_hge2(x, y);
    kp___half2 __hsub2_result = kp_hsub2(__hlt2_result, __hge2_result);
    out[3 * i + 2] = __hsub2_result;
    bool __hbeq2_result = kp_hbeq2(x, y);
    bool __hbgt2_result = kp_hbgt2(x, y);
    bool __hble2_result = kp_hble2(x, y);
    bool __hbne2_result = kp_hbne2(x, y);
    both[i] = (__hbeq2_result ? 1 : 0) + (__hbgt2_result ? 2 : 0) + (__hble2_result ? 4 : 0) + (__hbne2_result ? 8 : 0);
}

static __device__ inline kp___half2 kp_h2sqrt(kp___half2 a)
{
    return kp___half2{__float2half(sqrtf(__half2float(a.x))), __float2half(sqrtf(__half2float(a.y)))};
}

static __device__ inline kp___half2 kp_h2rcp(kp___half2 a)
{
    return kp___half2{__float2half(__half2float(__float2half(1.0f)) / __half2float(a.x)), __float2half(__half2float(__float2half(1.0f)) / __half2float(a.y))};
}

static __device__ inline kp___half2 kp_h2floor(kp___half2 a)
{
    return kp___half2{__float2half(floorf(__half2float(a.x))), __float2half(floorf(__half2float(a.y)))};
}

static __device__ inline kp___half2 kp_h2ceil(kp___half2 a)
{
    return kp___half2{__float2half(ceilf(__half2float(a.x))), __float2half(ceilf(__half2float(a.y)))};
}

static __device__ inline kp___half2 kp_h2rint(kp___half2 a)
{
    return kp___half2{__float2half(rintf(__half2float(a.x))), __float2half(rintf(__half2float(a.y)))};
}

static __device__ inline kp___half2 kp_h2trunc(kp___half2 a)
{
    return kp___half2{__float2half(truncf(__half2float(a.x))), __float2half(truncf(__half2float(a.y)))};
}

__global__ void functions(const kp___half2 *a, kp___half2 *out)
{
    int i = threadIdx.x;
    kp___half2 x = a[i];
    kp___half2 h2sqrt_result = kp_h2sqrt(x);
    out[4 * i] = h2sqrt_result;
    kp___half2 h2rcp_result = kp_h2rcp(x);
    out[4 * i + 1] = h2rcp_result;
    kp___half2 h2floor_result = kp_h2floor(x);
    kp___half2 h2ceil_result = kp_h2ceil(x);
    kp___half2 __hadd2_result = kp_hadd2(h2floor_result, h2ceil_result);
    out[4 * i + 2] = __hadd2_result;
    kp___half2 h2rint_result = kp_h2rint(x);
    kp___half2 h2trunc_result = kp_h2trunc(x);
    kp___half2 __hadd2_result_1 = kp_hadd2(h2rint_result, h2trunc_result);
    out[4 * i + 3] = __hadd2_result_1;
}

static __device__ inline int kp_half2int_rn(__half h)
{
    return __float2int_rz(rintf(__half2float(h)));
}

static __device__ inline int kp_half2int_rz(__half h)
{
    return __float2int_rz(__half2float(h));
}

static __device__ inline int kp_half2int_rd(__half h)
{
    return __float2int_rz(floorf(__half2float(h)));
}

static __device__ inline int kp_half2int_ru(__half h)
{
    return __float2int_rz(ceilf(__half2float(h)));
}

static __device__ inline unsigned int kp_half2uint_rn(__half h)
{
    return __float2uint_rz(rintf(__half2float(h)));
}

static __device__ inline unsigned int kp_half2uint_rz(__half h)
{
    return __float2uint_rz(__half2float(h));
}

__global__ void to_int(const __half *a, int *out)
{
    __half h = a[threadIdx.x];
    int *o = out + 6u * threadIdx.x;
    int __half2int_rn_result = kp_half2int_rn(h);
    (*o) = __half2int_rn_result;
    int __half2int_rz_result = kp_half2int_rz(h);
    o[1] = __half2int_rz_result;
    int __half2int_rd_result = kp_half2int_rd(h);
    o[2] = __half2int_rd_result;
    int __half2int_ru_result = kp_half2int_ru(h);
    o[3] = __half2int_ru_result;
    unsigned int __half2uint_rn_result = kp_half2uint_rn(h);
    o[4] = __half2uint_rn_result;
    unsigned int __half2uint_rz_result = kp_half2uint_rz(h);
    o[5] = __half2uint_rz_result;
}

static __device__ inline kp___half2 kp_halves2half2(__half a, __half b)
{
    return kp___half2{a, b};
}

__global__ void not_a_number(const __half *a, int *out)
{
    __half x = (*a);
    __half y = a[1];
    (*out) = (__half2float(x) < __half2float(y)) || (__half2float(x) > __half2float(y));
    out[1] = __half2float(x) != __half2float(y);
    kp___half2 __halves2half2_result = kp_halves2half2(x, y);
    kp___half2 __halves2half2_result_1 = kp_halves2half2(y, x);
    bool __hbne2_result = kp_hbne2(__halves2half2_result, __halves2half2_result_1);
    out[2] = __hbne2_result;
    out[3] = (__half2float(y) < __half2float(y)) || (__half2float(y) > __half2float(y));
}
