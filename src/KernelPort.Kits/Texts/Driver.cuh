#include <cuda_runtime.h>
#include "kit_host.h"

#ifndef KIT_TEXT_SHA256
#error "compile with build.sh: it says which kernel text was compiled"
#endif
#define KIT_WORD(x) #x
#define KIT_TEXT_OF(x) KIT_WORD(x)
#define KIT_CHECK(call) kp_kit::check(call, #call)

namespace kp_kit {

// Memory of the device; as an argument it is the pointer that the kernel takes.
struct buffer {
    size_t bytes;
    void *device;
    template <class T> operator T *() const { return static_cast<T *>(device); }
};

// A number; as an argument it is of the type that the kernel takes.
template <class V> struct number {
    V value;
    template <class T> operator T() const { return static_cast<T>(value); }
};

template <class V> static number<V> as(V value) { return number<V>{value}; }

// An argument as its bytes: structures, and types a number does not convert to.
struct raw {
    const unsigned char *bytes;
    template <class T> operator T() const
    {
        alignas(T) unsigned char place[sizeof(T)];
        for (size_t i = 0; i < sizeof(T); i++) {
            place[i] = bytes[i];
        }
        return *reinterpret_cast<T *>(place);
    }
};

static void check(cudaError_t error, const char *call)
{
    if (error != cudaSuccess) {
        stop(cudaGetErrorString(error), call);
    }
}

static buffer upload(const char *file, size_t bytes)
{
    unsigned char *data = read(file, bytes);
    buffer b = {bytes, nullptr};
    KIT_CHECK(cudaMalloc(&b.device, bytes ? bytes : 1));
    if (bytes) {
        KIT_CHECK(cudaMemcpy(b.device, data, bytes, cudaMemcpyHostToDevice));
    }
    release(data);
    return b;
}

static void wait()
{
    KIT_CHECK(cudaGetLastError());
    KIT_CHECK(cudaDeviceSynchronize());
}

static void compare(const char *name, const buffer &b, const char *file, layout type, const char *tolerance, bool is_set)
{
    unsigned char *actual = room(b.bytes);
    if (b.bytes) {
        KIT_CHECK(cudaMemcpy(actual, b.device, b.bytes, cudaMemcpyDeviceToHost));
    }
    compare(name, actual, file, b.bytes, type, tolerance, is_set);
    release(actual);
}

} // namespace kp_kit
