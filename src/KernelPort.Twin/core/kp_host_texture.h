// Arrays, texture objects and surfaces: plain rows of memory, read with the address modes and filters CUDA documents (the
// fraction of a linear filter has eight bits). Before: the host runtime.
#pragma once
#include "kp_host_graph.h"
#include "kp_surface.h"

typedef KP_TEXTURE_OBJECT KP_API(TextureObject_t);
typedef KP_SURFACE_OBJECT KP_API(SurfaceObject_t);
#ifdef KP_PROGRAM

enum KP_API(ChannelFormatKind) { KP_API(ChannelFormatKindSigned) = 0, KP_API(ChannelFormatKindUnsigned) = 1, KP_API(ChannelFormatKindFloat) = 2, KP_API(ChannelFormatKindNone) = 3 };
struct KP_API(ChannelFormatDesc) {
    int x, y, z, w;
    KP_API(ChannelFormatKind) f;
    int bytes() const { return (x + y + z + w) / 8; }
};
inline KP_API(ChannelFormatDesc) KP_API(CreateChannelDesc)(int x, int y, int z, int w, KP_API(ChannelFormatKind) f) { return KP_API(ChannelFormatDesc){x, y, z, w, f}; }
template <class T> inline KP_API(ChannelFormatDesc) KP_API(CreateChannelDesc)() {
    typedef decltype(kp::host::texel_scalar<T>(0)) S;
    int n = static_cast<int>(sizeof(T) / sizeof(S)), bits = static_cast<int>(sizeof(S)) * 8;
    return KP_API(ChannelFormatDesc){bits, n > 1 ? bits : 0, n > 2 ? bits : 0, n > 3 ? bits : 0,
                                     std::is_floating_point<S>::value ? KP_API(ChannelFormatKindFloat) : std::is_signed<S>::value ? KP_API(ChannelFormatKindSigned) : KP_API(ChannelFormatKindUnsigned)};
}
struct KP_API(Extent) { size_t width, height, depth; };
struct KP_API(Pos) { size_t x, y, z; };
struct KP_API(PitchedPtr) { void* ptr; size_t pitch, xsize, ysize; };
struct KP_API(Array) {
    KP_API(ChannelFormatDesc) desc;
    size_t width, height, depth;
    char* data;
    size_t pitch() const { return width * static_cast<size_t>(desc.bytes()); }
};
typedef KP_API(Array)* KP_API(Array_t);
typedef const KP_API(Array)* KP_API(Array_const_t);
enum { KP_API(ArrayDefault) = 0, KP_API(ArrayLayered) = 1, KP_API(ArraySurfaceLoadStore) = 2, KP_API(ArrayCubemap) = 4, KP_API(ArrayTextureGather) = 8 };
inline KP_API(Error_t) KP_API(Malloc3DArray)(KP_API(Array_t)* a, const KP_API(ChannelFormatDesc)* d, KP_API(Extent) e, unsigned int = 0) {
    *a = new KP_API(Array){*d, e.width, e.height ? e.height : 1, e.depth ? e.depth : 1, nullptr};
    (*a)->data = static_cast<char*>(kp::allocate((*a)->pitch() * (*a)->height * (*a)->depth, "array", 256));
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(MallocArray)(KP_API(Array_t)* a, const KP_API(ChannelFormatDesc)* d, size_t w, size_t h = 0, unsigned int flags = 0) {
    return KP_API(Malloc3DArray)(a, d, KP_API(Extent){w, h, 0}, flags);
}
inline KP_API(Error_t) KP_API(FreeArray)(KP_API(Array_t) a) {
    if (a) kp::release(a->data);
    delete a;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(Memcpy2DToArray)(KP_API(Array_t) a, size_t x, size_t y, const void* s, size_t sp, size_t w, size_t h, KP_API(MemcpyKind) k) {
    return KP_API(Memcpy2D)(a->data + y * a->pitch() + x, a->pitch(), s, sp, w, h, k);
}
inline KP_API(Error_t) KP_API(Memcpy2DFromArray)(void* d, size_t dp, KP_API(Array_const_t) a, size_t x, size_t y, size_t w, size_t h, KP_API(MemcpyKind) k) {
    return KP_API(Memcpy2D)(d, dp, a->data + y * a->pitch() + x, a->pitch(), w, h, k);
}
inline KP_API(Error_t) KP_API(MemcpyToArray)(KP_API(Array_t) a, size_t x, size_t y, const void* s, size_t n, KP_API(MemcpyKind) k) { return KP_API(Memcpy)(a->data + y * a->pitch() + x, s, n, k); }
inline KP_API(Error_t) KP_API(MemcpyFromArray)(void* d, KP_API(Array_const_t) a, size_t x, size_t y, size_t n, KP_API(MemcpyKind) k) { return KP_API(Memcpy)(d, a->data + y * a->pitch() + x, n, k); }

struct KP_API(Memcpy3DParms) {
    KP_API(Array_t) srcArray;
    KP_API(Pos) srcPos;
    KP_API(PitchedPtr) srcPtr;
    KP_API(Array_t) dstArray;
    KP_API(Pos) dstPos;
    KP_API(PitchedPtr) dstPtr;
    KP_API(Extent) extent;
    KP_API(MemcpyKind) kind;
};
inline KP_API(Error_t) KP_API(Memcpy3D)(const KP_API(Memcpy3DParms)* p) {
    // with an array on either side the width counts its elements
    size_t element = p->srcArray ? p->srcArray->desc.bytes() : p->dstArray ? p->dstArray->desc.bytes() : 1, n = p->extent.width * element;
    size_t sp = p->srcArray ? p->srcArray->pitch() : p->srcPtr.pitch, dp = p->dstArray ? p->dstArray->pitch() : p->dstPtr.pitch;
    size_t sh = p->srcArray ? p->srcArray->height : p->srcPtr.ysize, dh = p->dstArray ? p->dstArray->height : p->dstPtr.ysize;
    const char* s = p->srcArray ? p->srcArray->data : static_cast<const char*>(p->srcPtr.ptr);
    char* d = p->dstArray ? p->dstArray->data : static_cast<char*>(p->dstPtr.ptr);
    for (size_t z = 0; z < p->extent.depth; z++)
        for (size_t y = 0; y < p->extent.height; y++) {
            KP_API(Error_t) e = KP_API(Memcpy)(d + ((z + p->dstPos.z) * dh + y + p->dstPos.y) * dp + p->dstPos.x * (p->dstArray ? element : 1),
                                               s + ((z + p->srcPos.z) * sh + y + p->srcPos.y) * sp + p->srcPos.x * (p->srcArray ? element : 1), n, p->kind);
            if (e != KP_API(Success)) return e;
        }
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(Memcpy3DAsync)(const KP_API(Memcpy3DParms)* p, KP_API(Stream_t) stream = nullptr) {
    if (kp::host::kept_for_graph(stream, [p = *p] { KP_API(Memcpy3D)(&p); })) return KP_API(Success);
    return KP_API(Memcpy3D)(p);
}
inline KP_API(Error_t) KP_API(Malloc3D)(KP_API(PitchedPtr)* p, KP_API(Extent) e) {
    p->pitch = (e.width + 511) / 512 * 512, p->xsize = e.width, p->ysize = e.height;
    p->ptr = kp::allocate(p->pitch * e.height * (e.depth ? e.depth : 1), nullptr, 256);
    return kp::host::result(p->ptr ? KP_API(Success) : KP_API_OUT_OF_MEMORY);
}
inline KP_API(Error_t) KP_API(GraphAddMemcpyNode)(KP_API(GraphNode_t)* node, KP_API(Graph_t) graph, const KP_API(GraphNode_t)*, size_t, const KP_API(Memcpy3DParms)* p) {
    *node = kp::host::add_node(graph, KP_API(GraphNodeTypeMemcpy), [p = *p] { KP_API(Memcpy3D)(&p); });
    return KP_API(Success);
}

enum KP_API(ResourceType) { KP_API(ResourceTypeArray) = 0, KP_API(ResourceTypeMipmappedArray) = 1, KP_API(ResourceTypeLinear) = 2, KP_API(ResourceTypePitch2D) = 3 };
struct KP_API(ResourceDesc) {
    KP_API(ResourceType) resType;
    union {
        struct { KP_API(Array_t) array; } array;
        struct { void* devPtr; KP_API(ChannelFormatDesc) desc; size_t sizeInBytes; } linear;
        struct { void* devPtr; KP_API(ChannelFormatDesc) desc; size_t width, height, pitchInBytes; } pitch2D;
    } res;
};
enum KP_API(TextureAddressMode) { KP_API(AddressModeWrap) = 0, KP_API(AddressModeClamp) = 1, KP_API(AddressModeMirror) = 2, KP_API(AddressModeBorder) = 3 };
enum KP_API(TextureFilterMode) { KP_API(FilterModePoint) = 0, KP_API(FilterModeLinear) = 1 };
enum KP_API(TextureReadMode) { KP_API(ReadModeElementType) = 0, KP_API(ReadModeNormalizedFloat) = 1 };
struct KP_API(TextureDesc) {
    KP_API(TextureAddressMode) addressMode[3];
    KP_API(TextureFilterMode) filterMode;
    KP_API(TextureReadMode) readMode;
    int sRGB;
    float borderColor[4];
    int normalizedCoords;
    unsigned int maxAnisotropy;
    KP_API(TextureFilterMode) mipmapFilterMode;
    float mipmapLevelBias, minMipmapLevelClamp, maxMipmapLevelClamp;
    int disableTrilinearOptimization;
};
inline KP_API(Error_t) KP_API(CreateTextureObject)(KP_API(TextureObject_t)* t, const KP_API(ResourceDesc)* r, const KP_API(TextureDesc)* d, const void*) {
    auto* x = new kp::host::texture_words();
    bool array = r->resType == KP_API(ResourceTypeArray), pitch = r->resType == KP_API(ResourceTypePitch2D);
    KP_API(ChannelFormatDesc) f = array ? r->res.array.array->desc : pitch ? r->res.pitch2D.desc : r->res.linear.desc;
    if (f.f > KP_API(ChannelFormatKindFloat) || (f.x != 8 && f.x != 16 && f.x != 32) || (f.f == KP_API(ChannelFormatKindFloat) && f.x == 8)) kp::fail(50, "a texture of %d-bit elements of kind %d", f.x, f.f);
    x->kind = f.f == KP_API(ChannelFormatKindFloat) ? (f.x == 16 ? 6 : 7) : (f.x == 8 ? 0 : f.x == 16 ? 2 : 4) + f.f, x->channels = (f.x > 0) + (f.y > 0) + (f.z > 0) + (f.w > 0);
    x->data = array ? r->res.array.array->data : static_cast<char*>(pitch ? r->res.pitch2D.devPtr : r->res.linear.devPtr);
    x->width = static_cast<int>(array ? r->res.array.array->width : pitch ? r->res.pitch2D.width : r->res.linear.sizeInBytes / f.bytes());
    x->height = static_cast<int>(array ? r->res.array.array->height : pitch ? r->res.pitch2D.height : 1);
    x->depth = static_cast<int>(array ? r->res.array.array->depth : 1);
    x->pitch = pitch ? static_cast<long long>(r->res.pitch2D.pitchInBytes) : static_cast<long long>(x->width) * f.bytes();
    if (d) {
        for (int i = 0; i < 3; i++) x->mode[i] = d->addressMode[i];
        for (int i = 0; i < 4; i++) x->border[i] = d->borderColor[i];
        x->linear = d->filterMode == KP_API(FilterModeLinear), x->normalized = d->normalizedCoords, x->unit = d->readMode == KP_API(ReadModeNormalizedFloat);
    }
    *t = (KP_API(TextureObject_t))x;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(DestroyTextureObject)(KP_API(TextureObject_t) t) {
    delete (kp::host::texture_words*)t;
    return KP_API(Success);
}
inline KP_API(Error_t) KP_API(CreateSurfaceObject)(KP_API(SurfaceObject_t)* s, const KP_API(ResourceDesc)* r) {
    KP_API(TextureObject_t) t;
    KP_API(Error_t) e = KP_API(CreateTextureObject)(&t, r, nullptr, nullptr);
    *s = (KP_API(SurfaceObject_t))t;
    return e;
}
inline KP_API(Error_t) KP_API(DestroySurfaceObject)(KP_API(SurfaceObject_t) s) { return KP_API(DestroyTextureObject)((KP_API(TextureObject_t))s); }
#endif
