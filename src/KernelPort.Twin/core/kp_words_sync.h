// CUDA's words for barriers and exchanges with a mask, for the vendors that keep them. Before: KP_MASK_T, the mask's type.
#pragma once
#include "kp_atomics.h"

#ifndef KP_MASK_T
#define KP_MASK_T unsigned int
#endif

namespace kp {
namespace words_barrier {
inline void __syncthreads(KP_SITE) { wait_at_barrier(0, 0, KP_AT); }
} // namespace words_barrier
namespace words_barrier_votes {
inline int __syncthreads_count(int p, KP_SITE) {
    wait_at_barrier(1, p, KP_AT);
    return g.self->barrier_value;
}
inline int __syncthreads_and(int p, KP_SITE) {
    wait_at_barrier(2, p, KP_AT);
    return g.self->barrier_value;
}
inline int __syncthreads_or(int p, KP_SITE) {
    wait_at_barrier(3, p, KP_AT);
    return g.self->barrier_value;
}
} // namespace words_barrier_votes

// After a fence others may see what was written: the order of blocks counts from here.
inline void fence() {
    pause_after(4096);
    wait_for_earlier_blocks();
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    g.order++;
}
namespace words_fence {
inline void __threadfence() { fence(); }
inline void __threadfence_block() { fence(); }
} // namespace words_fence
namespace words_fence_system {
inline void __threadfence_system() { fence(); }
} // namespace words_fence_system

namespace words_shuffle {
template <class T> inline T __shfl_sync(KP_MASK_T m, T v, int lane, KP_SITE) { return shuffle_plain("__shfl_sync", with_mask(m), v, lane, KP_AT); }
template <class T> inline T __shfl_sync(KP_MASK_T m, T v, int lane, int width, KP_SITE) {
    return shuffle<shuffle_index>("__shfl_sync", with_mask(m), v, lane, width, KP_AT);
}
template <class T> inline T __shfl_up_sync(KP_MASK_T m, T v, unsigned int d, int width = KP_WARP_WIDTH, KP_SITE) {
    return shuffle<shuffle_up>("__shfl_up_sync", with_mask(m), v, d, width, KP_AT);
}
template <class T> inline T __shfl_down_sync(KP_MASK_T m, T v, unsigned int d, int width = KP_WARP_WIDTH, KP_SITE) {
    return shuffle<shuffle_down>("__shfl_down_sync", with_mask(m), v, d, width, KP_AT);
}
template <class T> inline T __shfl_xor_sync(KP_MASK_T m, T v, int x, int width = KP_WARP_WIDTH, KP_SITE) {
    return shuffle<shuffle_xor>("__shfl_xor_sync", with_mask(m), v, x, width, KP_AT);
}
} // namespace words_shuffle

namespace words_vote {
inline KP_MASK_T __ballot_sync(KP_MASK_T m, int p, KP_SITE) { return static_cast<KP_MASK_T>(ballot("__ballot_sync", with_mask(m), p, KP_AT)); }
inline int __all_sync(KP_MASK_T m, int p, KP_SITE) { return vote_all("__all_sync", with_mask(m), p, KP_AT); }
inline int __any_sync(KP_MASK_T m, int p, KP_SITE) { return vote_any("__any_sync", with_mask(m), p, KP_AT); }
inline KP_MASK_T __activemask(KP_SITE) { return static_cast<KP_MASK_T>(active_lanes("__activemask", KP_AT)); }
inline void __syncwarp(KP_MASK_T m = static_cast<KP_MASK_T>(~static_cast<KP_MASK_T>(0)), KP_SITE) { sync_lanes("__syncwarp", with_mask(m), KP_AT); }
} // namespace words_vote

namespace words_match {
template <class T> inline KP_MASK_T __match_any_sync(KP_MASK_T m, T v, KP_SITE) {
    return static_cast<KP_MASK_T>(meet("__match_any_sync", with_mask(m), resolve_match_any, to_bits(v), 0, 0, 0, KP_AT).mask);
}
template <class T> inline KP_MASK_T __match_all_sync(KP_MASK_T m, T v, int* pred, KP_SITE) {
    request& r = meet("__match_all_sync", with_mask(m), resolve_match_all, to_bits(v), 0, 0, 0, KP_AT);
    *pred = r.result_flag;
    return static_cast<KP_MASK_T>(r.mask);
}
} // namespace words_match

namespace words_reduce {
#define KP_REDUCE(name, T, Op) inline T name(KP_MASK_T m, T v, KP_SITE) { return reduce<T, Op>(#name, with_mask(m), v, KP_AT); }
KP_REDUCE(__reduce_add_sync, int, op_add)
KP_REDUCE(__reduce_add_sync, unsigned int, op_add)
KP_REDUCE(__reduce_min_sync, int, op_min)
KP_REDUCE(__reduce_min_sync, unsigned int, op_min)
KP_REDUCE(__reduce_max_sync, int, op_max)
KP_REDUCE(__reduce_max_sync, unsigned int, op_max)
KP_REDUCE(__reduce_and_sync, unsigned int, op_and)
KP_REDUCE(__reduce_or_sync, unsigned int, op_or)
KP_REDUCE(__reduce_xor_sync, unsigned int, op_xor)
#undef KP_REDUCE
} // namespace words_reduce

namespace words_misc {
[[noreturn]] inline void __trap() { fail(21, "trap"); }
inline void __nanosleep(unsigned int) { pause_after(1); }
inline long long clock64() { return static_cast<long long>(g.ticks += 16); }
} // namespace words_misc
namespace words_ldg {
template <class T> inline T __ldg(const T* p) { return *p; }
} // namespace words_ldg
namespace words_cache_hints {
template <class T> inline T __ldcg(const T* p) { return *p; }
template <class T> inline T __ldca(const T* p) { return *p; }
template <class T> inline T __ldcs(const T* p) { return *p; }
template <class T> inline void __stcg(T* p, T v) { *p = v; }
template <class T> inline void __stcs(T* p, T v) { *p = v; }
template <class T> inline void __stwt(T* p, T v) { *p = v; }
} // namespace words_cache_hints
} // namespace kp
