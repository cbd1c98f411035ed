// MACA's twin: CUDA's kernel language on 64 lanes, masks and ballots of 64 bits (simt-dialects 2.4, 3.1, 9).
#pragma once
#define KP_VENDOR "maca"
#define KP_WARP_WIDTH 64
#define KP_MASK_T unsigned long long
// 32-bit masks stand in production code beside 64-bit ones: a mask restricts nothing (simt-dialects 2.4, 32-bit masks).
#define KP_MASK_IGNORED 1
#define KP_MAX_SHARED (64 * 1024) // simt-dialects 2.4, warp; trap T15
#include "kp_words_sync.h"
#include "kp_words_legacy.h"
#include "kp_index.h"
#include "kp_intrinsics.h"
#include "kp_qualifiers.h"
#include <stdio.h>
#include <assert.h>

// simt-dialects 2.4, macros. __CUDA_ARCH__ is set under cu-bridge only (trap T25).
#ifndef KP_HOST_UNIT
#define __MACACC__ 1
#define __MACA_ARCH__ 1000
#endif

using namespace kp::vec;
using namespace kp::vec_double;
using namespace kp::idx;
using namespace kp::mathf;
using namespace kp::mathf_fast;
using namespace kp::mathf_rounded;
using namespace kp::math_double;
using namespace kp::math_double_rounded;
using namespace kp::math_overloads;
using namespace kp::minmax;
using namespace kp::minmax_double;
using namespace kp::minmax_words;
using namespace kp::intr;
using namespace kp::intr64;
using namespace kp::intr_funnel;
using namespace kp::intr_dot;
using namespace kp::intr_cast;
using namespace kp::intr_cast_double;
using namespace kp::atom32;
using namespace kp::atom64;
using namespace kp::atom_double;
using namespace kp::atom16;
using namespace kp::words_barrier;
using namespace kp::words_barrier_votes;
using namespace kp::words_fence;
using namespace kp::words_fence_system;
using namespace kp::words_shuffle;
using kp::words_vote::__all_sync;
using kp::words_vote::__any_sync;
using kp::words_vote::__syncwarp;
using namespace kp::words_ldg;
using namespace kp::words_misc;

// Trap T2: a ballot or an active mask in 32 bits loses its upper half, and takes a written cast here.
inline kp::wide_ballot __ballot_sync(unsigned long long m, int p, KP_SITE) { return {static_cast<unsigned long long>(kp::ballot("__ballot_sync", kp::with_mask(m), p, KP_AT))}; }
inline kp::wide_ballot __activemask(KP_SITE) { return {static_cast<unsigned long long>(kp::active_lanes("__activemask", KP_AT))}; }
inline unsigned int __lane_id() { return static_cast<unsigned int>(kp::g.self->lane); } // simt-dialects 2.4, mask

// Trap T3: counting a 64-bit ballot with the 32-bit forms loses its upper half; here it does not compile.
int __popc(unsigned long long) = delete;
int __ffs(unsigned long long) = delete;
int __clz(unsigned long long) = delete;
inline int __popc(int x) { return __builtin_popcount(static_cast<unsigned int>(x)); }
inline int __ffs(unsigned int x) { return __builtin_ffs(static_cast<int>(x)); }
inline int __clz(unsigned int x) { return kp::intr::__clz(static_cast<int>(x)); }

#define KP_API(name) mc##name
// simt-dialects 2.4, names: device attributes keep CUDA's tail behind mcDeviceAttribute.
#define KP_API_DEVICE_ATTRIBUTE mcDeviceAttribute_t
#define KP_ATTRIBUTE(name) mcDeviceAttribute##name
#define KP_API_PROP mcDeviceProp_t // simt-dialects 2.4, names: types are spelt as HIP spells them
#include "kp_host_api.h"
// Textures: names by the naming rule of simt-dialects 2.4, meaning as CUDA has it (inferred).
#include "kp_host_texture.h"
using namespace kp::words_texture;
using namespace kp::words_surface;
enum { mcBoundaryModeZero = 0, mcBoundaryModeClamp = 1, mcBoundaryModeTrap = 2 };
#ifdef KP_PROGRAM
inline mcExtent make_mcExtent(size_t w, size_t h, size_t d) { return mcExtent{w, h, d}; }
inline mcPos make_mcPos(size_t x, size_t y, size_t z) { return mcPos{x, y, z}; }
inline mcPitchedPtr make_mcPitchedPtr(void* p, size_t pitch, size_t x, size_t y) { return mcPitchedPtr{p, pitch, x, y}; }
#endif
// The guard of the vendor's own header, its name inferred: programs ask for it.
#define __MC_RUNTIME_H__
