// Exchanges without a mask, of the lanes that are together (simt-dialects 3.1, rows DCU below HIP 6.2).
#pragma once
#include "kp_words_sync.h"

namespace kp {

template <class T> struct is_wide { typedef void no; };
template <> struct is_wide<unsigned long long> { typedef void yes; };
template <> struct is_wide<long long> { typedef void yes; };
template <> struct is_wide<unsigned long> { typedef void yes; };
template <> struct is_wide<long> { typedef void yes; };
template <> struct is_wide<bool> { typedef void yes; };

// A ballot of 64 lanes: it becomes a 64-bit number by itself and anything narrower only by a written cast (trap T2).
struct wide_ballot {
    unsigned long long bits;
    template <class T, class = typename is_wide<T>::yes> operator T() const { return static_cast<T>(bits); }
    template <class T, class = typename is_wide<T>::no, class = void> explicit operator T() const { return static_cast<T>(bits); }
    friend unsigned long long operator>>(wide_ballot b, int n) { return b.bits >> n; }
    friend unsigned long long operator>>(wide_ballot b, unsigned int n) { return b.bits >> n; }
    friend unsigned long long operator&(wide_ballot b, unsigned long long m) { return b.bits & m; }
    friend unsigned long long operator&(unsigned long long m, wide_ballot b) { return b.bits & m; }
    friend bool operator==(wide_ballot b, unsigned long long m) { return b.bits == m; }
    friend bool operator!=(wide_ballot b, unsigned long long m) { return b.bits != m; }
    friend unsigned long long operator~(wide_ballot b) { return ~b.bits; }
};

namespace words_legacy {
template <class T> inline T __shfl(T v, int lane, int width = KP_WARP_WIDTH, KP_SITE) { return shuffle<shuffle_index>("__shfl", no_mask(), v, lane, width, KP_AT); }
template <class T> inline T __shfl_up(T v, unsigned int d, int width = KP_WARP_WIDTH, KP_SITE) { return shuffle<shuffle_up>("__shfl_up", no_mask(), v, d, width, KP_AT); }
template <class T> inline T __shfl_down(T v, unsigned int d, int width = KP_WARP_WIDTH, KP_SITE) { return shuffle<shuffle_down>("__shfl_down", no_mask(), v, d, width, KP_AT); }
template <class T> inline T __shfl_xor(T v, int x, int width = KP_WARP_WIDTH, KP_SITE) { return shuffle<shuffle_xor>("__shfl_xor", no_mask(), v, x, width, KP_AT); }
// The compiler's own barrier of a wave: the lanes that run are brought together.
inline void __builtin_amdgcn_wave_barrier(KP_SITE) { sync_lanes("__builtin_amdgcn_wave_barrier", no_mask(), KP_AT); }
inline wide_ballot __ballot(int p, KP_SITE) { return wide_ballot{static_cast<unsigned long long>(ballot("__ballot", no_mask(), p, KP_AT))}; }
inline int __all(int p, KP_SITE) { return vote_all("__all", no_mask(), p, KP_AT); }
inline int __any(int p, KP_SITE) { return vote_any("__any", no_mask(), p, KP_AT); }
inline unsigned int __lane_id() { return static_cast<unsigned int>(g.self->lane); }
} // namespace words_legacy
} // namespace kp
