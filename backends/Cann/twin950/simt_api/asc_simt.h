// Ascend 950, pure SIMT of CANN 9.1 (npu-dialects 3.1 to 3.3, 9.5): CUDA with renamed intrinsics.
#pragma once
#define KP_VENDOR "cann:950"
#define KP_WARP_WIDTH 32
#define KP_MAX_THREADS 2048        // npu-dialects 3.2, launch bounds
#define KP_UNBOUNDED_THREADS 1024  // must be given when blockDim > 1024
#define KP_MAX_BLOCK_X 2048
#define KP_MAX_BLOCK_Y 2048
#define KP_MAX_BLOCK_Z 2048
#define KP_MAX_GRID_X 65535ull
#define KP_MAX_GRID_TOTAL 65535ull // npu-dialects 3.3, product of the grid
#define KP_MAX_SHARED (216 * 1024) // npu-dialects 3.3, shared
#define KP_NO_SHARED_ATOMIC64 1    // npu-dialects 3.2, 64-bit atomics on GM only
#define KP_VEC3_PADDED 1           // npu-dialects 3.2, float3 has 16 bytes
#define KP_NO_FAST_FLOAT
#include "kp_atomics.h"
#include "kp_words_sync.h"
#include "kp_index.h"
#include "kp_intrinsics.h"
#include <stdio.h>
#include <assert.h>

// Qualifiers (npu-dialects 3.2). No __shared__, no __constant__, no __device__.
#define __global__
#define __aicore__
#define __gm__
#define __ubuf__ KP_SHARED_VARIABLE
#define __launch_bounds__(n) KP_ONE_ARGUMENT(n)
#define KP_ONE_ARGUMENT(n)

using namespace kp::vec;
using namespace kp::idx;
using namespace kp::mathf;
using namespace kp::minmax;
using namespace kp::intr;
using namespace kp::intr_cast;

inline void asc_syncthreads(KP_SITE) { kp::wait_at_barrier(0, 0, KP_AT); }
inline void asc_threadfence_block() { kp::pause_after(4096); }
inline void asc_threadfence() { kp::pause_after(4096); }

// Exchanges have no mask; double is not among the types (npu-dialects 3.2).
inline int asc_shfl(int v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_index>("asc_shfl", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned int asc_shfl(unsigned int v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_index>("asc_shfl", kp::no_mask(), v, b, width, KP_AT); }
inline long asc_shfl(long v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_index>("asc_shfl", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned long asc_shfl(unsigned long v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_index>("asc_shfl", kp::no_mask(), v, b, width, KP_AT); }
inline long long asc_shfl(long long v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_index>("asc_shfl", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned long long asc_shfl(unsigned long long v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_index>("asc_shfl", kp::no_mask(), v, b, width, KP_AT); }
inline float asc_shfl(float v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_index>("asc_shfl", kp::no_mask(), v, b, width, KP_AT); }
inline int asc_shfl_up(int v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_up>("asc_shfl_up", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned int asc_shfl_up(unsigned int v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_up>("asc_shfl_up", kp::no_mask(), v, b, width, KP_AT); }
inline long asc_shfl_up(long v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_up>("asc_shfl_up", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned long asc_shfl_up(unsigned long v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_up>("asc_shfl_up", kp::no_mask(), v, b, width, KP_AT); }
inline long long asc_shfl_up(long long v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_up>("asc_shfl_up", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned long long asc_shfl_up(unsigned long long v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_up>("asc_shfl_up", kp::no_mask(), v, b, width, KP_AT); }
inline float asc_shfl_up(float v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_up>("asc_shfl_up", kp::no_mask(), v, b, width, KP_AT); }
inline int asc_shfl_down(int v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_down>("asc_shfl_down", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned int asc_shfl_down(unsigned int v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_down>("asc_shfl_down", kp::no_mask(), v, b, width, KP_AT); }
inline long asc_shfl_down(long v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_down>("asc_shfl_down", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned long asc_shfl_down(unsigned long v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_down>("asc_shfl_down", kp::no_mask(), v, b, width, KP_AT); }
inline long long asc_shfl_down(long long v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_down>("asc_shfl_down", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned long long asc_shfl_down(unsigned long long v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_down>("asc_shfl_down", kp::no_mask(), v, b, width, KP_AT); }
inline float asc_shfl_down(float v, unsigned int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_down>("asc_shfl_down", kp::no_mask(), v, b, width, KP_AT); }
inline int asc_shfl_xor(int v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_xor>("asc_shfl_xor", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned int asc_shfl_xor(unsigned int v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_xor>("asc_shfl_xor", kp::no_mask(), v, b, width, KP_AT); }
inline long asc_shfl_xor(long v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_xor>("asc_shfl_xor", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned long asc_shfl_xor(unsigned long v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_xor>("asc_shfl_xor", kp::no_mask(), v, b, width, KP_AT); }
inline long long asc_shfl_xor(long long v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_xor>("asc_shfl_xor", kp::no_mask(), v, b, width, KP_AT); }
inline unsigned long long asc_shfl_xor(unsigned long long v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_xor>("asc_shfl_xor", kp::no_mask(), v, b, width, KP_AT); }
inline float asc_shfl_xor(float v, int b, int width = 32, KP_SITE) { return kp::shuffle<kp::shuffle_xor>("asc_shfl_xor", kp::no_mask(), v, b, width, KP_AT); }
inline int asc_any(int p, KP_SITE) { return kp::vote_any("asc_any", kp::no_mask(), p, KP_AT); }
inline int asc_all(int p, KP_SITE) { return kp::vote_all("asc_all", kp::no_mask(), p, KP_AT); }
inline unsigned int asc_ballot(int p, KP_SITE) { return static_cast<unsigned int>(kp::ballot("asc_ballot", kp::no_mask(), p, KP_AT)); }
inline unsigned int asc_activemask(KP_SITE) { return static_cast<unsigned int>(kp::active_lanes("asc_activemask", KP_AT)); }
inline int asc_reduce_add(int v, KP_SITE) { return kp::reduce<int, kp::op_add>("asc_reduce_add", kp::no_mask(), v, KP_AT); }
inline unsigned int asc_reduce_add(unsigned int v, KP_SITE) { return kp::reduce<unsigned int, kp::op_add>("asc_reduce_add", kp::no_mask(), v, KP_AT); }
inline float asc_reduce_add(float v, KP_SITE) { return kp::reduce<float, kp::op_add>("asc_reduce_add", kp::no_mask(), v, KP_AT); }
inline int asc_reduce_max(int v, KP_SITE) { return kp::reduce<int, kp::op_max>("asc_reduce_max", kp::no_mask(), v, KP_AT); }
inline unsigned int asc_reduce_max(unsigned int v, KP_SITE) { return kp::reduce<unsigned int, kp::op_max>("asc_reduce_max", kp::no_mask(), v, KP_AT); }
inline float asc_reduce_max(float v, KP_SITE) { return kp::reduce<float, kp::op_max>("asc_reduce_max", kp::no_mask(), v, KP_AT); }
inline int asc_reduce_min(int v, KP_SITE) { return kp::reduce<int, kp::op_min>("asc_reduce_min", kp::no_mask(), v, KP_AT); }
inline unsigned int asc_reduce_min(unsigned int v, KP_SITE) { return kp::reduce<unsigned int, kp::op_min>("asc_reduce_min", kp::no_mask(), v, KP_AT); }
inline float asc_reduce_min(float v, KP_SITE) { return kp::reduce<float, kp::op_min>("asc_reduce_min", kp::no_mask(), v, KP_AT); }
double asc_shfl(double, int, int = 32) = delete;
double asc_shfl_up(double, unsigned int, int = 32) = delete;
double asc_shfl_down(double, unsigned int, int = 32) = delete;
double asc_shfl_xor(double, int, int = 32) = delete;
double asc_reduce_add(double) = delete;
double asc_reduce_max(double) = delete;
double asc_reduce_min(double) = delete;

// Atomics: 32-bit on UB and GM, 64-bit on GM only, no double, no 16-bit CAS (npu-dialects 3.2).
inline int asc_atomic_add(int* p, int v) { return kp::atom32::atomicAdd(p, v); }
inline int asc_atomic_exch(int* p, int v) { return kp::atom32::atomicExch(p, v); }
inline int asc_atomic_max(int* p, int v) { return kp::atom32::atomicMax(p, v); }
inline int asc_atomic_min(int* p, int v) { return kp::atom32::atomicMin(p, v); }
inline int asc_atomic_sub(int* p, int v) { return kp::atom32::atomicSub(p, v); }
inline int asc_atomic_and(int* p, int v) { return kp::atom32::atomicAnd(p, v); }
inline int asc_atomic_or(int* p, int v) { return kp::atom32::atomicOr(p, v); }
inline int asc_atomic_xor(int* p, int v) { return kp::atom32::atomicXor(p, v); }
inline int asc_atomic_cas(int* p, int c, int v) { return kp::atom32::atomicCAS(p, c, v); }
inline unsigned int asc_atomic_add(unsigned int* p, unsigned int v) { return kp::atom32::atomicAdd(p, v); }
inline unsigned int asc_atomic_exch(unsigned int* p, unsigned int v) { return kp::atom32::atomicExch(p, v); }
inline unsigned int asc_atomic_max(unsigned int* p, unsigned int v) { return kp::atom32::atomicMax(p, v); }
inline unsigned int asc_atomic_min(unsigned int* p, unsigned int v) { return kp::atom32::atomicMin(p, v); }
inline unsigned int asc_atomic_sub(unsigned int* p, unsigned int v) { return kp::atom32::atomicSub(p, v); }
inline unsigned int asc_atomic_and(unsigned int* p, unsigned int v) { return kp::atom32::atomicAnd(p, v); }
inline unsigned int asc_atomic_or(unsigned int* p, unsigned int v) { return kp::atom32::atomicOr(p, v); }
inline unsigned int asc_atomic_xor(unsigned int* p, unsigned int v) { return kp::atom32::atomicXor(p, v); }
inline unsigned int asc_atomic_cas(unsigned int* p, unsigned int c, unsigned int v) { return kp::atom32::atomicCAS(p, c, v); }
inline float asc_atomic_add(float* p, float v) { return kp::atom32::atomicAdd(p, v); }
inline float asc_atomic_exch(float* p, float v) { return kp::atom32::atomicExch(p, v); }
inline float asc_atomic_max(float* p, float v) { return kp::atom_float_order::atomicMax(p, v); }
inline float asc_atomic_min(float* p, float v) { return kp::atom_float_order::atomicMin(p, v); }
inline unsigned int asc_atomic_inc(unsigned int* p, unsigned int v) { return kp::atom32::atomicInc(p, v); }
inline unsigned int asc_atomic_dec(unsigned int* p, unsigned int v) { return kp::atom32::atomicDec(p, v); }
inline unsigned long long asc_atomic_add(unsigned long long* p, unsigned long long v) { return kp::atom64::atomicAdd(p, v); }
inline unsigned long long asc_atomic_exch(unsigned long long* p, unsigned long long v) { return kp::atom64::atomicExch(p, v); }
inline unsigned long long asc_atomic_max(unsigned long long* p, unsigned long long v) { return kp::atom64::atomicMax(p, v); }
inline unsigned long long asc_atomic_min(unsigned long long* p, unsigned long long v) { return kp::atom64::atomicMin(p, v); }
inline unsigned long long asc_atomic_and(unsigned long long* p, unsigned long long v) { return kp::atom64::atomicAnd(p, v); }
inline unsigned long long asc_atomic_or(unsigned long long* p, unsigned long long v) { return kp::atom64::atomicOr(p, v); }
inline unsigned long long asc_atomic_xor(unsigned long long* p, unsigned long long v) { return kp::atom64::atomicXor(p, v); }
inline unsigned long long asc_atomic_cas(unsigned long long* p, unsigned long long c, unsigned long long v) { return kp::atom64::atomicCAS(p, c, v); }
inline long long asc_atomic_add(long long* p, long long v) { return kp::atom_signed64::atomicAdd(p, v); }
inline long long asc_atomic_max(long long* p, long long v) { return kp::atom64::atomicMax(p, v); }
inline long long asc_atomic_min(long long* p, long long v) { return kp::atom64::atomicMin(p, v); }

// 64-bit integer intrinsics are overloads of the short names (npu-dialects 3.2).
inline int __popc(unsigned long long x) { return __builtin_popcountll(x); }
inline int __clz(long long x) { return x ? __builtin_clzll(static_cast<unsigned long long>(x)) : 64; }
inline int __ffs(long long x) { return __builtin_ffsll(x); }
inline unsigned long long __brev(unsigned long long x) { return kp::intr64::__brevll(x); }
inline long long __mul64hi(long long a, long long b) { return kp::intr64::__mul64hi(a, b); }
inline unsigned long long __umul64hi(unsigned long long a, unsigned long long b) { return kp::intr64::__umul64hi(a, b); }
inline float __fdividef(float a, float b) { return a / b; }

// The C library declares these for itself; the 950 has none of them (npu-dialects 3.2, fast-math names).
#define __expf kp_not_here___expf
#define __exp10f kp_not_here___exp10f
#define __logf kp_not_here___logf
#define __log2f kp_not_here___log2f
#define __log10f kp_not_here___log10f
#define __sinf kp_not_here___sinf
#define __cosf kp_not_here___cosf
#define __tanf kp_not_here___tanf
#define __powf kp_not_here___powf
#define __sincosf kp_not_here___sincosf

// Cached loads and stores (npu-dialects 3.2, row __ldg).
template <class T> inline T asc_ldca(const T* p) { return *p; }
template <class T> inline T asc_ldcg(const T* p) { return *p; }
template <class T> inline void asc_stcg(T* p, T v) { *p = v; }
template <class T> inline void asc_stwt(T* p, T v) { *p = v; }

#define ASCRT_INF_F __builtin_inff()
#define ASCRT_NAN_F __builtin_nanf("")

// A launch: of an emitted kernel with five blocks, or fewer, so that a block of the machine's has several of the grid's, whose extents are its last arguments;
// of one that does not ask for them as it is.
template <class... P, class... A> inline void kp_launch(const kp::config& c, void (*kernel)(P...), A&&... a) {
    if constexpr (sizeof...(P) == sizeof...(A)) {
        kp::launch(c, kernel, static_cast<A&&>(a)...);
    } else {
        const unsigned long long blocks = static_cast<unsigned long long>(c.grid.x) * c.grid.y * c.grid.z;
        kp::config launched = c;
        launched.grid = kp::vec::dim3(blocks < 5 ? static_cast<unsigned>(blocks) : 5u);
        kp::launch(launched, kernel, static_cast<A&&>(a)..., uint32_t(c.grid.x), uint32_t(c.grid.y), uint32_t(c.grid.z));
    }
}
