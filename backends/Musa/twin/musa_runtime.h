// MUSA's twin: the kernel language as CUDA, names renamed (simt-dialects 2.1). mp_31 has 32 lanes, mp_21 and mp_22 have 128 (3.1).
#pragma once
#define KP_VENDOR "musa"
#ifndef KP_MUSA_ARCH // given by the profile
#define KP_MUSA_ARCH 310
#endif
#if KP_MUSA_ARCH <= 220
#define KP_WARP_WIDTH 128
// The 32-bit mask cannot name the lanes of 128: it restricts nothing (simt-dialects 2.1 mask, 3.1).
#define KP_MASK_IGNORED 1
#else
#define KP_WARP_WIDTH 32
#endif
#define KP_MASK_T unsigned int
// No figure is known for shared memory; the smallest its peers have (simt-dialects 2.1, missing).
#define KP_MAX_SHARED (64 * 1024)
#include "kp_words_sync.h"
#include "kp_index.h"
#include "kp_intrinsics.h"
#include "kp_qualifiers.h"
#include <stdio.h>
#include <assert.h>

// simt-dialects 2.1, predefined macros. __CUDA_ARCH__ is not among them (trap T25).
#ifndef KP_HOST_UNIT
#define __MUSACC__ 1
#define __MUSA_ARCH__ KP_MUSA_ARCH
#endif
#define MUSART_VERSION 40300

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
using namespace kp::intr_simd;
using namespace kp::intr_simd_sub;
using namespace kp::intr_cast;
using namespace kp::intr_cast_double;
using namespace kp::atom32;
using namespace kp::atom64;
using namespace kp::atom16;
using namespace kp::words_barrier;
using namespace kp::words_barrier_votes;
using namespace kp::words_fence;
using namespace kp::words_fence_system;
using namespace kp::words_shuffle;
using namespace kp::words_vote;
using namespace kp::words_ldg;
using namespace kp::atom_double; // simt-dialects 2.1, atomics: float, half, double add

// simt-dialects 2.1: __nanosleep is stated missing; trap and clock are there.
using kp::words_misc::__trap;
using kp::words_misc::clock64;
#if KP_MUSA_ARCH > 220
using namespace kp::words_match;  // inferred names (api-map)
using namespace kp::words_reduce; // used under an arch gate in ggml (api-map)
inline void __syncthreads_lm(KP_SITE) { kp::wait_at_barrier(0, 0, KP_AT); } // simt-dialects 2.1, barrier
#endif

// simt-dialects 2.1, table of absent functions: musaMallocAsync and musaFreeAsync are stubs.
#define KP_API_NO_ASYNC_MALLOC
#define KP_API(name) musa##name
#include "kp_host_api.h"
// Textures: the names are in torch_musa's own table of names (api-map), their meaning is taken to be CUDA's (inferred; simt-dialects 2.1, missing).
#include "kp_host_texture.h"
using namespace kp::words_texture;
using namespace kp::words_surface;
enum { musaBoundaryModeZero = 0, musaBoundaryModeClamp = 1, musaBoundaryModeTrap = 2 };
#ifdef KP_PROGRAM
inline musaExtent make_musaExtent(size_t w, size_t h, size_t d) { return musaExtent{w, h, d}; }
inline musaPos make_musaPos(size_t x, size_t y, size_t z) { return musaPos{x, y, z}; }
inline musaPitchedPtr make_musaPitchedPtr(void* p, size_t pitch, size_t x, size_t y) { return musaPitchedPtr{p, pitch, x, y}; }
#endif
// musaThreadSynchronize and musaThreadExit follow the naming rule of CUDA's old names (inferred).
inline musaError_t musaThreadSynchronize() { return musaDeviceSynchronize(); }
inline musaError_t musaThreadExit() { return musaDeviceReset(); }
#define musaStreamLegacy KP_STREAM_LEGACY
#define musaStreamPerThread KP_STREAM_PER_THREAD
// The guards of the vendor's own headers: programs ask for them.
#define __MUSA_RUNTIME_H__
#define __MUSA_DRIVER_TYPES_H__
