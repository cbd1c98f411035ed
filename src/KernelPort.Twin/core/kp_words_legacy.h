// Exchanges without a mask, of the lanes that are together (simt-dialects 3.1, rows DCU below HIP 6.2).
#pragma once
#include "kp_words_sync.h"

namespace kp {
namespace words_legacy {
template <class T> inline T __shfl(T v, int lane, int width = KP_WARP_WIDTH, KP_SITE) { return shuffle<shuffle_index>("__shfl", no_mask(), v, lane, width, at); }
template <class T> inline T __shfl_up(T v, unsigned int d, int width = KP_WARP_WIDTH, KP_SITE) { return shuffle<shuffle_up>("__shfl_up", no_mask(), v, d, width, at); }
template <class T> inline T __shfl_down(T v, unsigned int d, int width = KP_WARP_WIDTH, KP_SITE) { return shuffle<shuffle_down>("__shfl_down", no_mask(), v, d, width, at); }
template <class T> inline T __shfl_xor(T v, int x, int width = KP_WARP_WIDTH, KP_SITE) { return shuffle<shuffle_xor>("__shfl_xor", no_mask(), v, x, width, at); }
inline KP_MASK_T __ballot(int p, KP_SITE) { return static_cast<KP_MASK_T>(ballot("__ballot", no_mask(), p, at)); }
inline int __all(int p, KP_SITE) { return vote_all("__all", no_mask(), p, at); }
inline int __any(int p, KP_SITE) { return vote_any("__any", no_mask(), p, at); }
inline unsigned int __lane_id() { return static_cast<unsigned int>(g.self->lane); }
} // namespace words_legacy
} // namespace kp
