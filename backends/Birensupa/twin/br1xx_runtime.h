// BR1xx: su* runtime with its own argument orders, no double, z-plane warps, 32 KB shared (simt-dialects 2.3).
#pragma once
#define KP_VENDOR "birensupa:br1xx"
#define KP_WARP_PER_Z 1           // a warp never spans z (trap T11)
#define KP_MASK_IGNORED 1         // the mask argument is reserved
#define KP_SHFL_UNIFORM_LANE 1    // trap T10
#define KP_MAX_BLOCK_Z 32         // trap T14
#define KP_MAX_GRID_X (1ull << 27)
#define KP_MAX_GRID_YZ 65536ull
#define KP_MAX_SHARED (32 * 1024) // trap T14
#define KP_NO_SHARED_ATOMIC64 1   // atomics row
#define KP_BF16_TRUNCATES 1       // trap T18
#include "supa_common.h"
#define __SUPA_ARCH__ 100

// Documented spellings of the built-ins beside CUDA's (kernel language, row built-ins).
KP_BUILTIN(thread_idx, index3, "kp_thread_index")
KP_BUILTIN(block_idx, index3, "kp_block_index")
KP_BUILTIN(block_dim, index3, "kp_block_dim")
KP_BUILTIN(grid_dim, index3, "kp_grid_dim")
inline const int& warp_size = kp::warp_width_value;

#define KP_API(name) su##name
#define KP_API_NO_ASYNC_MALLOC // not in the runtime reference
#define KP_API_OWN_MEMORY
#define KP_API_OWN_HOST_MEMORY
#define KP_API_OWN_COPIES
#include "kp_host_api.h"
// simt-dialects 2.3, complete list of non-renames.
template <class T> inline suError_t suMallocDevice(T** p, size_t n) {
    *p = static_cast<T*>(kp::allocate(n, nullptr, 256));
    return kp::host::result(*p ? suSuccess : suErrorMemoryAllocation);
}
enum { suMallocHostDefault = 0, suMallocHostPortable = 1, suMallocHostMapped = 2, suMallocHostWriteCombined = 4 };
template <class T> inline suError_t suMallocHost(T** p, size_t n, unsigned int flags) { return suMallocDevice(p, n); }
inline suError_t suFreeHost(void* p) { return suFree(p); }
// Stream before kind (trap T12); neither converts to the other.
inline suError_t suMemcpyAsync(void* d, const void* s, size_t n, suStream_t, suMemcpyKind k) { return suMemcpy(d, s, n, k); }
#ifdef KP_PROGRAM
// simt-dialects 2.3, launch: the arguments come last.
template <class F> inline suError_t suLaunchKernelSingleDevice(F* kernel, kp::vec::dim3 grid, kp::vec::dim3 block, size_t shared, suStream_t stream, void** arguments) {
    return suLaunchKernel(kernel, grid, block, arguments, shared, stream);
}
#endif

// No double on the device (trap T13): the word does not compile behind this header. C headers that use it come before.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <random>
#include <string>
#include <vector>
#include "kp_driver.h"
#pragma GCC poison double
