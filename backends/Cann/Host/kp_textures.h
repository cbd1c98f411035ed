// Arrays, textures and surfaces by CUDA's names, where kernels read them from memory: an object is the address of what they declare as kp_texture. Made by KernelPort.
// What the kernels' functions cannot do is refused: mipmaps, sRGB, filters of integers. After: the header that has CUDA's memory calls.
#pragma once
#include <string.h>
#include <type_traits>

typedef uint64_t cudaTextureObject_t;
typedef uint64_t cudaSurfaceObject_t;

enum cudaChannelFormatKind { cudaChannelFormatKindSigned = 0, cudaChannelFormatKindUnsigned = 1, cudaChannelFormatKindFloat = 2 };
struct cudaChannelFormatDesc {
    int x, y, z, w;
    cudaChannelFormatKind f;
    int channels() const { return 1 + (y > 0) + (z > 0) + (w > 0); }
    size_t bytes() const { return size_t(x / 8) * channels(); }
};

// A texel is a number, or a structure of the same numbers that starts with x.
template <class T> auto kp_texel(int) -> typename std::remove_reference<decltype(((T*)nullptr)->x)>::type;
template <class T> auto kp_texel(...) -> T;

inline cudaChannelFormatDesc cudaCreateChannelDesc(int x, int y, int z, int w, cudaChannelFormatKind f) { return {x, y, z, w, f}; }
template <class T> inline cudaChannelFormatDesc cudaCreateChannelDesc()
{
    typedef decltype(kp_texel<T>(0)) S;
    const int n = sizeof(T) / sizeof(S), bits = sizeof(S) * 8;
    return {bits, n > 1 ? bits : 0, n > 2 ? bits : 0, n > 3 ? bits : 0,
        std::is_floating_point<S>::value ? cudaChannelFormatKindFloat : std::is_signed<S>::value ? cudaChannelFormatKindSigned : cudaChannelFormatKindUnsigned};
}

struct cudaExtent { size_t width, height, depth; };
struct cudaPos { size_t x, y, z; };
struct cudaPitchedPtr { void* ptr; size_t pitch, xsize, ysize; };
inline cudaExtent make_cudaExtent(size_t width, size_t height, size_t depth) { return {width, height, depth}; }
inline cudaPos make_cudaPos(size_t x, size_t y, size_t z) { return {x, y, z}; }
inline cudaPitchedPtr make_cudaPitchedPtr(void* p, size_t pitch, size_t xsize, size_t ysize) { return {p, pitch, xsize, ysize}; }

// Rows without gaps; depth counts planes, layers or faces.
struct cudaArray {
    cudaChannelFormatDesc desc;
    size_t width, height, depth;
    char* data;
    size_t pitch() const { return width * desc.bytes(); }
};
typedef cudaArray* cudaArray_t;
typedef const cudaArray* cudaArray_const_t;
enum { cudaArrayDefault = 0, cudaArrayLayered = 1, cudaArraySurfaceLoadStore = 2, cudaArrayCubemap = 4, cudaArrayTextureGather = 8 };

inline cudaError_t cudaMalloc3DArray(cudaArray_t* array, const cudaChannelFormatDesc* desc, cudaExtent extent, unsigned = 0)
{
    cudaArray made = {*desc, extent.width, extent.height > 0 ? extent.height : 1, extent.depth > 0 ? extent.depth : 1, nullptr};
    const cudaError_t status = cudaMalloc(&made.data, made.pitch() * made.height * made.depth);
    *array = status == cudaSuccess ? new cudaArray(made) : nullptr;
    return status;
}
inline cudaError_t cudaMallocArray(cudaArray_t* array, const cudaChannelFormatDesc* desc, size_t width, size_t height = 0, unsigned flags = 0)
{
    return cudaMalloc3DArray(array, desc, make_cudaExtent(width, height, 0), flags);
}
inline cudaError_t cudaFreeArray(cudaArray_t array)
{
    const cudaError_t status = array == nullptr ? cudaSuccess : cudaFree(array->data);
    delete array;
    return status;
}

inline cudaError_t kp_copy_rows(char* to, size_t to_pitch, const char* from, size_t from_pitch, size_t width, size_t rows, cudaMemcpyKind kind)
{
    cudaError_t status = cudaSuccess;
    for (size_t row = 0; row < rows && status == cudaSuccess; row++) status = cudaMemcpy(to + row * to_pitch, from + row * from_pitch, width, kind);
    return status;
}
inline cudaError_t cudaMemcpy2DToArray(cudaArray_t to, size_t x, size_t y, const void* from, size_t pitch, size_t width, size_t height, cudaMemcpyKind kind)
{
    return kp_copy_rows(to->data + y * to->pitch() + x, to->pitch(), static_cast<const char*>(from), pitch, width, height, kind);
}
inline cudaError_t cudaMemcpy2DFromArray(void* to, size_t pitch, cudaArray_const_t from, size_t x, size_t y, size_t width, size_t height, cudaMemcpyKind kind)
{
    return kp_copy_rows(static_cast<char*>(to), pitch, from->data + y * from->pitch() + x, from->pitch(), width, height, kind);
}
inline cudaError_t cudaMemcpyToArray(cudaArray_t to, size_t x, size_t y, const void* from, size_t n, cudaMemcpyKind kind) { return cudaMemcpy(to->data + y * to->pitch() + x, from, n, kind); }
inline cudaError_t cudaMemcpyFromArray(void* to, cudaArray_const_t from, size_t x, size_t y, size_t n, cudaMemcpyKind kind) { return cudaMemcpy(to, from->data + y * from->pitch() + x, n, kind); }

struct cudaMemcpy3DParms {
    cudaArray_t srcArray;
    cudaPos srcPos;
    cudaPitchedPtr srcPtr;
    cudaArray_t dstArray;
    cudaPos dstPos;
    cudaPitchedPtr dstPtr;
    cudaExtent extent;
    cudaMemcpyKind kind;
};
// One side of such a copy: where a plane starts, bytes from row to row and from plane to plane. Beside an array a width counts its elements.
struct kp_copy_side {
    char* at;
    size_t row, plane;
    kp_copy_side(cudaArray_t array, cudaPos pos, cudaPitchedPtr pointer)
        : at(array != nullptr ? array->data : static_cast<char*>(pointer.ptr)), row(array != nullptr ? array->pitch() : pointer.pitch),
          plane(row * (array != nullptr ? array->height : pointer.ysize))
    {
        at += pos.z * plane + pos.y * row + pos.x * (array != nullptr ? array->desc.bytes() : 1);
    }
};
inline cudaError_t cudaMemcpy3D(const cudaMemcpy3DParms* p)
{
    const cudaArray_t array = p->srcArray != nullptr ? p->srcArray : p->dstArray;
    const size_t width = p->extent.width * (array != nullptr ? array->desc.bytes() : 1);
    const kp_copy_side from(p->srcArray, p->srcPos, p->srcPtr), to(p->dstArray, p->dstPos, p->dstPtr);
    cudaError_t status = cudaSuccess;
    for (size_t z = 0; z < p->extent.depth && status == cudaSuccess; z++) status = kp_copy_rows(to.at + z * to.plane, to.row, from.at + z * from.plane, from.row, width, p->extent.height, p->kind);
    return status;
}

enum cudaResourceType { cudaResourceTypeArray = 0, cudaResourceTypeMipmappedArray = 1, cudaResourceTypeLinear = 2, cudaResourceTypePitch2D = 3 };
struct cudaResourceDesc {
    cudaResourceType resType;
    union {
        struct { cudaArray_t array; } array;
        struct { void* devPtr; cudaChannelFormatDesc desc; size_t sizeInBytes; } linear;
        struct { void* devPtr; cudaChannelFormatDesc desc; size_t width, height, pitchInBytes; } pitch2D;
    } res;
};
enum cudaTextureAddressMode { cudaAddressModeWrap = 0, cudaAddressModeClamp = 1, cudaAddressModeMirror = 2, cudaAddressModeBorder = 3 };
enum cudaTextureFilterMode { cudaFilterModePoint = 0, cudaFilterModeLinear = 1 };
enum cudaTextureReadMode { cudaReadModeElementType = 0, cudaReadModeNormalizedFloat = 1 };
struct cudaTextureDesc {
    cudaTextureAddressMode addressMode[3];
    cudaTextureFilterMode filterMode;
    cudaTextureReadMode readMode;
    int sRGB;
    float borderColor[4];
    int normalizedCoords;
    unsigned int maxAnisotropy;
    cudaTextureFilterMode mipmapFilterMode;
    float mipmapLevelBias, minMipmapLevelClamp, maxMipmapLevelClamp;
    int disableTrilinearOptimization;
};

// As the kernels declare kp_texture.
struct kp_texture_words {
    const void* texels;
    int64_t pitch;
    int32_t width, height, depth, kind, channels, linear, normalized, fractions, mode[3];
    float border[4];
};

inline const char* kp_texture_refusal(const cudaResourceDesc* resource, const cudaChannelFormatDesc& f, const cudaTextureDesc* desc)
{
    if (resource->resType == cudaResourceTypeMipmappedArray) return "mipmaps";
    if (desc == nullptr) return nullptr;
    if (desc->sRGB != 0) return "sRGB";
    const bool is_integer = f.f != cudaChannelFormatKindFloat, are_fractions = desc->readMode == cudaReadModeNormalizedFloat;
    if (is_integer && are_fractions && f.x == 32) return "fractions of 32-bit integers";
    if (is_integer && !are_fractions && desc->filterMode == cudaFilterModeLinear) return "linear filter of integers";
    return nullptr;
}

inline cudaError_t cudaCreateTextureObject(cudaTextureObject_t* object, const cudaResourceDesc* resource, const cudaTextureDesc* desc, const void*)
{
    const bool is_pitched = resource->resType == cudaResourceTypePitch2D;
    const cudaArray* array = resource->resType == cudaResourceTypeArray ? resource->res.array.array : nullptr;
    const cudaChannelFormatDesc f = array != nullptr ? array->desc : is_pitched ? resource->res.pitch2D.desc : resource->res.linear.desc;
    if (const char* what = kp_texture_refusal(resource, f, desc)) {
        fprintf(stderr, "a texture object: kernels that read textures from memory have no %s\n", what);
        exit(1);
    }
    kp_texture_words words = {};
    words.texels = array != nullptr ? array->data : is_pitched ? resource->res.pitch2D.devPtr : resource->res.linear.devPtr;
    words.width = int32_t(array != nullptr ? array->width : is_pitched ? resource->res.pitch2D.width : resource->res.linear.sizeInBytes / f.bytes());
    words.height = int32_t(array != nullptr ? array->height : is_pitched ? resource->res.pitch2D.height : 1);
    words.depth = int32_t(array != nullptr ? array->depth : 1);
    words.pitch = is_pitched ? int64_t(resource->res.pitch2D.pitchInBytes) : int64_t(words.width) * int64_t(f.bytes());
    words.kind = f.f == cudaChannelFormatKindFloat ? (f.x == 16 ? 6 : 7) : (f.x == 8 ? 0 : f.x == 16 ? 2 : 4) + f.f;
    words.channels = f.channels();
    for (int i = 0; i < 3; i++) words.mode[i] = desc != nullptr ? desc->addressMode[i] : cudaAddressModeClamp;
    for (int i = 0; i < 4; i++) words.border[i] = desc != nullptr ? desc->borderColor[i] : 0.0f;
    words.linear = desc != nullptr && desc->filterMode == cudaFilterModeLinear;
    words.normalized = desc != nullptr && desc->normalizedCoords != 0;
    words.fractions = desc != nullptr && desc->readMode == cudaReadModeNormalizedFloat;
    char* at = nullptr;
    cudaError_t status = cudaMalloc(&at, sizeof words);
    if (status == cudaSuccess) status = cudaMemcpy(at, &words, sizeof words, cudaMemcpyHostToDevice);
    *object = uint64_t(uintptr_t(at));
    return status;
}
inline cudaError_t cudaDestroyTextureObject(cudaTextureObject_t object) { return cudaFree(reinterpret_cast<void*>(uintptr_t(object))); }
inline cudaError_t cudaCreateSurfaceObject(cudaSurfaceObject_t* object, const cudaResourceDesc* resource) { return cudaCreateTextureObject(object, resource, nullptr, nullptr); }
inline cudaError_t cudaDestroySurfaceObject(cudaSurfaceObject_t object) { return cudaDestroyTextureObject(object); }
