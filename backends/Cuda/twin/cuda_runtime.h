// CUDA's own twin: the original text runs against it, without our front end (simt-dialects 9, column CUDA default).
#pragma once
#define KP_VENDOR "cuda"
#ifndef KP_WARP_WIDTH // --warp
#define KP_WARP_WIDTH 32
#endif
#define KP_MASK_T unsigned int
#include "kp_words_sync.h"
#include "kp_index.h"
#include "kp_intrinsics.h"
#include "kp_qualifiers.h"
#ifdef KP_PROGRAM
#include "kp_ptx.h"
#endif
#include <stdio.h>
#include <assert.h>

#ifndef KP_HOST_UNIT // a .cpp file does not go through nvcc
#define __CUDACC__ 1
#define __NVCC__ 1
#define __CUDA_ARCH__ 800
#endif
#define CUDART_VERSION 12040
#define CUDA_VERSION 12040

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
using namespace kp::intr_simd_more;
using namespace kp::intr_dpx;
using namespace kp::intr_cast;
using namespace kp::intr_cast_double;
using namespace kp::atom32;
using namespace kp::atom64;
using namespace kp::atom_bits_signed64;
using namespace kp::atom_double;
using namespace kp::atom16;
using namespace kp::atom_scoped;
using namespace kp::words_barrier;
using namespace kp::words_barrier_votes;
using namespace kp::words_fence;
using namespace kp::words_fence_system;
using namespace kp::words_shuffle;
using namespace kp::words_vote;
using namespace kp::words_match;
using namespace kp::words_reduce;
using namespace kp::words_misc;
using namespace kp::words_ldg;
using namespace kp::words_cache_hints;

#define KP_API(name) cuda##name
#define KP_API_ERROR_TAG cudaError // `enum cudaError` and cudaError_t
#define KP_API_EVENT_CREATE_FLAGS
#define KP_API_GRAPH_UPDATE_INFO
#include "kp_host_api.h"

#include "kp_host_texture.h"
using namespace kp::words_texture;
using namespace kp::words_surface;
enum { cudaBoundaryModeZero = 0, cudaBoundaryModeClamp = 1, cudaBoundaryModeTrap = 2 };
#ifdef KP_PROGRAM
inline cudaExtent make_cudaExtent(size_t w, size_t h, size_t d) { return cudaExtent{w, h, d}; }
inline cudaPos make_cudaPos(size_t x, size_t y, size_t z) { return cudaPos{x, y, z}; }
inline cudaPitchedPtr make_cudaPitchedPtr(void* p, size_t pitch, size_t x, size_t y) { return cudaPitchedPtr{p, pitch, x, y}; }
#endif
#define cudaStreamLegacy KP_STREAM_LEGACY
#define cudaStreamPerThread KP_STREAM_PER_THREAD
// Names CUDA has left behind and old programs still use.
inline cudaError_t cudaThreadSynchronize() { return cudaDeviceSynchronize(); }
inline cudaError_t cudaThreadExit() { return cudaDeviceReset(); }
// The guards of CUDA's own headers: programs ask for them.
#define __CUDA_RUNTIME_H__
#define __DRIVER_TYPES_H__
#define __CUDA_RUNTIME_API_H__
