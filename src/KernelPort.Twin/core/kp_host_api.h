// The host runtime under a vendor's prefix: KP_API(Malloc) is cudaMalloc, musaMalloc, hipMalloc or supaMalloc (simt-dialects 4).
// Everything runs at once and in order, so streams and events are names. Handles are types of their own per vendor.
// What a vendor spells its own way: KP_API_PROP (type of the properties), KP_API_OUT_OF_MEMORY (name of error 2).
#pragma once
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

enum KP_API(Error_t) {
    KP_API(Success) = 0,
    KP_API(ErrorInvalidValue) = 1,
    KP_API_OUT_OF_MEMORY = 2,
    KP_API(ErrorInvalidConfiguration) = 9,
    KP_API(ErrorNoDevice) = 100,
    KP_API(ErrorInvalidDevice) = 101,
    KP_API_INVALID_HANDLE = 400,
    KP_API(ErrorNotReady) = 600,
    KP_API(ErrorNotSupported) = 801,
    KP_API(ErrorUnknown) = 999,
};

enum KP_API(MemcpyKind) {
    KP_API(MemcpyHostToHost) = 0,
    KP_API(MemcpyHostToDevice) = 1,
    KP_API(MemcpyDeviceToHost) = 2,
    KP_API(MemcpyDeviceToDevice) = 3,
    KP_API(MemcpyDefault) = 4,
};

typedef struct KP_API(Stream_opaque)* KP_API(Stream_t);
typedef struct KP_API(Event_opaque)* KP_API(Event_t);
struct KP_API(Stream_opaque) { int number; };
struct KP_API(Event_opaque) { timespec when; bool recorded; };

struct KP_API_PROP {
    char name[256];
    size_t totalGlobalMem, sharedMemPerBlock, sharedMemPerBlockOptin, sharedMemPerMultiprocessor, totalConstMem;
    int regsPerBlock, warpSize, maxThreadsPerBlock, maxThreadsPerMultiProcessor, clockRate, memoryClockRate, memoryBusWidth, l2CacheSize;
    int maxThreadsDim[3], maxGridSize[3];
    int major, minor, multiProcessorCount, concurrentKernels, cooperativeLaunch, integrated, canMapHostMemory, unifiedAddressing, managedMemory;
};

namespace kp {
namespace host {
inline KP_API(Error_t) last = KP_API(Success);
inline KP_API(Error_t) result(KP_API(Error_t) e) {
    if (e != KP_API(Success)) last = e;
    return e;
}
inline bool has_range(const void* p, size_t n) {
    allocation* a = find_allocation(p);
    return !a || (a->live && static_cast<const char*>(p) >= a->data && static_cast<const char*>(p) + n <= a->data + a->bytes);
}
inline KP_API(Error_t) pending() {
    if (last_refusal) {
        last_refusal = nullptr;
        last = KP_API(ErrorInvalidConfiguration);
    }
    return last;
}
} // namespace host
} // namespace kp

inline KP_API(Error_t) KP_API(GetLastError)() {
    KP_API(Error_t) e = kp::host::pending();
    kp::host::last = KP_API(Success);
    return e;
}
inline KP_API(Error_t) KP_API(PeekAtLastError)() { return kp::host::pending(); }
inline const char* KP_API(GetErrorString)(KP_API(Error_t) e) {
    return e == KP_API(Success) ? "no error" : e == KP_API_OUT_OF_MEMORY ? "out of memory" : e == KP_API(ErrorInvalidValue) ? "invalid argument"
         : e == KP_API(ErrorInvalidConfiguration) ? "invalid configuration argument" : e == KP_API(ErrorNotReady) ? "device not ready" : "unknown error";
}
#define KP_TEXT_(x) #x
#define KP_TEXT(x) KP_TEXT_(x)
inline const char* KP_API(GetErrorName)(KP_API(Error_t) e) {
    return e == KP_API(Success) ? KP_TEXT(KP_API(Success)) : e == KP_API_OUT_OF_MEMORY ? KP_TEXT(KP_API_OUT_OF_MEMORY)
         : e == KP_API(ErrorInvalidValue) ? KP_TEXT(KP_API(ErrorInvalidValue))
         : e == KP_API(ErrorInvalidConfiguration) ? KP_TEXT(KP_API(ErrorInvalidConfiguration)) : KP_TEXT(KP_API(ErrorUnknown));
}

#ifndef KP_API_OWN_MEMORY // a vendor with its own spelling of allocation declares it itself
template <class T> inline KP_API(Error_t) KP_API(Malloc)(T** p, size_t n) {
    *p = static_cast<T*>(kp::allocate(n, nullptr, 256));
    return kp::host::result(*p ? KP_API(Success) : KP_API_OUT_OF_MEMORY);
}
template <class T> inline KP_API(Error_t) KP_API(MallocManaged)(T** p, size_t n, unsigned int = 1) { return KP_API(Malloc)(p, n); }
#endif
inline KP_API(Error_t) KP_API(Free)(void* p) { return kp::host::result(!p || kp::release(p) ? KP_API(Success) : KP_API(ErrorInvalidValue)); }
#ifndef KP_API_OWN_HOST_MEMORY
template <class T> inline KP_API(Error_t) KP_API(MallocHost)(T** p, size_t n, unsigned int = 0) { return KP_API(Malloc)(p, n); }
template <class T> inline KP_API(Error_t) KP_API(HostAlloc)(T** p, size_t n, unsigned int = 0) { return KP_API(Malloc)(p, n); }
inline KP_API(Error_t) KP_API(FreeHost)(void* p) { return KP_API(Free)(p); }
enum { KP_API(HostAllocDefault) = 0, KP_API(HostAllocPortable) = 1, KP_API(HostAllocMapped) = 2, KP_API(HostAllocWriteCombined) = 4 };
#endif
inline KP_API(Error_t) KP_API(Memcpy)(void* d, const void* s, size_t n, KP_API(MemcpyKind)) {
    if (!kp::host::has_range(d, n) || !kp::host::has_range(s, n)) return kp::host::result(KP_API(ErrorInvalidValue));
    memmove(d, s, n);
    return KP_API(Success);
}
#ifndef KP_API_OWN_COPIES
inline KP_API(Error_t) KP_API(MemcpyAsync)(void* d, const void* s, size_t n, KP_API(MemcpyKind) k, KP_API(Stream_t) = nullptr) { return KP_API(Memcpy)(d, s, n, k); }
#endif
inline KP_API(Error_t) KP_API(Memcpy2D)(void* d, size_t dp, const void* s, size_t sp, size_t w, size_t h, KP_API(MemcpyKind) k) {
    for (size_t i = 0; i < h; i++) {
        KP_API(Error_t) e = KP_API(Memcpy)(static_cast<char*>(d) + i * dp, static_cast<const char*>(s) + i * sp, w, k);
        if (e != KP_API(Success)) return e;
    }
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(Memset)(void* d, int v, size_t n) {
    if (!kp::host::has_range(d, n)) return kp::host::result(KP_API(ErrorInvalidValue));
    memset(d, v, n);
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(MemsetAsync)(void* d, int v, size_t n, KP_API(Stream_t) = nullptr) { return KP_API(Memset)(d, v, n); }
inline KP_API(Error_t) KP_API(MemGetInfo)(size_t* f, size_t* t) {
    *f = *t = static_cast<size_t>(8) << 30;
    return KP_API(Success);
}
#ifndef KP_API_NO_ASYNC_MALLOC
template <class T> inline KP_API(Error_t) KP_API(MallocAsync)(T** p, size_t n, KP_API(Stream_t)) { return KP_API(Malloc)(p, n); }
inline KP_API(Error_t) KP_API(FreeAsync)(void* p, KP_API(Stream_t)) { return KP_API(Free)(p); }
#endif
template <class T> inline KP_API(Error_t) KP_API(MemcpyToSymbol)(T& symbol, const void* s, size_t n, size_t offset = 0, KP_API(MemcpyKind) = KP_API(MemcpyHostToDevice)) {
    if (offset + n > sizeof(T)) return kp::host::result(KP_API(ErrorInvalidValue));
    memcpy(const_cast<char*>(reinterpret_cast<const volatile char*>(&symbol)) + offset, s, n);
    return KP_API(Success);
}
template <class T> inline KP_API(Error_t) KP_API(MemcpyFromSymbol)(void* d, const T& symbol, size_t n, size_t offset = 0, KP_API(MemcpyKind) = KP_API(MemcpyDeviceToHost)) {
    if (offset + n > sizeof(T)) return kp::host::result(KP_API(ErrorInvalidValue));
    memcpy(d, const_cast<const char*>(reinterpret_cast<const volatile char*>(&symbol)) + offset, n);
    return KP_API(Success);
}
template <class P, class T> inline KP_API(Error_t) KP_API(GetSymbolAddress)(P** p, const T& symbol) {
    *p = const_cast<P*>(reinterpret_cast<const P*>(&symbol));
    return KP_API(Success);
}

inline KP_API(Error_t) KP_API(StreamCreate)(KP_API(Stream_t)* s) {
    *s = new KP_API(Stream_opaque)();
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(StreamCreateWithFlags)(KP_API(Stream_t)* s, unsigned int) { return KP_API(StreamCreate)(s); }
enum { KP_API(StreamDefault) = 0, KP_API(StreamNonBlocking) = 1, KP_API(EventDefault) = 0, KP_API(EventDisableTiming) = 2 };
inline KP_API(Error_t) KP_API(StreamDestroy)(KP_API(Stream_t) s) {
    delete s;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(StreamSynchronize)(KP_API(Stream_t)) { return kp::host::pending(); }
inline KP_API(Error_t) KP_API(StreamQuery)(KP_API(Stream_t)) { return kp::host::pending(); }
inline KP_API(Error_t) KP_API(StreamWaitEvent)(KP_API(Stream_t), KP_API(Event_t), unsigned int = 0) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(EventCreate)(KP_API(Event_t)* e) {
    *e = new KP_API(Event_opaque)();
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(EventCreateWithFlags)(KP_API(Event_t)* e, unsigned int) { return KP_API(EventCreate)(e); }
inline KP_API(Error_t) KP_API(EventDestroy)(KP_API(Event_t) e) {
    delete e;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(EventRecord)(KP_API(Event_t) e, KP_API(Stream_t) = nullptr) {
    clock_gettime(CLOCK_MONOTONIC, &e->when);
    e->recorded = true;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(EventSynchronize)(KP_API(Event_t)) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(EventQuery)(KP_API(Event_t)) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(EventElapsedTime)(float* ms, KP_API(Event_t) a, KP_API(Event_t) b) {
    if (!a->recorded || !b->recorded) return kp::host::result(KP_API_INVALID_HANDLE);
    *ms = static_cast<float>((b->when.tv_sec - a->when.tv_sec) * 1e3 + (b->when.tv_nsec - a->when.tv_nsec) * 1e-6);
    return KP_API(Success);
}

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
inline KP_API(Error_t) KP_API(GetDeviceProperties)(KP_API_PROP* p, int) {
    memset(p, 0, sizeof *p);
    strcpy(p->name, "kernelport twin of " KP_VENDOR);
    p->totalGlobalMem = static_cast<size_t>(8) << 30;
    p->sharedMemPerBlock = KP_MAX_SHARED < 49152 ? KP_MAX_SHARED : 49152;
    p->sharedMemPerBlockOptin = p->sharedMemPerMultiprocessor = KP_MAX_SHARED;
    p->totalConstMem = 65536;
    p->regsPerBlock = 65536;
    p->warpSize = KP_WARP_WIDTH;
    p->maxThreadsPerBlock = KP_MAX_THREADS;
    p->maxThreadsPerMultiProcessor = 2048;
    p->maxThreadsDim[0] = KP_MAX_BLOCK_X, p->maxThreadsDim[1] = KP_MAX_BLOCK_Y, p->maxThreadsDim[2] = KP_MAX_BLOCK_Z;
    p->maxGridSize[0] = 2147483647, p->maxGridSize[1] = p->maxGridSize[2] = static_cast<int>(KP_MAX_GRID_YZ);
    p->clockRate = p->memoryClockRate = 1000000;
    p->memoryBusWidth = 256;
    p->l2CacheSize = 1 << 22;
    p->major = 8, p->minor = 0;
    p->multiProcessorCount = 4;
    p->concurrentKernels = p->cooperativeLaunch = p->canMapHostMemory = p->unifiedAddressing = p->managedMemory = 1;
    return KP_API(Success);
}
enum KP_API(FuncAttribute) { KP_API(FuncAttributeMaxDynamicSharedMemorySize) = 8, KP_API(FuncAttributePreferredSharedMemoryCarveout) = 9 };
#ifdef KP_API_FUNC_NEEDS_VOID // HIP takes const void* only (simt-dialects 4)
inline KP_API(Error_t) KP_API(FuncSetAttribute)(const void*, KP_API(FuncAttribute), int v) {
#else
template <class F> inline KP_API(Error_t) KP_API(FuncSetAttribute)(F*, KP_API(FuncAttribute), int v) {
#endif
    return kp::host::result(v <= static_cast<int>(KP_MAX_SHARED) ? KP_API(Success) : KP_API(ErrorInvalidValue));
}
