#pragma once
// What instructions of inline PTX mean (PTX ISA 8.4, chapter 9), each as a function by its own name, dots as underscores. Loads, stores and
// atomics get their address and a distance in bytes. An approximation stands for itself only where CUDA has the same one.
#include "kernelport_builtin.h"
#include "kernelport_thread.h"
#define __KP_PTX inline __device__
#define __KP_PTX_BLOCK (blockDim.x * blockDim.y * blockDim.z)

// Special registers. A warp is CUDA's, whatever the target's is.
__KP_PTX unsigned int __ptx_sreg_laneid() { return __KP_LINEAR_THREAD % 32u; }
__KP_PTX unsigned int __ptx_sreg_warpid() { return __KP_LINEAR_THREAD / 32u; }
__KP_PTX unsigned int __ptx_sreg_nwarpid() { return (__KP_PTX_BLOCK + 31u) / 32u; }
__KP_PTX unsigned int __ptx_sreg_warpsize() { return 32u; }
__KP_PTX unsigned int __ptx_sreg_WARP_SZ() { return 32u; }
__KP_PTX unsigned int __ptx_sreg_tid_x() { return threadIdx.x; }
__KP_PTX unsigned int __ptx_sreg_tid_y() { return threadIdx.y; }
__KP_PTX unsigned int __ptx_sreg_tid_z() { return threadIdx.z; }
__KP_PTX unsigned int __ptx_sreg_ntid_x() { return blockDim.x; }
__KP_PTX unsigned int __ptx_sreg_ntid_y() { return blockDim.y; }
__KP_PTX unsigned int __ptx_sreg_ntid_z() { return blockDim.z; }
__KP_PTX unsigned int __ptx_sreg_ctaid_x() { return blockIdx.x; }
__KP_PTX unsigned int __ptx_sreg_ctaid_y() { return blockIdx.y; }
__KP_PTX unsigned int __ptx_sreg_ctaid_z() { return blockIdx.z; }
__KP_PTX unsigned int __ptx_sreg_nctaid_x() { return gridDim.x; }
__KP_PTX unsigned int __ptx_sreg_nctaid_y() { return gridDim.y; }
__KP_PTX unsigned int __ptx_sreg_nctaid_z() { return gridDim.z; }
__KP_PTX unsigned int __ptx_sreg_lanemask_eq() { return 1u << __ptx_sreg_laneid(); }
__KP_PTX unsigned int __ptx_sreg_lanemask_lt() { return (1u << __ptx_sreg_laneid()) - 1u; }
__KP_PTX unsigned int __ptx_sreg_lanemask_le() { return (2u << __ptx_sreg_laneid()) - 1u; }
__KP_PTX unsigned int __ptx_sreg_lanemask_ge() { return 0xffffffffu << __ptx_sreg_laneid(); }
__KP_PTX unsigned int __ptx_sreg_lanemask_gt() { return (0xffffffffu << __ptx_sreg_laneid()) << 1; }
__KP_PTX unsigned long long __ptx_sreg_clock64() { return (unsigned long long)clock64(); }
__KP_PTX unsigned int __ptx_sreg_clock() { return (unsigned int)clock64(); }
__KP_PTX unsigned long long __ptx_sreg_globaltimer() {
    __kernelport_note("%globaltimer counts the ticks of clock64() here, not nanoseconds");
    return (unsigned long long)clock64();
}
__KP_PTX unsigned int __ptx_sreg_globaltimer_lo() { return (unsigned int)__ptx_sreg_globaltimer(); }
__KP_PTX unsigned int __ptx_sreg_globaltimer_hi() { return (unsigned int)(__ptx_sreg_globaltimer() >> 32); }

#define __KP_PTX_MOVE(TYPE, T)                      \
    __KP_PTX T __ptx_mov_##TYPE(T a) { return a; }  \
    __KP_PTX T __ptx_selp_##TYPE(T a, T b, bool p) { return p ? a : b; }
__KP_PTX_MOVE(b16, unsigned short)
__KP_PTX_MOVE(u16, unsigned short)
__KP_PTX_MOVE(s16, short)
__KP_PTX_MOVE(b32, unsigned int)
__KP_PTX_MOVE(u32, unsigned int)
__KP_PTX_MOVE(s32, int)
__KP_PTX_MOVE(b64, unsigned long long)
__KP_PTX_MOVE(u64, unsigned long long)
__KP_PTX_MOVE(s64, long long)
__KP_PTX_MOVE(f32, float)
__KP_PTX_MOVE(f64, double)

// Integers. Sums are made unsigned, so that they wrap.
#define __KP_PTX_INTEGER(TYPE, T, U, W, BITS)                                                                        \
    __KP_PTX T __ptx_add_##TYPE(T a, T b) { return (T)((U)a + (U)b); }                                               \
    __KP_PTX T __ptx_sub_##TYPE(T a, T b) { return (T)((U)a - (U)b); }                                               \
    __KP_PTX T __ptx_mul_lo_##TYPE(T a, T b) { return (T)((U)a * (U)b); }                                            \
    __KP_PTX T __ptx_mad_lo_##TYPE(T a, T b, T c) { return (T)((U)a * (U)b + (U)c); }                                \
    __KP_PTX T __ptx_mad_hi_##TYPE(T a, T b, T c) { return (T)((U)__ptx_mul_hi_##TYPE(a, b) + (U)c); }               \
    __KP_PTX T __ptx_min_##TYPE(T a, T b) { return b < a ? b : a; }                                                  \
    __KP_PTX T __ptx_max_##TYPE(T a, T b) { return a < b ? b : a; }                                                  \
    __KP_PTX T __ptx_div_##TYPE(T a, T b) { return a / b; }                                                          \
    __KP_PTX T __ptx_rem_##TYPE(T a, T b) { return a % b; }                                                          \
    __KP_PTX T __ptx_addc_##TYPE(T a, T b, unsigned int c) { return (T)((U)a + (U)b + (U)c); }                       \
    __KP_PTX T __ptx_subc_##TYPE(T a, T b, unsigned int c) { return (T)((U)a - (U)b - (U)c); }                       \
    __KP_PTX unsigned int __ptx_addc_carry_##TYPE(T a, T b, unsigned int c) {                                        \
        U s = (U)a + (U)b;                                                                                           \
        return (s < (U)a ? 1u : 0u) | ((U)(s + (U)c) < s ? 1u : 0u);                                                 \
    }                                                                                                                \
    __KP_PTX unsigned int __ptx_subc_carry_##TYPE(T a, T b, unsigned int c) { return (U)a < (U)b || ((U)a == (U)b && c != 0u) ? 1u : 0u; } \
    __KP_PTX T __ptx_shr_##TYPE(T a, unsigned int n) { return n < BITS##u ? a >> n : (T)(a < (T)0 ? -1 : 0); }       \
    __KP_PTX bool __ptx_setp_eq_##TYPE(T a, T b) { return a == b; }                                                  \
    __KP_PTX bool __ptx_setp_ne_##TYPE(T a, T b) { return a != b; }                                                  \
    __KP_PTX bool __ptx_setp_lt_##TYPE(T a, T b) { return a < b; }                                                   \
    __KP_PTX bool __ptx_setp_le_##TYPE(T a, T b) { return a <= b; }                                                  \
    __KP_PTX bool __ptx_setp_gt_##TYPE(T a, T b) { return a > b; }                                                   \
    __KP_PTX bool __ptx_setp_ge_##TYPE(T a, T b) { return a >= b; }
__KP_PTX unsigned int __ptx_mul_hi_u32(unsigned int a, unsigned int b) { return __umulhi(a, b); }
__KP_PTX int __ptx_mul_hi_s32(int a, int b) { return __mulhi(a, b); }
__KP_PTX unsigned long long __ptx_mul_hi_u64(unsigned long long a, unsigned long long b) { return __umul64hi(a, b); }
__KP_PTX long long __ptx_mul_hi_s64(long long a, long long b) { return __mul64hi(a, b); }
__KP_PTX_INTEGER(u32, unsigned int, unsigned int, unsigned long long, 32)
__KP_PTX_INTEGER(s32, int, unsigned int, long long, 32)
__KP_PTX_INTEGER(u64, unsigned long long, unsigned long long, unsigned long long, 64)
__KP_PTX_INTEGER(s64, long long, unsigned long long, long long, 64)
__KP_PTX unsigned long long __ptx_mul_wide_u32(unsigned int a, unsigned int b) { return (unsigned long long)a * b; }
__KP_PTX long long __ptx_mul_wide_s32(int a, int b) { return (long long)a * b; }
__KP_PTX unsigned long long __ptx_mad_wide_u32(unsigned int a, unsigned int b, unsigned long long c) { return (unsigned long long)a * b + c; }
__KP_PTX long long __ptx_mad_wide_s32(int a, int b, long long c) { return (long long)((unsigned long long)((long long)a * b) + (unsigned long long)c); }
__KP_PTX int __ptx_abs_s32(int a) { return a < 0 ? (int)(0u - (unsigned int)a) : a; }
__KP_PTX int __ptx_neg_s32(int a) { return (int)(0u - (unsigned int)a); }
__KP_PTX unsigned int __ptx_sad_u32(unsigned int a, unsigned int b, unsigned int c) { return __usad(a, b, c); }

#define __KP_PTX_BITS(TYPE, T, BITS)                                                       \
    __KP_PTX T __ptx_and_##TYPE(T a, T b) { return a & b; }                                \
    __KP_PTX T __ptx_or_##TYPE(T a, T b) { return a | b; }                                 \
    __KP_PTX T __ptx_xor_##TYPE(T a, T b) { return a ^ b; }                                \
    __KP_PTX T __ptx_not_##TYPE(T a) { return ~a; }                                        \
    __KP_PTX T __ptx_shl_##TYPE(T a, unsigned int n) { return n < BITS##u ? a << n : (T)0; } \
    __KP_PTX T __ptx_shr_##TYPE(T a, unsigned int n) { return n < BITS##u ? a >> n : (T)0; }
__KP_PTX_BITS(b32, unsigned int, 32)
__KP_PTX_BITS(b64, unsigned long long, 64)
__KP_PTX unsigned int __ptx_popc_b32(unsigned int a) { return (unsigned int)__popc(a); }
__KP_PTX unsigned int __ptx_popc_b64(unsigned long long a) { return (unsigned int)__popcll(a); }
__KP_PTX unsigned int __ptx_clz_b32(unsigned int a) { return (unsigned int)__clz((int)a); }
__KP_PTX unsigned int __ptx_clz_b64(unsigned long long a) { return (unsigned int)__clzll((long long)a); }
__KP_PTX unsigned int __ptx_brev_b32(unsigned int a) { return __brev(a); }
__KP_PTX unsigned long long __ptx_brev_b64(unsigned long long a) { return __brevll(a); }
__KP_PTX unsigned int __ptx_bfind_u32(unsigned int a) { return a == 0u ? 0xffffffffu : 31u - (unsigned int)__clz((int)a); }
__KP_PTX unsigned int __ptx_lop3_b32(unsigned int a, unsigned int b, unsigned int c, unsigned int table) {
    unsigned int r = 0u;
    if (table & 1u) r |= ~a & ~b & ~c;
    if (table & 2u) r |= ~a & ~b & c;
    if (table & 4u) r |= ~a & b & ~c;
    if (table & 8u) r |= ~a & b & c;
    if (table & 16u) r |= a & ~b & ~c;
    if (table & 32u) r |= a & ~b & c;
    if (table & 64u) r |= a & b & ~c;
    if (table & 128u) r |= a & b & c;
    return r;
}
// Only the low byte of a position or length counts.
__KP_PTX unsigned int __ptx_bfe_u32(unsigned int a, unsigned int from, unsigned int length) {
    from &= 255u, length &= 255u;
    unsigned int moved = from < 32u ? a >> from : 0u;
    return length >= 32u ? moved : moved & ((1u << length) - 1u);
}
__KP_PTX int __ptx_bfe_s32(int a, unsigned int from, unsigned int length) {
    from &= 255u, length &= 255u;
    if (length == 0u) return 0;
    int moved = from < 32u ? a >> from : a >> 31;
    return length >= 32u ? moved : (int)((unsigned int)moved << (32u - length)) >> (32u - length);
}
__KP_PTX unsigned int __ptx_bfi_b32(unsigned int a, unsigned int b, unsigned int from, unsigned int length) {
    from &= 255u, length &= 255u;
    if (from >= 32u) return b;
    unsigned int mask = (length >= 32u ? 0xffffffffu : (1u << length) - 1u) << from;
    return (b & ~mask) | ((a << from) & mask);
}
__KP_PTX unsigned int __ptx_prmt_b32(unsigned int a, unsigned int b, unsigned int select) {
    unsigned int signs = 0u, chosen = __byte_perm(a, b, select);
    // the fourth bit of a selector spreads the byte's sign
    for (int i = 0; i < 4; ++i)
        if (select >> (4 * i) & 8u) signs |= 0xffu << (8 * i);
    unsigned int spread = ((chosen >> 7) & 0x01010101u) * 0xffu;
    return (chosen & ~signs) | (spread & signs);
}
__KP_PTX unsigned int __ptx_shf_l_wrap_b32(unsigned int low, unsigned int high, unsigned int n) { return __funnelshift_l(low, high, n); }
__KP_PTX unsigned int __ptx_shf_r_wrap_b32(unsigned int low, unsigned int high, unsigned int n) { return __funnelshift_r(low, high, n); }
__KP_PTX int __ptx_dp4a_s32_s32(int a, int b, int c) { return __dp4a(a, b, c); }
__KP_PTX unsigned int __ptx_dp4a_u32_u32(unsigned int a, unsigned int b, unsigned int c) { return __dp4a(a, b, c); }
__KP_PTX unsigned int __ptx_pack_b32(unsigned short low, unsigned short high) { return (unsigned int)low | (unsigned int)high << 16; }
__KP_PTX unsigned long long __ptx_pack_b64(unsigned int low, unsigned int high) { return (unsigned long long)low | (unsigned long long)high << 32; }
__KP_PTX unsigned short __ptx_low_b32(unsigned int a) { return (unsigned short)a; }
__KP_PTX unsigned short __ptx_high_b32(unsigned int a) { return (unsigned short)(a >> 16); }
__KP_PTX unsigned int __ptx_low_b64(unsigned long long a) { return (unsigned int)a; }
__KP_PTX unsigned int __ptx_high_b64(unsigned long long a) { return (unsigned int)(a >> 32); }

// Floating numbers.
#define __KP_PTX_FLOAT(TYPE, T)                                                \
    __KP_PTX T __ptx_add_##TYPE(T a, T b) { return a + b; }                    \
    __KP_PTX T __ptx_sub_##TYPE(T a, T b) { return a - b; }                    \
    __KP_PTX T __ptx_mul_##TYPE(T a, T b) { return a * b; }                    \
    __KP_PTX T __ptx_add_rn_##TYPE(T a, T b) { return a + b; }                 \
    __KP_PTX T __ptx_sub_rn_##TYPE(T a, T b) { return a - b; }                 \
    __KP_PTX T __ptx_mul_rn_##TYPE(T a, T b) { return a * b; }                 \
    __KP_PTX T __ptx_div_rn_##TYPE(T a, T b) { return a / b; }                 \
    __KP_PTX T __ptx_fma_rn_##TYPE(T a, T b, T c) { return fma(a, b, c); }     \
    __KP_PTX T __ptx_sqrt_rn_##TYPE(T a) { return sqrt(a); }                   \
    __KP_PTX T __ptx_rcp_rn_##TYPE(T a) { return (T)1 / a; }                   \
    __KP_PTX T __ptx_abs_##TYPE(T a) { return fabs(a); }                       \
    __KP_PTX T __ptx_neg_##TYPE(T a) { return -a; }                            \
    __KP_PTX T __ptx_min_##TYPE(T a, T b) { return fmin(a, b); }               \
    __KP_PTX T __ptx_max_##TYPE(T a, T b) { return fmax(a, b); }               \
    __KP_PTX bool __ptx_setp_eq_##TYPE(T a, T b) { return a == b; }            \
    __KP_PTX bool __ptx_setp_lt_##TYPE(T a, T b) { return a < b; }             \
    __KP_PTX bool __ptx_setp_le_##TYPE(T a, T b) { return a <= b; }            \
    __KP_PTX bool __ptx_setp_gt_##TYPE(T a, T b) { return a > b; }             \
    __KP_PTX bool __ptx_setp_ge_##TYPE(T a, T b) { return a >= b; }            \
    __KP_PTX bool __ptx_setp_neu_##TYPE(T a, T b) { return a != b; }           \
    __KP_PTX T __ptx_cvt_rn_##TYPE##_s32(int a) { return (T)a; }               \
    __KP_PTX T __ptx_cvt_rn_##TYPE##_u32(unsigned int a) { return (T)a; }      \
    __KP_PTX T __ptx_cvt_rn_##TYPE##_s64(long long a) { return (T)a; }         \
    __KP_PTX T __ptx_cvt_rn_##TYPE##_u64(unsigned long long a) { return (T)a; } \
    __KP_PTX int __ptx_cvt_rzi_s32_##TYPE(T a) { return (int)a; }              \
    __KP_PTX unsigned int __ptx_cvt_rzi_u32_##TYPE(T a) { return (unsigned int)a; }
__KP_PTX_FLOAT(f32, float)
__KP_PTX_FLOAT(f64, double)
__KP_PTX int __ptx_cvt_rni_s32_f32(float a) { return __float2int_rn(a); }
__KP_PTX int __ptx_cvt_rmi_s32_f32(float a) { return __float2int_rd(a); }
__KP_PTX int __ptx_cvt_rpi_s32_f32(float a) { return __float2int_ru(a); }
__KP_PTX double __ptx_cvt_f64_f32(float a) { return a; }
__KP_PTX float __ptx_cvt_rn_f32_f64(double a) { return (float)a; }
__KP_PTX float __ptx_cvt_sat_f32_f32(float a) { return __saturatef(a); }
__KP_PTX unsigned int __ptx_cvt_u32_u64(unsigned long long a) { return (unsigned int)a; }
__KP_PTX unsigned long long __ptx_cvt_u64_u32(unsigned int a) { return a; }
__KP_PTX long long __ptx_cvt_s64_s32(int a) { return a; }
__KP_PTX float __ptx_ex2_approx_f32(float a) { return exp2f(a); }
__KP_PTX float __ptx_lg2_approx_f32(float a) { return __log2f(a); }
__KP_PTX float __ptx_sin_approx_f32(float a) { return __sinf(a); }
__KP_PTX float __ptx_cos_approx_f32(float a) { return __cosf(a); }
__KP_PTX float __ptx_rsqrt_approx_f32(float a) { return rsqrtf(a); }
__KP_PTX float __ptx_div_approx_f32(float a, float b) { return __fdividef(a, b); }

// Memory.
#define __KP_PTX_MEMORY(TYPE, T)                                                                                                  \
    template <class P> __KP_PTX T __ptx_ld_##TYPE(P p, int at) { return *(const T *)((const char *)p + at); }                      \
    template <class P> __KP_PTX T __ptx_ld_volatile_##TYPE(P p, int at) { return *(const volatile T *)((const volatile char *)p + at); } \
    template <class P> __KP_PTX T __ptx_ld_acquire_##TYPE(P p, int at) {                                                           \
        T v = *(const volatile T *)((const volatile char *)p + at);                                                                \
        __threadfence();                                                                                                           \
        return v;                                                                                                                  \
    }                                                                                                                              \
    template <class P> __KP_PTX void __ptx_st_##TYPE(P p, int at, T v) { *(T *)((char *)p + at) = v; }                             \
    template <class P> __KP_PTX void __ptx_st_volatile_##TYPE(P p, int at, T v) { *(volatile T *)((volatile char *)p + at) = v; }  \
    template <class P> __KP_PTX void __ptx_st_release_##TYPE(P p, int at, T v) {                                                   \
        __threadfence();                                                                                                           \
        *(volatile T *)((volatile char *)p + at) = v;                                                                              \
    }
__KP_PTX_MEMORY(u8, unsigned char)
__KP_PTX_MEMORY(s8, signed char)
__KP_PTX_MEMORY(b16, unsigned short)
__KP_PTX_MEMORY(u16, unsigned short)
__KP_PTX_MEMORY(s16, short)
__KP_PTX_MEMORY(b32, unsigned int)
__KP_PTX_MEMORY(u32, unsigned int)
__KP_PTX_MEMORY(s32, int)
__KP_PTX_MEMORY(b64, unsigned long long)
__KP_PTX_MEMORY(u64, unsigned long long)
__KP_PTX_MEMORY(s64, long long)
__KP_PTX_MEMORY(f32, float)
__KP_PTX_MEMORY(f64, double)
#define __KP_PTX_ATOMIC(NAME, FUNCTION, T) \
    template <class P> __KP_PTX T __ptx_atom_##NAME(P p, int at, T v) { return FUNCTION((T *)((char *)p + at), v); }
__KP_PTX_ATOMIC(add_u32, atomicAdd, unsigned int)
__KP_PTX_ATOMIC(add_s32, atomicAdd, int)
__KP_PTX_ATOMIC(add_u64, atomicAdd, unsigned long long)
__KP_PTX_ATOMIC(add_f32, atomicAdd, float)
__KP_PTX_ATOMIC(add_f64, atomicAdd, double)
__KP_PTX_ATOMIC(min_u32, atomicMin, unsigned int)
__KP_PTX_ATOMIC(min_s32, atomicMin, int)
__KP_PTX_ATOMIC(max_u32, atomicMax, unsigned int)
__KP_PTX_ATOMIC(max_s32, atomicMax, int)
__KP_PTX_ATOMIC(and_b32, atomicAnd, unsigned int)
__KP_PTX_ATOMIC(or_b32, atomicOr, unsigned int)
__KP_PTX_ATOMIC(xor_b32, atomicXor, unsigned int)
__KP_PTX_ATOMIC(exch_b32, atomicExch, unsigned int)
__KP_PTX_ATOMIC(inc_u32, atomicInc, unsigned int)
template <class P> __KP_PTX unsigned int __ptx_atom_cas_b32(P p, int at, unsigned int old, unsigned int v) { return atomicCAS((unsigned int *)((char *)p + at), old, v); }
template <class P> __KP_PTX unsigned long long __ptx_atom_cas_b64(P p, int at, unsigned long long old, unsigned long long v) { return atomicCAS((unsigned long long *)((char *)p + at), old, v); }
__KP_PTX void __ptx_membar_cta() { __threadfence_block(); }
__KP_PTX void __ptx_membar_gl() { __threadfence(); }
__KP_PTX void __ptx_membar_sys() { __threadfence_system(); }
__KP_PTX void __ptx_fence_acq_rel_cta() { __threadfence_block(); }
__KP_PTX void __ptx_fence_acq_rel_gpu() { __threadfence(); }
__KP_PTX void __ptx_fence_acq_rel_sys() { __threadfence_system(); }

// The block and the warp. Of the block's barriers only the first, for all threads, has a name in CUDA.
__KP_PTX void __ptx_bar_sync(unsigned int which) { if (which != 0u) __trap(); __syncthreads(); }
__KP_PTX void __ptx_barrier_sync(unsigned int which) { __ptx_bar_sync(which); }
__KP_PTX void __ptx_bar_warp_sync(unsigned int mask) { __syncwarp(mask); }
__KP_PTX unsigned int __ptx_activemask_b32() { return __activemask(); }
__KP_PTX unsigned int __ptx_vote_sync_ballot_b32(bool p, unsigned int mask) { return __ballot_sync(mask, p); }
__KP_PTX bool __ptx_vote_sync_any_pred(bool p, unsigned int mask) { return __any_sync(mask, p) != 0; }
__KP_PTX bool __ptx_vote_sync_all_pred(bool p, unsigned int mask) { return __all_sync(mask, p) != 0; }
__KP_PTX unsigned int __ptx_match_any_sync_b32(unsigned int v, unsigned int mask) { return __match_any_sync(mask, v); }
__KP_PTX int __ptx_redux_sync_add_s32(int v, unsigned int mask) { return __reduce_add_sync(mask, v); }
__KP_PTX unsigned int __ptx_redux_sync_add_u32(unsigned int v, unsigned int mask) { return __reduce_add_sync(mask, v); }
__KP_PTX void __ptx_nanosleep_u32(unsigned int n) { __nanosleep(n); }
__KP_PTX void __ptx_trap() { __trap(); }

// The four bytes' distances, added to the third operand.
__KP_PTX unsigned int __ptx_vabsdiff4_u32_u32_u32_add(unsigned int a, unsigned int b, unsigned int c) {
    for (int i = 0; i < 32; i += 8) {
        int x = (int)((a >> i) & 0xffu), y = (int)((b >> i) & 0xffu);
        c += (unsigned int)(x > y ? x - y : y - x);
    }
    return c;
}
