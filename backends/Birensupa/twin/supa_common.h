// What both generations share: CUDA's kernel language, 32 lanes (simt-dialects 2.3). Included by the generation's own header only.
#pragma once
#define KP_MASK_T unsigned int
#define KP_WARP_WIDTH 32
#include "kp_words_sync.h"
#include "kp_index.h"
#include "kp_intrinsics.h"
#include "kp_half.h"
#include "kp_qualifiers.h"
#include <stdio.h>
#include <assert.h>

// simt-dialects 2.3, toolchain: macros
#define __SUPA__ 1
#define __SUPACC__ 1
#define __BRCC__ 1

using namespace kp::vec;
using namespace kp::idx;
using namespace kp::mathf;
using namespace kp::mathf_fast;
using namespace kp::mathf_rounded;
using namespace kp::math_overloads;
using namespace kp::minmax;
using namespace kp::minmax_words;
using namespace kp::intr;
using namespace kp::intr64;
using namespace kp::intr_funnel;
using namespace kp::intr_cast;
using namespace kp::atom32;
using namespace kp::atom64;
using namespace kp::words_barrier;
using namespace kp::words_barrier_votes;
using namespace kp::words_fence;
using namespace kp::words_fence_system;
using namespace kp::words_shuffle;
using namespace kp::words_vote;
using namespace kp::words_match;
using kp::words_misc::__trap;
using kp::words_misc::clock64;
using namespace kp::atom_signed64; // simt-dialects 2.3, atomics: add of ll and ull
