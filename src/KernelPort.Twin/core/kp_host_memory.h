// Memory of the host runtime: allocation, copies, fills, symbols. Everything is done at once and in order.
#pragma once
#include "kp_host_types.h"

namespace kp {
namespace host {
inline void* host_memory(size_t n) {
    void* p = allocate(n, "pinned host memory", 256);
    memory_lock hold;
    if (allocation* a = p ? find_allocation(p) : nullptr) a->host = true;
    return p;
}
} // namespace host
} // namespace kp

#ifndef KP_API_OWN_MEMORY // a vendor with its own spelling of allocation declares it itself
template <class T> inline KP_API(Error_t) KP_API(Malloc)(T** p, size_t n) {
    if (n == 0) {
        *p = nullptr;
        return KP_API(Success);
    }
    *p = static_cast<T*>(kp::allocate(n, nullptr, 256));
    return kp::host::result(*p ? KP_API(Success) : KP_API_OUT_OF_MEMORY);
}
enum { KP_API(MemAttachGlobal) = 1, KP_API(MemAttachHost) = 2, KP_API(MemAttachSingle) = 4 };
template <class T> inline KP_API(Error_t) KP_API(MallocManaged)(T** p, size_t n, unsigned int = 1) {
    *p = static_cast<T*>(kp::host::host_memory(n));
    return kp::host::result(*p ? KP_API(Success) : KP_API_OUT_OF_MEMORY);
}
template <class T> inline KP_API(Error_t) KP_API(MallocPitch)(T** p, size_t* pitch, size_t width, size_t height) {
    *pitch = (width + 511) / 512 * 512;
    return KP_API(Malloc)(p, *pitch * height);
}
#endif
inline KP_API(Error_t) KP_API(Free)(void* p) { return kp::host::result(!p || kp::release(p) ? KP_API(Success) : KP_API(ErrorInvalidValue)); }
#ifndef KP_API_OWN_HOST_MEMORY
template <class T> inline KP_API(Error_t) KP_API(MallocHost)(T** p, size_t n, unsigned int = 0) {
    *p = static_cast<T*>(kp::host::host_memory(n));
    return kp::host::result(*p ? KP_API(Success) : KP_API_OUT_OF_MEMORY);
}
template <class T> inline KP_API(Error_t) KP_API(HostAlloc)(T** p, size_t n, unsigned int = 0) { return KP_API(MallocHost)(p, n); }
inline KP_API(Error_t) KP_API(FreeHost)(void* p) { return KP_API(Free)(p); }
enum { KP_API(HostAllocDefault) = 0, KP_API(HostAllocPortable) = 1, KP_API(HostAllocMapped) = 2, KP_API(HostAllocWriteCombined) = 4 };
#endif
enum { KP_API(HostRegisterDefault) = 0, KP_API(HostRegisterPortable) = 1, KP_API(HostRegisterMapped) = 2 };
inline KP_API(Error_t) KP_API(HostRegister)(void* p, size_t, unsigned int = 0) { return kp::host::result(p ? KP_API(Success) : KP_API(ErrorInvalidValue)); }
inline KP_API(Error_t) KP_API(HostUnregister)(void*) { return KP_API(Success); }
template <class T> inline KP_API(Error_t) KP_API(HostGetDevicePointer)(T** d, void* h, unsigned int = 0) {
    *d = static_cast<T*>(h);
    return KP_API(Success);
}

inline KP_API(Error_t) KP_API(Memcpy)(void* d, const void* s, size_t n, KP_API(MemcpyKind) kind) {
    if (static_cast<unsigned>(kind) > 4) return kp::host::result(KP_API(ErrorInvalidMemcpyDirection));
    if (n && (!d || !s || !kp::host::has_range(d, n) || !kp::host::has_range(s, n))) return kp::host::result(KP_API(ErrorInvalidValue));
    memmove(d, s, n);
    return KP_API(Success);
}
#ifndef KP_API_OWN_COPIES
inline KP_API(Error_t) KP_API(MemcpyAsync)(void* d, const void* s, size_t n, KP_API(MemcpyKind) k, KP_API(Stream_t) stream = nullptr) {
    if (kp::host::kept_for_graph(stream, [=] { KP_API(Memcpy)(d, s, n, k); })) return KP_API(Success);
    return KP_API(Memcpy)(d, s, n, k);
}
#endif
inline KP_API(Error_t) KP_API(Memcpy2D)(void* d, size_t dp, const void* s, size_t sp, size_t w, size_t h, KP_API(MemcpyKind) k) {
    if (w > dp || w > sp) return kp::host::result(KP_API(ErrorInvalidPitchValue));
    for (size_t i = 0; i < h; i++) {
        KP_API(Error_t) e = KP_API(Memcpy)(static_cast<char*>(d) + i * dp, static_cast<const char*>(s) + i * sp, w, k);
        if (e != KP_API(Success)) return e;
    }
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(Memcpy2DAsync)(void* d, size_t dp, const void* s, size_t sp, size_t w, size_t h, KP_API(MemcpyKind) k, KP_API(Stream_t) = nullptr) {
    return KP_API(Memcpy2D)(d, dp, s, sp, w, h, k);
}
inline KP_API(Error_t) KP_API(MemcpyPeer)(void* d, int, const void* s, int, size_t n) { return KP_API(Memcpy)(d, s, n, KP_API(MemcpyDefault)); }
inline KP_API(Error_t) KP_API(MemcpyPeerAsync)(void* d, int, const void* s, int, size_t n, KP_API(Stream_t) = nullptr) { return KP_API(Memcpy)(d, s, n, KP_API(MemcpyDefault)); }
inline KP_API(Error_t) KP_API(Memset)(void* d, int v, size_t n) {
    if (n && (!d || !kp::host::has_range(d, n))) return kp::host::result(KP_API(ErrorInvalidValue));
    memset(d, v, n);
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(MemsetAsync)(void* d, int v, size_t n, KP_API(Stream_t) stream = nullptr) {
    if (kp::host::kept_for_graph(stream, [=] { KP_API(Memset)(d, v, n); })) return KP_API(Success);
    return KP_API(Memset)(d, v, n);
}
inline KP_API(Error_t) KP_API(Memset2D)(void* d, size_t pitch, int v, size_t w, size_t h) {
    for (size_t i = 0; i < h; i++) {
        KP_API(Error_t) e = KP_API(Memset)(static_cast<char*>(d) + i * pitch, v, w);
        if (e != KP_API(Success)) return e;
    }
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(Memset2DAsync)(void* d, size_t pitch, int v, size_t w, size_t h, KP_API(Stream_t) = nullptr) { return KP_API(Memset2D)(d, pitch, v, w, h); }
inline KP_API(Error_t) KP_API(MemGetInfo)(size_t* f, size_t* t) {
    *t = static_cast<size_t>(8) << 30;
    kp::memory_lock hold;
    size_t used = kp::device_bytes_in_use();
    *f = used < *t ? *t - used : 0;
    return KP_API(Success);
}
enum KP_API(MemoryAdvise) { KP_API(MemAdviseSetReadMostly) = 1, KP_API(MemAdviseUnsetReadMostly), KP_API(MemAdviseSetPreferredLocation), KP_API(MemAdviseUnsetPreferredLocation),
                            KP_API(MemAdviseSetAccessedBy), KP_API(MemAdviseUnsetAccessedBy) };
enum { KP_API(CpuDeviceId) = -1, KP_API(InvalidDeviceId) = -2 };
inline KP_API(Error_t) KP_API(MemAdvise)(const void*, size_t, KP_API(MemoryAdvise), int) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(MemPrefetchAsync)(const void*, size_t, int, KP_API(Stream_t) = nullptr) { return KP_API(Success); }
enum KP_API(MemoryType) { KP_API(MemoryTypeUnregistered) = 0, KP_API(MemoryTypeHost) = 1, KP_API(MemoryTypeDevice) = 2, KP_API(MemoryTypeManaged) = 3 };
struct KP_API(PointerAttributes) {
    KP_API(MemoryType) type;
    int device;
    void *devicePointer, *hostPointer;
};
inline KP_API(Error_t) KP_API(PointerGetAttributes)(KP_API(PointerAttributes)* a, const void* p) {
    kp::memory_lock hold;
    kp::allocation* found = kp::find_allocation(p);
    a->type = !found ? KP_API(MemoryTypeUnregistered) : found->host ? KP_API(MemoryTypeHost) : KP_API(MemoryTypeDevice);
    a->device = 0;
    a->devicePointer = const_cast<void*>(p);
    a->hostPointer = found && found->host ? const_cast<void*>(p) : nullptr;
    return KP_API(Success);
}

#ifndef KP_API_NO_ASYNC_MALLOC
template <class T> inline KP_API(Error_t) KP_API(MallocAsync)(T** p, size_t n, KP_API(Stream_t)) { return KP_API(Malloc)(p, n); }
inline KP_API(Error_t) KP_API(FreeAsync)(void* p, KP_API(Stream_t)) { return KP_API(Free)(p); }
typedef struct KP_API(MemPool_opaque)* KP_API(MemPool_t);
enum KP_API(MemPoolAttr) { KP_API(MemPoolReuseFollowEventDependencies) = 1, KP_API(MemPoolReuseAllowOpportunistic), KP_API(MemPoolReuseAllowInternalDependencies),
                           KP_API(MemPoolAttrReleaseThreshold), KP_API(MemPoolAttrReservedMemCurrent), KP_API(MemPoolAttrReservedMemHigh), KP_API(MemPoolAttrUsedMemCurrent),
                           KP_API(MemPoolAttrUsedMemHigh) };
inline KP_API(Error_t) KP_API(DeviceGetDefaultMemPool)(KP_API(MemPool_t)* p, int) {
    *p = reinterpret_cast<KP_API(MemPool_t)>(1);
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(MemPoolSetAttribute)(KP_API(MemPool_t), KP_API(MemPoolAttr), void*) { return KP_API(Success); }
inline KP_API(Error_t) KP_API(MemPoolGetAttribute)(KP_API(MemPool_t), KP_API(MemPoolAttr), void* v) {
    memset(v, 0, 8);
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(MemPoolTrimTo)(KP_API(MemPool_t), size_t) { return KP_API(Success); }
template <class T> inline KP_API(Error_t) KP_API(MallocFromPoolAsync)(T** p, size_t n, KP_API(MemPool_t), KP_API(Stream_t)) { return KP_API(Malloc)(p, n); }
#endif

namespace kp {
namespace host {
// The bytes of a symbol; a pointer to it means the symbol too where a vendor asks for its address.
template <class T> inline char* symbol_bytes(const T& symbol) { return const_cast<char*>(reinterpret_cast<const volatile char*>(&symbol)); }
} // namespace host
} // namespace kp
template <class T> inline KP_API(Error_t) KP_API(MemcpyToSymbol)(T& symbol, const void* s, size_t n, size_t offset = 0, KP_API(MemcpyKind) = KP_API(MemcpyHostToDevice)) {
    if (offset + n > sizeof(T)) return kp::host::result(KP_API(ErrorInvalidValue));
    memcpy(kp::host::symbol_bytes(symbol) + offset, s, n);
    return KP_API(Success);
}
template <class T> inline KP_API(Error_t) KP_API(MemcpyToSymbolAsync)(T& symbol, const void* s, size_t n, size_t offset = 0, KP_API(MemcpyKind) k = KP_API(MemcpyHostToDevice),
                                                                      KP_API(Stream_t) = nullptr) {
    return KP_API(MemcpyToSymbol)(symbol, s, n, offset, k);
}
template <class T> inline KP_API(Error_t) KP_API(MemcpyFromSymbol)(void* d, const T& symbol, size_t n, size_t offset = 0, KP_API(MemcpyKind) = KP_API(MemcpyDeviceToHost)) {
    if (offset + n > sizeof(T)) return kp::host::result(KP_API(ErrorInvalidValue));
    memcpy(d, kp::host::symbol_bytes(symbol) + offset, n);
    return KP_API(Success);
}
template <class T> inline KP_API(Error_t) KP_API(MemcpyFromSymbolAsync)(void* d, const T& symbol, size_t n, size_t offset = 0, KP_API(MemcpyKind) k = KP_API(MemcpyDeviceToHost),
                                                                        KP_API(Stream_t) = nullptr) {
    return KP_API(MemcpyFromSymbol)(d, symbol, n, offset, k);
}
template <class P, class T> inline KP_API(Error_t) KP_API(GetSymbolAddress)(P** p, const T& symbol) {
    *p = reinterpret_cast<P*>(kp::host::symbol_bytes(symbol));
    return KP_API(Success);
}
template <class T> inline KP_API(Error_t) KP_API(GetSymbolSize)(size_t* n, const T&) {
    *n = sizeof(T);
    return KP_API(Success);
}
