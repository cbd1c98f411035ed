// BR2xx: supa* runtime, a pure rename (simt-dialects 2.3, BR2xx runtime and SUDA).
#pragma once
#define KP_VENDOR "birensupa:br2xx"
#define KP_MAX_SHARED (48 * 1024) // unknown; the least CUDA code takes for granted
#include "supa_common.h"
using namespace kp::vec_double; // double: not fully supported (simt-dialects 2.3); arithmetic is there, device math is not
using namespace kp::intr_dot;   // inferred
double rsqrt(double) = delete;   // device math of doubles is not among what was seen
#define __SUPA_ARCH__ 200
#define KP_API(name) supa##name
#include "kp_host_api.h"
// Textures: names follow CUDA, unverified (simt-dialects 2.3).
#include "kp_host_texture.h"
using namespace kp::words_texture;
using namespace kp::words_surface;
enum { supaBoundaryModeZero = 0, supaBoundaryModeClamp = 1, supaBoundaryModeTrap = 2 };
#ifdef KP_PROGRAM
inline supaExtent make_supaExtent(size_t w, size_t h, size_t d) { return supaExtent{w, h, d}; }
inline supaPos make_supaPos(size_t x, size_t y, size_t z) { return supaPos{x, y, z}; }
inline supaPitchedPtr make_supaPitchedPtr(void* p, size_t pitch, size_t x, size_t y) { return supaPitchedPtr{p, pitch, x, y}; }
#endif

// simt-dialects 2.3, fp16 and bf16.
typedef kp::small::number<kp::small::half_format> __half;
typedef __half half;
typedef kp::small::pair<__half> __half2;
typedef __half2 half2;
KP_SMALL_FUNCTIONS(__half, __half2)
KP_SMALL_MATH(__half)
KP_SMALL_EXP(__half)
KP_SMALL_PAIR_MATH(__half2)
KP_HALF_CONVERSIONS(__half, __half2)
typedef kp::small::number<kp::small::bf16_format> __br_bfloat16;
typedef kp::small::pair<__br_bfloat16> __br_bfloat162;
KP_SMALL_FUNCTIONS(__br_bfloat16, __br_bfloat162)
KP_SMALL_MATH(__br_bfloat16)
KP_BF16_CONVERSIONS(__br_bfloat16, __br_bfloat162)
