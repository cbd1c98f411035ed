// The device the host runtime talks to: one, this CPU, with the limits of the twin's vendor.
#pragma once
#include "kp_host_streams.h"

inline KP_API(Error_t) KP_API(DeviceSynchronize)() { return kp::host::pending(); }
inline KP_API(Error_t) KP_API(DeviceReset)() { return KP_API(Success); }
inline KP_API(Error_t) KP_API(SetDevice)(int d) { return kp::host::result(d == 0 ? KP_API(Success) : KP_API(ErrorInvalidDevice)); }
inline KP_API(Error_t) KP_API(GetDevice)(int* d) {
    *d = 0;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GetDeviceCount)(int* n) {
    *n = 1;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(DriverGetVersion)(int* v) {
    *v = 12040;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(RuntimeGetVersion)(int* v) {
    *v = 12040;
    return KP_API(Success);
}
enum { KP_API(DeviceScheduleAuto) = 0, KP_API(DeviceScheduleSpin) = 1, KP_API(DeviceScheduleYield) = 2, KP_API(DeviceScheduleBlockingSync) = 4, KP_API(DeviceMapHost) = 8,
       KP_API(DeviceLmemResizeToMax) = 16 };
inline KP_API(Error_t) KP_API(SetDeviceFlags)(unsigned int) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(GetDeviceFlags)(unsigned int* f) {
    *f = 0;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(GetDeviceProperties)(KP_API_PROP* p, int device) {
    if (device != 0) return kp::host::result(KP_API(ErrorInvalidDevice));
    memset(p, 0, sizeof *p);
    strcpy(p->name, "kernelport twin of " KP_VENDOR);
    p->totalGlobalMem = static_cast<size_t>(8) << 30;
    p->sharedMemPerBlock = KP_MAX_SHARED < 49152 ? KP_MAX_SHARED : 49152;
    p->sharedMemPerBlockOptin = p->sharedMemPerMultiprocessor = KP_MAX_SHARED;
    p->totalConstMem = 65536;
    p->memPitch = 2147483647;
    p->textureAlignment = p->surfaceAlignment = 512, p->texturePitchAlignment = 32;
    p->regsPerBlock = p->regsPerMultiprocessor = 65536;
    p->warpSize = KP_WARP_WIDTH;
    p->maxThreadsPerBlock = KP_MAX_THREADS;
    p->maxThreadsPerMultiProcessor = 2048, p->maxBlocksPerMultiProcessor = 32;
    p->maxThreadsDim[0] = KP_MAX_BLOCK_X, p->maxThreadsDim[1] = KP_MAX_BLOCK_Y, p->maxThreadsDim[2] = KP_MAX_BLOCK_Z;
    p->maxGridSize[0] = 2147483647, p->maxGridSize[1] = p->maxGridSize[2] = static_cast<int>(KP_MAX_GRID_YZ);
    p->maxTexture1D = p->maxTexture2D[0] = 131072, p->maxTexture2D[1] = 65536;
    p->maxTexture1DLinear = 1 << 28;
    p->clockRate = p->memoryClockRate = 1000000;
    p->memoryBusWidth = 256;
    p->l2CacheSize = 1 << 22;
    p->major = 8, p->minor = 0;
    p->multiProcessorCount = 4;
    p->asyncEngineCount = p->deviceOverlap = 1;
    p->concurrentKernels = p->cooperativeLaunch = p->canMapHostMemory = p->unifiedAddressing = p->managedMemory = p->concurrentManagedAccess = p->streamPrioritiesSupported = 1;
    p->pageableMemoryAccess = p->globalL1CacheSupported = p->localL1CacheSupported = p->computePreemptionSupported = p->memoryPoolsSupported = 1;
    p->singleToDoublePrecisionPerfRatio = 2;
    return KP_API(Success);
}
enum KP_API(ComputeMode) { KP_API(ComputeModeDefault) = 0, KP_API(ComputeModeExclusive) = 1, KP_API(ComputeModeProhibited) = 2, KP_API(ComputeModeExclusiveProcess) = 3 };
inline KP_API(Error_t) KP_API(DeviceGetPCIBusId)(char* id, int n, int) {
    snprintf(id, n, "0000:00:00.0");
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(ChooseDevice)(int* d, const KP_API_PROP*) {
    *d = 0;
    return KP_API(Success);
}
// The numbers are CUDA's.
#ifndef KP_API_DEVICE_ATTRIBUTE
#define KP_API_DEVICE_ATTRIBUTE KP_API(DeviceAttr)
#define KP_ATTRIBUTE(name) KP_API(DevAttr##name)
#endif
enum KP_API_DEVICE_ATTRIBUTE {
    KP_ATTRIBUTE(MaxThreadsPerBlock) = 1, KP_ATTRIBUTE(MaxBlockDimX) = 2, KP_ATTRIBUTE(MaxBlockDimY) = 3, KP_ATTRIBUTE(MaxBlockDimZ) = 4, KP_ATTRIBUTE(MaxGridDimX) = 5,
    KP_ATTRIBUTE(MaxGridDimY) = 6, KP_ATTRIBUTE(MaxGridDimZ) = 7, KP_ATTRIBUTE(MaxSharedMemoryPerBlock) = 8, KP_ATTRIBUTE(TotalConstantMemory) = 9, KP_ATTRIBUTE(WarpSize) = 10,
    KP_ATTRIBUTE(MaxPitch) = 11, KP_ATTRIBUTE(MaxRegistersPerBlock) = 12, KP_ATTRIBUTE(ClockRate) = 13, KP_ATTRIBUTE(TextureAlignment) = 14, KP_ATTRIBUTE(GpuOverlap) = 15,
    KP_ATTRIBUTE(MultiProcessorCount) = 16, KP_ATTRIBUTE(KernelExecTimeout) = 17, KP_ATTRIBUTE(Integrated) = 18, KP_ATTRIBUTE(CanMapHostMemory) = 19, KP_ATTRIBUTE(ComputeMode) = 20,
    KP_ATTRIBUTE(ConcurrentKernels) = 31, KP_ATTRIBUTE(EccEnabled) = 32, KP_ATTRIBUTE(PciBusId) = 33, KP_ATTRIBUTE(PciDeviceId) = 34, KP_ATTRIBUTE(TccDriver) = 35,
    KP_ATTRIBUTE(MemoryClockRate) = 36, KP_ATTRIBUTE(GlobalMemoryBusWidth) = 37, KP_ATTRIBUTE(L2CacheSize) = 38, KP_ATTRIBUTE(MaxThreadsPerMultiProcessor) = 39,
    KP_ATTRIBUTE(AsyncEngineCount) = 40, KP_ATTRIBUTE(UnifiedAddressing) = 41, KP_ATTRIBUTE(ComputeCapabilityMajor) = 75, KP_ATTRIBUTE(ComputeCapabilityMinor) = 76,
    KP_ATTRIBUTE(StreamPrioritiesSupported) = 78, KP_ATTRIBUTE(MaxSharedMemoryPerMultiprocessor) = 81, KP_ATTRIBUTE(MaxRegistersPerMultiprocessor) = 82,
    KP_ATTRIBUTE(ManagedMemory) = 83, KP_ATTRIBUTE(HostNativeAtomicSupported) = 86, KP_ATTRIBUTE(PageableMemoryAccess) = 88, KP_ATTRIBUTE(ConcurrentManagedAccess) = 89,
    KP_ATTRIBUTE(CooperativeLaunch) = 95, KP_ATTRIBUTE(MaxSharedMemoryPerBlockOptin) = 97, KP_ATTRIBUTE(MaxBlocksPerMultiprocessor) = 106,
    KP_ATTRIBUTE(MaxPersistingL2CacheSize) = 108, KP_ATTRIBUTE(MemoryPoolsSupported) = 115,
};
inline KP_API(Error_t) KP_API(DeviceGetAttribute)(int* v, KP_API_DEVICE_ATTRIBUTE which, int device) {
    KP_API_PROP p;
    KP_API(Error_t) e = KP_API(GetDeviceProperties)(&p, device);
    if (e != KP_API(Success)) return e;
    switch (static_cast<int>(which)) {
    case 1: *v = p.maxThreadsPerBlock; break;
    case 2: case 3: case 4: *v = p.maxThreadsDim[static_cast<int>(which) - 2]; break;
    case 5: case 6: case 7: *v = p.maxGridSize[static_cast<int>(which) - 5]; break;
    case 8: *v = static_cast<int>(p.sharedMemPerBlock); break;
    case 9: *v = 65536; break;
    case 10: *v = p.warpSize; break;
    case 11: *v = 2147483647; break;
    case 12: case 82: *v = 65536; break;
    case 13: case 36: *v = p.clockRate; break;
    case 14: *v = 512; break;
    case 16: *v = p.multiProcessorCount; break;
    case 37: *v = p.memoryBusWidth; break;
    case 38: *v = p.l2CacheSize; break;
    case 39: *v = 2048; break;
    case 75: *v = p.major; break;
    case 76: *v = p.minor; break;
    case 81: case 97: *v = static_cast<int>(KP_MAX_SHARED); break;
    case 106: *v = 32; break;
    case 17: case 18: case 20: case 32: case 33: case 34: case 35: case 86: case 108: *v = 0; break;
    default: *v = 1; break;
    }
    return KP_API(Success);
}
enum KP_API(FuncCache) { KP_API(FuncCachePreferNone) = 0, KP_API(FuncCachePreferShared) = 1, KP_API(FuncCachePreferL1) = 2, KP_API(FuncCachePreferEqual) = 3 };
enum KP_API(SharedMemConfig) { KP_API(SharedMemBankSizeDefault) = 0, KP_API(SharedMemBankSizeFourByte) = 1, KP_API(SharedMemBankSizeEightByte) = 2 };
enum KP_API(Limit) { KP_API(LimitStackSize) = 0, KP_API(LimitPrintfFifoSize) = 1, KP_API(LimitMallocHeapSize) = 2, KP_API(LimitDevRuntimeSyncDepth) = 3,
                     KP_API(LimitDevRuntimePendingLaunchCount) = 4, KP_API(LimitMaxL2FetchGranularity) = 5, KP_API(LimitPersistingL2CacheSize) = 6 };
inline KP_API(Error_t) KP_API(DeviceSetCacheConfig)(KP_API(FuncCache)) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(DeviceSetSharedMemConfig)(KP_API(SharedMemConfig)) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(DeviceGetSharedMemConfig)(KP_API(SharedMemConfig)* c) {
    *c = KP_API(SharedMemBankSizeFourByte);
    return KP_API(Success);
}
namespace kp {
namespace host {
inline size_t limits[8] = {1024, 1 << 20, 8 << 20, 2, 2048, 64, 0, 0};
}
} // namespace kp
inline KP_API(Error_t) KP_API(DeviceSetLimit)(KP_API(Limit) l, size_t v) {
    kp::host::limits[static_cast<int>(l) & 7] = v;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(DeviceGetLimit)(size_t* v, KP_API(Limit) l) {
    *v = kp::host::limits[static_cast<int>(l) & 7];
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(DeviceCanAccessPeer)(int* can, int, int) {
    *can = 0;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(DeviceEnablePeerAccess)(int, unsigned int) { return kp::host::result(KP_API(ErrorInvalidDevice)); }
inline KP_API(Error_t) KP_API(DeviceDisablePeerAccess)(int) { return kp::host::result(KP_API(ErrorPeerAccessNotEnabled)); }
inline KP_API(Error_t) KP_API(ProfilerStart)() { return KP_API(Success); }
inline KP_API(Error_t) KP_API(ProfilerStop)() { return KP_API(Success); }
