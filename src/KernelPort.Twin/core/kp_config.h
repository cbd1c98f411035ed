// The knobs a vendor's twin turns before it includes the core; CUDA's values are the defaults (simt-dialects 9).
#pragma once

#ifndef KP_VENDOR
#define KP_VENDOR "cuda"
#endif
// Physical lanes of a warp.
#ifndef KP_WARP_WIDTH
#define KP_WARP_WIDTH 32
#endif
// 1: a warp never spans two z planes of a block (BR1xx).
#ifndef KP_WARP_PER_Z
#define KP_WARP_PER_Z 0
#endif
// 1: the mask argument of *_sync is not looked at; the lanes that are together take part.
#ifndef KP_MASK_IGNORED
#define KP_MASK_IGNORED 0
#endif
// 1: an index shuffle without width needs the same source lane in all lanes (BR1xx, trap T10).
#ifndef KP_SHFL_UNIFORM_LANE
#define KP_SHFL_UNIFORM_LANE 0
#endif
#ifndef KP_MAX_THREADS
#define KP_MAX_THREADS 1024
#endif
#ifndef KP_MAX_BLOCK_X
#define KP_MAX_BLOCK_X 1024
#endif
#ifndef KP_MAX_BLOCK_Y
#define KP_MAX_BLOCK_Y 1024
#endif
#ifndef KP_MAX_BLOCK_Z
#define KP_MAX_BLOCK_Z 64
#endif
#ifndef KP_MAX_GRID_X
#define KP_MAX_GRID_X 2147483647ull
#endif
#ifndef KP_MAX_GRID_YZ
#define KP_MAX_GRID_YZ 65535ull
#endif
// Product of the three grid sizes; 0 means no limit.
#ifndef KP_MAX_GRID_TOTAL
#define KP_MAX_GRID_TOTAL 0ull
#endif
// Threads a kernel may be launched with when it carries no __launch_bounds__.
#ifndef KP_UNBOUNDED_THREADS
#define KP_UNBOUNDED_THREADS KP_MAX_THREADS
#endif
// Dynamic plus static shared bytes of a block.
#ifndef KP_MAX_SHARED
#define KP_MAX_SHARED (227 * 1024)
#endif
// 1: a 64-bit atomic on shared memory does not exist (BR1xx).
#ifndef KP_NO_SHARED_ATOMIC64
#define KP_NO_SHARED_ATOMIC64 0
#endif
// 1: three-element vectors take the room of four (950).
#ifndef KP_VEC3_PADDED
#define KP_VEC3_PADDED 0
#endif
// 1: float to bfloat16 drops the low bits instead of rounding (BR1xx, trap T18).
#ifndef KP_BF16_TRUNCATES
#define KP_BF16_TRUNCATES 0
#endif

// The runtime's own code, which the compiler's thread instrumentation leaves alone where it is on.
#ifdef KP_INSTRUMENTED
#define KP_PLAIN __attribute__((no_sanitize("thread")))
#else
#define KP_PLAIN
#endif

// Memory nobody wrote reads as this byte: a large magnitude in every float type, so a use shows.
#define KP_POISON_BYTE 0xFB
#define KP_CANARY_BYTE 0xE7
