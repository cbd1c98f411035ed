// What our front end knows without a header, for clang: specifiers, built-in variables, and CUDA's functions by what they return.
#define __global__ __attribute__((global))
#define __device__ __attribute__((device))
#define __host__ __attribute__((host))
#define __shared__ __attribute__((shared))
#define __constant__ __attribute__((constant))
#define __managed__ __attribute__((managed))
#define __forceinline__ inline __attribute__((always_inline))
#define __noinline__ __attribute__((noinline))
#define __align__(n) __attribute__((aligned(n)))
#define __launch_bounds__(...) __attribute__((launch_bounds(__VA_ARGS__)))
#define __grid_constant__
typedef _Float16 __half;
typedef __bf16 __nv_bfloat16;
#include "vector_types.h"
extern const __device__ uint3 threadIdx, blockIdx;
extern const __device__ dim3 blockDim, gridDim;
extern const __device__ int warpSize;
__device__ long long __double_as_longlong(double);
__device__ double __longlong_as_double(long long);
namespace std {
template <class T> class initializer_list {
    const T *first;
    unsigned long count;
public:
    constexpr const T *begin() const { return first; }
    constexpr const T *end() const { return first + count; }
    constexpr unsigned long size() const { return count; }
};
}

#define __KP_GIVES(T, NAME) template <class... A> __device__ T NAME(A...);
#define __KP_FIRST(NAME) template <class T, class... A> __device__ T NAME(T, A...);
#define __KP_SECOND(NAME) template <class M, class T, class... A> __device__ T NAME(M, T, A...);
#define __KP_POINTEE(NAME) template <class T, class... A> __device__ T NAME(T *, A...); template <class T, class... A> __device__ T NAME(volatile T *, A...);
#define __KP_TEXEL(NAME) template <class T, class... A> __device__ T NAME(unsigned long long, A...); template <class T, class... A> __device__ void NAME(T *, A...);
#define __KP_WRITES(NAME) template <class T, class... A> __device__ void NAME(T, A...);
#define __KP_MADE(T) template <class... A> __device__ T make_##T(A...);
__KP_FIRST(__habs) __KP_FIRST(__hfma) __KP_FIRST(__hmax) __KP_FIRST(__hmin) __KP_FIRST(__viaddmax_s16x2) __KP_FIRST(__viaddmax_s16x2_relu)
__KP_FIRST(__viaddmax_s32) __KP_FIRST(__viaddmax_s32_relu) __KP_FIRST(__viaddmax_u16x2) __KP_FIRST(__viaddmin_s16x2) __KP_FIRST(__viaddmin_s32)
__KP_FIRST(__viaddmin_s32_relu) __KP_FIRST(__vimax3_s16x2) __KP_FIRST(__vimax3_s32) __KP_FIRST(__vimax3_s32_relu) __KP_FIRST(__vimax3_u16x2)
__KP_FIRST(__vimin3_s16x2_relu) __KP_FIRST(__vimin3_s32) __KP_FIRST(__vimin3_s32_relu) __KP_FIRST(atan2) __KP_FIRST(cos) __KP_FIRST(exp) __KP_FIRST(fabs)
__KP_FIRST(hypot) __KP_FIRST(log) __KP_FIRST(logb) __KP_FIRST(max) __KP_FIRST(min) __KP_FIRST(sin) __KP_FIRST(sqrt)
__KP_GIVES(__half, __float2half)
__KP_GIVES(__nv_bfloat16, __float2bfloat16)
__KP_GIVES(bool, __heq) __KP_GIVES(bool, __hne) __KP_GIVES(bool, isnan) __KP_GIVES(bool, signbit)
__KP_GIVES(double, __dadd_rd) __KP_GIVES(double, __dadd_ru) __KP_GIVES(double, __dadd_rz) __KP_GIVES(double, __ddiv_rd) __KP_GIVES(double, __ddiv_ru)
__KP_GIVES(double, __ddiv_rz) __KP_GIVES(double, __dmul_rd) __KP_GIVES(double, __dmul_ru) __KP_GIVES(double, __dmul_rz)
__KP_GIVES(float, __bfloat162float) __KP_GIVES(float, __cosf) __KP_GIVES(float, __double2float_rd) __KP_GIVES(float, __double2float_ru)
__KP_GIVES(float, __double2float_rz) __KP_GIVES(float, __expf) __KP_GIVES(float, __fadd_rd) __KP_GIVES(float, __fadd_ru) __KP_GIVES(float, __fadd_rz)
__KP_GIVES(float, __fdiv_rd) __KP_GIVES(float, __fdiv_ru) __KP_GIVES(float, __fdiv_rz) __KP_GIVES(float, __fdividef) __KP_GIVES(float, __fmul_rd)
__KP_GIVES(float, __fmul_rn) __KP_GIVES(float, __fmul_ru) __KP_GIVES(float, __fmul_rz) __KP_GIVES(float, __fsqrt_rd) __KP_GIVES(float, __fsqrt_ru)
__KP_GIVES(float, __fsqrt_rz) __KP_GIVES(float, __fsub_rd) __KP_GIVES(float, __fsub_ru) __KP_GIVES(float, __fsub_rz) __KP_GIVES(float, __half2float)
__KP_GIVES(float, __int2float_rd) __KP_GIVES(float, __int2float_rn) __KP_GIVES(float, __int2float_ru) __KP_GIVES(float, __int2float_rz)
__KP_GIVES(float, __int_as_float) __KP_GIVES(float, __ll2float_rd) __KP_GIVES(float, __ll2float_ru) __KP_GIVES(float, __ll2float_rz) __KP_GIVES(float, __logf)
__KP_GIVES(float, __powf) __KP_GIVES(float, __sinf) __KP_GIVES(float, __uint2float_rd) __KP_GIVES(float, __uint2float_ru) __KP_GIVES(float, __uint2float_rz)
__KP_GIVES(float, __uint_as_float) __KP_GIVES(float, __ull2float_rd) __KP_GIVES(float, __ull2float_ru) __KP_GIVES(float, __ull2float_rz)
__KP_GIVES(float, ceilf) __KP_GIVES(float, cosf) __KP_GIVES(float, erff) __KP_GIVES(float, expf) __KP_GIVES(float, fabsf) __KP_GIVES(float, floorf)
__KP_GIVES(float, atan2f) __KP_GIVES(float, fmaf) __KP_GIVES(float, fmaxf) __KP_GIVES(float, fminf) __KP_GIVES(float, fmodf) __KP_GIVES(float, frexpf) __KP_GIVES(float, hypotf)
__KP_GIVES(float, logf) __KP_GIVES(float, modff) __KP_GIVES(float, nextafterf) __KP_GIVES(float, norm3df) __KP_GIVES(float, norm4df) __KP_GIVES(float, powf)
__KP_GIVES(float, remquof) __KP_GIVES(float, rhypotf) __KP_GIVES(float, rintf) __KP_GIVES(float, rnorm3df) __KP_GIVES(float, roundf) __KP_GIVES(float, rsqrtf)
__KP_GIVES(float, sinf) __KP_GIVES(float, sqrtf) __KP_GIVES(float, tanhf) __KP_GIVES(float, truncf)
__KP_GIVES(int, __all_sync) __KP_GIVES(int, __any_sync) __KP_GIVES(int, __clz) __KP_GIVES(int, __dp4a) __KP_GIVES(int, __ffs) __KP_GIVES(int, __float2int_rd)
__KP_GIVES(int, __float2int_rn) __KP_GIVES(int, __float2int_ru) __KP_GIVES(int, __float2int_rz) __KP_GIVES(int, __float_as_int) __KP_GIVES(int, __mulhi)
__KP_GIVES(int, __popc) __KP_GIVES(int, __popcll) __KP_GIVES(int, __syncthreads_and) __KP_GIVES(int, __syncthreads_count) __KP_GIVES(int, __syncthreads_or)
__KP_GIVES(int, ilogbf) __KP_GIVES(int, printf)
__KP_GIVES(long long, __float2ll_rn) __KP_GIVES(long long, clock64)
__KP_GIVES(unsigned int, __activemask) __KP_GIVES(unsigned int, __ballot_sync) __KP_GIVES(unsigned int, __brev) __KP_GIVES(unsigned int, __byte_perm)
__KP_GIVES(unsigned int, __float2uint_rz) __KP_GIVES(unsigned int, __float_as_uint) __KP_GIVES(unsigned int, __funnelshift_l)
__KP_GIVES(unsigned int, __funnelshift_r) __KP_GIVES(unsigned int, __match_any_sync) __KP_GIVES(unsigned int, __umulhi) __KP_GIVES(unsigned int, __vabs2)
__KP_GIVES(unsigned int, __vabs4) __KP_GIVES(unsigned int, __vabsdiffs2) __KP_GIVES(unsigned int, __vabsdiffs4) __KP_GIVES(unsigned int, __vabsdiffu2)
__KP_GIVES(unsigned int, __vabsdiffu4) __KP_GIVES(unsigned int, __vabsss2) __KP_GIVES(unsigned int, __vabsss4) __KP_GIVES(unsigned int, __vadd2)
__KP_GIVES(unsigned int, __vadd4) __KP_GIVES(unsigned int, __vaddss2) __KP_GIVES(unsigned int, __vaddss4) __KP_GIVES(unsigned int, __vaddus2)
__KP_GIVES(unsigned int, __vaddus4) __KP_GIVES(unsigned int, __vavgs2) __KP_GIVES(unsigned int, __vavgs4) __KP_GIVES(unsigned int, __vavgu2)
__KP_GIVES(unsigned int, __vavgu4) __KP_GIVES(unsigned int, __vcmpeq4) __KP_GIVES(unsigned int, __vcmpges2) __KP_GIVES(unsigned int, __vcmpgts4)
__KP_GIVES(unsigned int, __vcmpgtu4) __KP_GIVES(unsigned int, __vcmpleu4) __KP_GIVES(unsigned int, __vcmplts4) __KP_GIVES(unsigned int, __vcmpltu2)
__KP_GIVES(unsigned int, __vcmpne4) __KP_GIVES(unsigned int, __vhaddu2) __KP_GIVES(unsigned int, __vhaddu4) __KP_GIVES(unsigned int, __vmaxs2)
__KP_GIVES(unsigned int, __vmaxs4) __KP_GIVES(unsigned int, __vmaxu2) __KP_GIVES(unsigned int, __vmaxu4) __KP_GIVES(unsigned int, __vmins2)
__KP_GIVES(unsigned int, __vmins4) __KP_GIVES(unsigned int, __vminu2) __KP_GIVES(unsigned int, __vminu4) __KP_GIVES(unsigned int, __vneg2)
__KP_GIVES(unsigned int, __vneg4) __KP_GIVES(unsigned int, __vnegss2) __KP_GIVES(unsigned int, __vnegss4) __KP_GIVES(unsigned int, __vsads2)
__KP_GIVES(unsigned int, __vsads4) __KP_GIVES(unsigned int, __vsadu2) __KP_GIVES(unsigned int, __vsadu4) __KP_GIVES(unsigned int, __vseteq2)
__KP_GIVES(unsigned int, __vsetgeu4) __KP_GIVES(unsigned int, __vsetgts4) __KP_GIVES(unsigned int, __vsetlts4) __KP_GIVES(unsigned int, __vsetne2)
__KP_GIVES(unsigned int, __vsub2) __KP_GIVES(unsigned int, __vsub4) __KP_GIVES(unsigned int, __vsubss2) __KP_GIVES(unsigned int, __vsubss4)
__KP_GIVES(unsigned int, __vsubus2) __KP_GIVES(unsigned int, __vsubus4)
__KP_GIVES(void, __nanosleep) __KP_GIVES(void, __syncwarp) __KP_GIVES(void, __threadfence) __KP_GIVES(void, __threadfence_block)
__KP_GIVES(void, __threadfence_system) __KP_GIVES(void, __trap)
__KP_MADE(double2) __KP_MADE(float2) __KP_MADE(float3) __KP_MADE(float4) __KP_MADE(int3) __KP_MADE(short2) __KP_MADE(uchar4) __KP_MADE(uint4)
__KP_POINTEE(atomicAdd) __KP_POINTEE(atomicAnd) __KP_POINTEE(atomicCAS) __KP_POINTEE(atomicDec) __KP_POINTEE(atomicExch) __KP_POINTEE(atomicInc)
__KP_POINTEE(atomicMax) __KP_POINTEE(atomicMin) __KP_POINTEE(atomicOr) __KP_POINTEE(atomicSub) __KP_POINTEE(atomicXor)
__KP_SECOND(__shfl_down_sync) __KP_SECOND(__shfl_sync) __KP_SECOND(__shfl_up_sync) __KP_SECOND(__shfl_xor_sync)
__KP_TEXEL(surf1Dread) __KP_TEXEL(surf2DLayeredread) __KP_TEXEL(surf2Dread) __KP_TEXEL(surf3Dread) __KP_TEXEL(tex1D) __KP_TEXEL(tex1DLayered)
__KP_TEXEL(tex1Dfetch) __KP_TEXEL(tex2D) __KP_TEXEL(tex2DLayered) __KP_TEXEL(tex2Dgather) __KP_TEXEL(tex3D) __KP_TEXEL(tex3DLod) __KP_TEXEL(texCubemap)
__KP_WRITES(surf1Dwrite) __KP_WRITES(surf2DLayeredwrite) __KP_WRITES(surf2Dwrite)
__KP_GIVES(bool, __hlt) __KP_GIVES(bool, __hle) __KP_GIVES(bool, __hgt) __KP_GIVES(bool, __hge) __KP_GIVES(bool, __hisnan) __KP_FIRST(hsqrt) __KP_FIRST(hrsqrt)
__KP_FIRST(hrcp) __KP_FIRST(htrunc) __KP_FIRST(hsin) __KP_FIRST(hcos) __KP_FIRST(hrint) __KP_FIRST(hfloor) __KP_FIRST(hceil) __KP_FIRST(hlog) __KP_FIRST(hlog2)
__KP_GIVES(unsigned short, __half_as_ushort) __KP_GIVES(void, __kernelport_grid_barrier) __KP_FIRST(hexp) __KP_FIRST(hexp2) __KP_FIRST(hlog10) __KP_FIRST(hexp10) __KP_GIVES(unsigned int, __float2uint_rn) __KP_GIVES(float, __fadd_rn) __KP_FIRST(frexp)
__KP_GIVES(bool, isfinite) __KP_GIVES(bool, isinf) __KP_GIVES(float, log1pf) __KP_GIVES(float, expm1f) __KP_FIRST(abs) template <class T> __device__ T __ldg(const T *);
__KP_FIRST(__hmul) __KP_FIRST(__hadd) __KP_FIRST(__hsub) __KP_FIRST(__hdiv) __KP_FIRST(__hneg)
namespace std {
using ::frexp;
template <class T> struct __kernelport_plain { typedef T type; };
template <class T> struct __kernelport_plain<T &> { typedef T type; };
template <class T> __host__ __device__ constexpr typename __kernelport_plain<T>::type &&move(T &&value) { return static_cast<typename __kernelport_plain<T>::type &&>(value); }
}
#define __kernelport_assert(...) ((void)(__VA_ARGS__))
#define __kernelport_refuse(what) ((void)0)
#define __kernelport_note(what) ((void)0)
