// DCU's twin: HIP 5.7 as DTK ships it, 64 lanes, exchanges without a mask (simt-dialects 2.2, 3.1).
#pragma once
#define KP_VENDOR "dcu"
#define KP_WARP_WIDTH 64
#define KP_MASK_T unsigned long long
#define KP_MAX_SHARED (64 * 1024) // simt-dialects 1, shared memory; trap T15
#define KP_MAX_BLOCK_Z 1024       // simt-dialects 9
#define KP_UNBOUNDED_THREADS 256  // simt-dialects 2.2, kernel launch bound; trap T27
#include "kp_words_sync.h"
#include "kp_words_legacy.h"
#include "kp_index.h"
#include "kp_intrinsics.h"
#include "kp_qualifiers.h"
#include <stdio.h>
#include <assert.h>

#ifndef KP_HOST_UNIT
#define __HIPCC__ 1
#define __HIP_PLATFORM_AMD__ 1
#define __HIP_DEVICE_COMPILE__ 1
#endif
#define HIP_VERSION 50700000

using namespace kp::vec;
using namespace kp::vec_double;
using namespace kp::idx;
using namespace kp::mathf;
using namespace kp::mathf_fast;
using namespace kp::mathf_rounded;
using namespace kp::math_double;
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
// HIP's header has the system scope without Inc and Dec, and no block scope; the compiler's own atomics have them (hipcc 5.2: amd_hip_atomic.h).
using namespace kp::atom_system;
inline unsigned int __builtin_amdgcn_atomic_inc32(unsigned int* p, unsigned int v, int, const char*) { return kp::atom32::atomicInc(p, v); }
inline unsigned int __builtin_amdgcn_atomic_dec32(unsigned int* p, unsigned int v, int, const char*) { return kp::atom32::atomicDec(p, v); }
using namespace kp::words_barrier;
using namespace kp::words_barrier_votes;
using namespace kp::words_fence;
using namespace kp::words_fence_system;
using namespace kp::words_ldg;
using namespace kp::words_legacy;
using kp::words_misc::clock64;

// simt-dialects 2.2: __trap() is abort(). Trap T3: counting a 64-bit ballot with the 32-bit forms does not compile.
int __popc(unsigned long long) = delete;
int __ffs(unsigned long long) = delete;
int __clz(unsigned long long) = delete;
inline int __popc(int x) { return __builtin_popcount(static_cast<unsigned int>(x)); }
inline int __ffs(unsigned int x) { return __builtin_ffs(static_cast<int>(x)); }
inline int __clz(unsigned int x) { return kp::intr::__clz(static_cast<int>(x)); }

#define KP_API(name) hip##name
#define KP_API_PROP hipDeviceProp_t                 // simt-dialects 2.2, exceptions
#define KP_API_OUT_OF_MEMORY hipErrorOutOfMemory    // simt-dialects 2.2, exceptions
#define KP_API_INVALID_HANDLE hipErrorInvalidHandle // simt-dialects 2.2, exceptions
#define KP_API_DEVICE_ATTRIBUTE hipDeviceAttribute_t  // simt-dialects 2.2, exceptions
#define KP_ATTRIBUTE(name) hipDeviceAttribute##name
#define KP_API_FUNC_NEEDS_VOID                      // simt-dialects 4, signatures
#define KP_API_OWN_HOST_MEMORY
#include "kp_host_api.h"
struct __hip_texture; // texture_types.h and surface_types.h: objects are pointers
struct __hip_surface;
#define KP_TEXTURE_OBJECT __hip_texture*
#define KP_SURFACE_OBJECT __hip_surface*
#include "kp_host_texture.h"
using namespace kp::words_texture;
using namespace kp::words_surface_hip;
enum { hipBoundaryModeZero = 0, hipBoundaryModeTrap = 1, hipBoundaryModeClamp = 2 }; // surface_types.h
#ifdef KP_PROGRAM
inline hipExtent make_hipExtent(size_t w, size_t h, size_t d) { return hipExtent{w, h, d}; }
inline hipPos make_hipPos(size_t x, size_t y, size_t z) { return hipPos{x, y, z}; }
inline hipPitchedPtr make_hipPitchedPtr(void* p, size_t pitch, size_t x, size_t y) { return hipPitchedPtr{p, pitch, x, y}; }
#endif
typedef hipFuncCache hipFuncCache_t;
typedef hipLimit hipLimit_t;
typedef hipPointerAttributes hipPointerAttribute_t;
static const hipDeviceAttribute_t hipDeviceAttributeMemoryBusWidth = hipDeviceAttributeGlobalMemoryBusWidth;
static const hipDeviceAttribute_t hipDeviceAttributeMultiprocessorCount = hipDeviceAttributeMultiProcessorCount;
static const hipDeviceAttribute_t hipDeviceAttributeSharedMemPerBlockOptin = hipDeviceAttributeMaxSharedMemoryPerBlockOptin;
enum { hipHostMallocDefault = 0, hipHostMallocPortable = 1, hipHostMallocMapped = 2, hipHostMallocWriteCombined = 4 };
template <class T> inline hipError_t hipHostMalloc(T** p, size_t n, unsigned int flags) { // three arguments
    *p = static_cast<T*>(kp::host::host_memory(n));
    return kp::host::result(*p ? hipSuccess : hipErrorOutOfMemory);
}
inline hipError_t hipHostFree(void* p) { return hipFree(p); }
#define hipStreamPerThread KP_STREAM_PER_THREAD
#define HIP_SYMBOL(x) x
#define HIP_DYNAMIC_SHARED(type, name) KP_DYNAMIC_SHARED(type, name);
#define hipLaunchKernelGGL(kernel, grid, block, bytes, stream, ...) kp::launch(kp::make_config(grid, block, bytes, stream), kernel, ##__VA_ARGS__)
// The guards of the vendor's own headers: programs ask for them.
#define HIP_INCLUDE_HIP_HIP_RUNTIME_H
#define HIP_INCLUDE_HIP_HIP_RUNTIME_API_H
// The compiler's own sleep, in units of 64 clocks; how long is left open.
#define __builtin_amdgcn_s_sleep(time) kp::words_misc::__nanosleep(time)
