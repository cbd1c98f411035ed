// CoreX's twin: CUDA's names unchanged on 64 lanes (simt-dialects 2.5). A 32-bit mask neither fails nor restricts.
#pragma once
#define KP_VENDOR "corex"
#define KP_WARP_WIDTH 64
#define KP_MASK_T unsigned int
#define KP_MASK_IGNORED 1
// No figure is known for shared memory; the least its peers have (simt-dialects 10).
#define KP_MAX_SHARED (48 * 1024)
#include "kp_words_sync.h"
#include "kp_index.h"
#include "kp_intrinsics.h"
#include "kp_qualifiers.h"
#include <stdio.h>
#include <assert.h>

// simt-dialects 2.5, macros and version identity: the device pass reports 300 on ivcore11, CUDA 10.2 (trap T25).
#ifndef KP_HOST_UNIT
#define __CUDACC__ 1
#define __NVCC__ 1
#define __ILUVATAR__ 1
#define __IXCC__ 1
#define __ivcore11__ 1
#define __CUDA_ARCH__ 300
#endif
#define CUDART_VERSION 10020
#define CUDA_VERSION 10020

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
using namespace kp::atom16;
using namespace kp::words_barrier;
using namespace kp::words_barrier_votes;
using namespace kp::words_fence;
using namespace kp::words_fence_system;
using namespace kp::words_shuffle;
using namespace kp::words_vote;
using namespace kp::words_ldg;
using namespace kp::words_misc;

// At the level that its device pass reports CUDA's headers have no sum of doubles, and whether CoreX's do is not known: a program's own,
// which stands below level 600, goes before this one.
template <class T> inline typename std::enable_if<std::is_same<T, double>::value, double>::type atomicAdd(T* p, double v) { return kp::atom_double::atomicAdd(p, v); }

// The type of a ballot is not known (simt-dialects 3.1): text that needs one does not compile here.
#define __ballot_sync(...) kp_corex_ballot_type_is_unknown
#define __activemask(...) kp_corex_ballot_type_is_unknown

#define KP_API(name) cuda##name
#include "kp_host_api.h"
// Textures: CUDA's names are kept (simt-dialects 2.5); their meaning too is inferred.
#include "kp_host_texture.h"
using namespace kp::words_texture;
using namespace kp::words_surface;
enum { cudaBoundaryModeZero = 0, cudaBoundaryModeClamp = 1, cudaBoundaryModeTrap = 2 };
#ifdef KP_PROGRAM
inline cudaExtent make_cudaExtent(size_t w, size_t h, size_t d) { return cudaExtent{w, h, d}; }
inline cudaPos make_cudaPos(size_t x, size_t y, size_t z) { return cudaPos{x, y, z}; }
inline cudaPitchedPtr make_cudaPitchedPtr(void* p, size_t pitch, size_t x, size_t y) { return cudaPitchedPtr{p, pitch, x, y}; }
#endif
// The guards of CUDA's own headers: programs ask for them.
#define __CUDA_RUNTIME_H__
#define __DRIVER_TYPES_H__
