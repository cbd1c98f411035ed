// The types and numbers of the host runtime under a vendor's prefix: KP_API(Malloc) is cudaMalloc, musaMalloc, hipMalloc or
// supaMalloc (simt-dialects 4). Numbers are CUDA's; programs print and compare them.
#pragma once
#ifdef KP_PROGRAM
#include "kp_program.h"
#endif
#include "kp_launch.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifndef KP_API_PROP
#define KP_API_PROP KP_API(DeviceProp)
#endif
#ifndef KP_API_OUT_OF_MEMORY
#define KP_API_OUT_OF_MEMORY KP_API(ErrorMemoryAllocation)
#endif
#ifndef KP_API_INVALID_HANDLE
#define KP_API_INVALID_HANDLE KP_API(ErrorInvalidResourceHandle)
#endif

// Name, number, text.
#define KP_ERRORS(X)                                                                                       \
    X(KP_API(Success), 0, "no error")                                                                      \
    X(KP_API(ErrorInvalidValue), 1, "invalid argument")                                                    \
    X(KP_API_OUT_OF_MEMORY, 2, "out of memory")                                                            \
    X(KP_API(ErrorInvalidConfiguration), 9, "invalid configuration argument")                              \
    X(KP_API(ErrorInvalidPitchValue), 12, "invalid pitch argument")                                        \
    X(KP_API(ErrorInvalidSymbol), 13, "invalid device symbol")                                             \
    X(KP_API(ErrorInvalidMemcpyDirection), 21, "invalid copy direction for memcpy")                        \
    X(KP_API(ErrorInsufficientDriver), 35, "CUDA driver version is insufficient for CUDA runtime version") \
    X(KP_API(ErrorInvalidDeviceFunction), 98, "invalid device function")                                   \
    X(KP_API(ErrorNoDevice), 100, "no CUDA-capable device is detected")                                    \
    X(KP_API(ErrorInvalidDevice), 101, "invalid device ordinal")                                           \
    X(KP_API(ErrorFileNotFound), 301, "file not found")                                                    \
    X(KP_API_INVALID_HANDLE, 400, "invalid resource handle")                                               \
    X(KP_API(ErrorNotReady), 600, "device not ready")                                                      \
    X(KP_API(ErrorIllegalAddress), 700, "an illegal memory access was encountered")                        \
    X(KP_API(ErrorLaunchOutOfResources), 701, "too many resources requested for launch")                   \
    X(KP_API(ErrorLaunchTimeOut), 702, "the launch timed out and was terminated")                          \
    X(KP_API(ErrorPeerAccessAlreadyEnabled), 704, "peer access is already enabled")                        \
    X(KP_API(ErrorPeerAccessNotEnabled), 705, "peer access has not been enabled")                          \
    X(KP_API(ErrorAssert), 710, "device-side assert triggered")                                            \
    X(KP_API(ErrorHostMemoryAlreadyRegistered), 712, "part or all of the requested memory range is already mapped") \
    X(KP_API(ErrorHostMemoryNotRegistered), 713, "pointer does not correspond to a registered memory region") \
    X(KP_API(ErrorLaunchFailure), 719, "unspecified launch failure")                                       \
    X(KP_API(ErrorCooperativeLaunchTooLarge), 720, "too many blocks in cooperative launch")                \
    X(KP_API(ErrorNotSupported), 801, "operation not supported")                                           \
    X(KP_API(ErrorStreamCaptureUnsupported), 900, "operation not permitted when stream is capturing")      \
    X(KP_API(ErrorGraphExecUpdateFailure), 910, "the graph update was not performed because it included changes which violated constraints specific to instantiated graph update") \
    X(KP_API(ErrorUnknown), 999, "unknown error")

#ifdef KP_API_ERROR_TAG // CUDA's enum has a tag of its own besides its type
enum KP_API_ERROR_TAG {
#else
enum KP_API(Error_t) {
#endif
#define KP_X(name, number, text) name = number,
    KP_ERRORS(KP_X)
#undef KP_X
};
#ifdef KP_API_ERROR_TAG
typedef KP_API_ERROR_TAG KP_API(Error_t);
#endif

enum KP_API(MemcpyKind) {
    KP_API(MemcpyHostToHost) = 0,
    KP_API(MemcpyHostToDevice) = 1,
    KP_API(MemcpyDeviceToHost) = 2,
    KP_API(MemcpyDeviceToDevice) = 3,
    KP_API(MemcpyDefault) = 4,
};

typedef struct KP_API(Stream_opaque)* KP_API(Stream_t);
typedef struct KP_API(Event_opaque)* KP_API(Event_t);
struct KP_API(Stream_opaque) { unsigned int flags; int priority; };
struct KP_API(Event_opaque) { timespec when; bool recorded; unsigned int flags; };

struct KP_API_PROP {
    char name[256];
    struct { char bytes[16]; } uuid;
    size_t totalGlobalMem, sharedMemPerBlock, sharedMemPerBlockOptin, sharedMemPerMultiprocessor, totalConstMem, memPitch, textureAlignment, surfaceAlignment, texturePitchAlignment,
        reservedSharedMemPerBlock;
    int regsPerBlock, regsPerMultiprocessor, warpSize, maxThreadsPerBlock, maxThreadsPerMultiProcessor, maxBlocksPerMultiProcessor, clockRate, memoryClockRate, memoryBusWidth,
        l2CacheSize, persistingL2CacheMaxSize, accessPolicyMaxWindowSize;
    int maxThreadsDim[3], maxGridSize[3];
    int maxTexture1D, maxTexture1DLinear, maxTexture2D[2], maxTexture2DLinear[3], maxTexture3D[3], maxTexture1DLayered[2], maxTexture2DLayered[3], maxTextureCubemap;
    int major, minor, multiProcessorCount, concurrentKernels, cooperativeLaunch, cooperativeMultiDeviceLaunch, integrated, canMapHostMemory, unifiedAddressing, managedMemory;
    int deviceOverlap, asyncEngineCount, kernelExecTimeoutEnabled, computeMode, ECCEnabled, tccDriver, pciBusID, pciDeviceID, pciDomainID, streamPrioritiesSupported,
        globalL1CacheSupported, localL1CacheSupported, isMultiGpuBoard, multiGpuBoardGroupID, hostNativeAtomicSupported, singleToDoublePrecisionPerfRatio, pageableMemoryAccess,
        concurrentManagedAccess, computePreemptionSupported, canUseHostPointerForRegisteredMem, directManagedMemAccessFromHost, pageableMemoryAccessUsesHostPageTables,
        memoryPoolsSupported, clusterLaunch;
};

namespace kp {
namespace host {
inline KP_API(Error_t) last = KP_API(Success);
inline KP_API(Error_t) result(KP_API(Error_t) e) {
    if (e != KP_API(Success)) last = e;
    return e;
}
// A range that is not of device memory is the host's own affair.
inline bool has_range(const void* p, size_t n) {
    memory_lock hold;
    allocation* a = find_allocation(p);
    return !a || (a->live && static_cast<const char*>(p) >= a->data && static_cast<const char*>(p) + n <= a->data + a->bytes);
}
inline bool on_device(const void* p) {
    memory_lock hold;
    allocation* a = find_allocation(p);
    return a && a->live && !a->host;
}
inline KP_API(Error_t) pending() {
    if (last_refusal) {
        last_refusal = nullptr;
        last = KP_API(ErrorInvalidConfiguration);
    }
    return last;
}
// Work of a stream that is being captured is kept for the graph; null streams are never captured.
template <class W> inline bool kept_for_graph(void* stream, W&& work) {
#ifdef KP_PROGRAM
    return record(stream, static_cast<W&&>(work));
#else
    (void)stream, (void)work;
    return false;
#endif
}
} // namespace host
} // namespace kp

inline KP_API(Error_t) KP_API(GetLastError)() {
    KP_API(Error_t) e = kp::host::pending();
    kp::host::last = KP_API(Success);
    return e;
}
inline KP_API(Error_t) KP_API(PeekAtLastError)() { return kp::host::pending(); }
#define KP_TEXT_(x) #x
#define KP_TEXT(x) KP_TEXT_(x)
inline const char* KP_API(GetErrorString)(KP_API(Error_t) e) {
    switch (static_cast<int>(e)) {
#define KP_X(name, number, text) case number: return text;
        KP_ERRORS(KP_X)
#undef KP_X
    default: return "unrecognized error code";
    }
}
inline const char* KP_API(GetErrorName)(KP_API(Error_t) e) {
    switch (static_cast<int>(e)) {
#define KP_X(name, number, text) case number: return KP_TEXT(name);
        KP_ERRORS(KP_X)
#undef KP_X
    default: return "unrecognized error code";
    }
}
