// Kernels as values for the host runtime: attributes, occupancy, launches by address.
#pragma once
#include "kp_host_device.h"

enum KP_API(FuncAttribute) { KP_API(FuncAttributeMaxDynamicSharedMemorySize) = 8, KP_API(FuncAttributePreferredSharedMemoryCarveout) = 9 };
#ifdef KP_API_FUNC_NEEDS_VOID // HIP takes const void* only (simt-dialects 4)
#define KP_KERNEL_TEMPLATE
#define KP_KERNEL const void*
#else
#define KP_KERNEL_TEMPLATE template <class F>
#define KP_KERNEL F*
#endif
KP_KERNEL_TEMPLATE inline KP_API(Error_t) KP_API(FuncSetAttribute)(KP_KERNEL, KP_API(FuncAttribute), int v) {
    return kp::host::result(v <= static_cast<int>(KP_MAX_SHARED) ? KP_API(Success) : KP_API(ErrorInvalidValue));
}
KP_KERNEL_TEMPLATE inline KP_API(Error_t) KP_API(FuncSetCacheConfig)(KP_KERNEL, KP_API(FuncCache)) { return KP_API(Success); }
KP_KERNEL_TEMPLATE inline KP_API(Error_t) KP_API(FuncSetSharedMemConfig)(KP_KERNEL, KP_API(SharedMemConfig)) { return KP_API(Success); }
struct KP_API(FuncAttributes) {
    size_t sharedSizeBytes, constSizeBytes, localSizeBytes;
    int maxThreadsPerBlock, numRegs, ptxVersion, binaryVersion, cacheModeCA, maxDynamicSharedSizeBytes, preferredShmemCarveout;
};
template <class F> inline KP_API(Error_t) KP_API(FuncGetAttributes)(KP_API(FuncAttributes)* a, F*) {
    memset(a, 0, sizeof *a);
    a->maxThreadsPerBlock = KP_UNBOUNDED_THREADS;
    a->numRegs = 32;
    a->ptxVersion = a->binaryVersion = 80;
    a->maxDynamicSharedSizeBytes = static_cast<int>(KP_MAX_SHARED);
    return KP_API(Success);
}

enum { KP_API(OccupancyDefault) = 0, KP_API(OccupancyDisableCachingOverride) = 1 };
template <class F> inline KP_API(Error_t) KP_API(OccupancyMaxActiveBlocksPerMultiprocessor)(int* blocks, F, int threads, size_t shared) {
    int by_threads = threads > 0 ? 2048 / threads : 0, by_shared = shared ? static_cast<int>(KP_MAX_SHARED / shared) : 32;
    int least = by_threads < by_shared ? by_threads : by_shared;
    *blocks = least > 32 ? 32 : least;
    return KP_API(Success);
}
template <class F> inline KP_API(Error_t) KP_API(OccupancyMaxActiveBlocksPerMultiprocessorWithFlags)(int* blocks, F f, int threads, size_t shared, unsigned int) {
    return KP_API(OccupancyMaxActiveBlocksPerMultiprocessor)(blocks, f, threads, shared);
}
template <class F> inline KP_API(Error_t) KP_API(OccupancyMaxPotentialBlockSize)(int* grid, int* block, F, size_t = 0, int limit = 0) {
    int most = KP_UNBOUNDED_THREADS;
    *block = limit > 0 && limit < most ? limit : most;
    *grid = 4 * (2048 / *block);
    return KP_API(Success);
}
template <class S, class F> inline KP_API(Error_t) KP_API(OccupancyMaxPotentialBlockSizeVariableSMem)(int* grid, int* block, F f, S, int limit = 0) {
    return KP_API(OccupancyMaxPotentialBlockSize)(grid, block, f, 0, limit);
}

#ifdef KP_PROGRAM
template <class F> inline KP_API(Error_t) KP_API(LaunchKernel)(F* kernel, kp::vec::dim3 grid, kp::vec::dim3 block, void** arguments, size_t shared = 0, KP_API(Stream_t) stream = nullptr) {
    kp::launch_address(kernel, grid, block, arguments, shared, stream, false);
    return kp::host::pending();
}
template <class F> inline KP_API(Error_t) KP_API(LaunchCooperativeKernel)(F* kernel, kp::vec::dim3 grid, kp::vec::dim3 block, void** arguments, size_t shared = 0, KP_API(Stream_t) stream = nullptr) {
    unsigned long long threads = 1ull * block.x * block.y * block.z, blocks = 1ull * grid.x * grid.y * grid.z;
    if (threads && blocks > 4 * 32 * (2048 / threads + 1)) return kp::host::result(KP_API(ErrorCooperativeLaunchTooLarge));
    kp::launch_address(kernel, grid, block, arguments, shared, stream, true);
    return kp::host::pending();
}
#endif
