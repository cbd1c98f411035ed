// CUDA's runtime in terms of cnrt (npu-dialects 5, host): for host code that was written for CUDA, and for the launch functions beside the kernels. Made by KernelPort.
#pragma once
#include <cnrt.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <initializer_list>
#include <map>
#include <vector>

// The device is taken at the first use; each call's status is looked at.
struct kp_cnrt_session {
    kp_cnrt_session()
    {
        check(cnrtSetDevice(0), "cnrtSetDevice");
        check(cnrtQueueCreate(&default_queue), "cnrtQueueCreate");
    }
    ~kp_cnrt_session() { cnrtQueueDestroy(default_queue); }
    static void check(cnrtRet_t status, const char* call)
    {
        if (status == cnrtSuccess) return;
        fprintf(stderr, "%s: error %d: %s\n", call, int(status), cnrtGetErrorStr(status));
        exit(1);
    }
    // Null stands for this one, for which copies without a queue wait.
    cnrtQueue_t default_queue = nullptr;
};

inline kp_cnrt_session& kp_cnrt()
{
    static kp_cnrt_session session;
    return session;
}

#define KP_CNRT(call) kp_cnrt_session::check(call, #call)

struct kp_dim3 {
    uint32_t x, y, z;
    kp_dim3(uint32_t x = 1, uint32_t y = 1, uint32_t z = 1) : x(x), y(y), z(z) {}
};

// Cores to launch on: clusters times the four of each. A card's number is to be given; more are run one after the other.
#ifndef KP_MLU_CORES
#define KP_MLU_CORES 16
#endif

// A core takes every KP_MLU_CORES-th block.
inline uint32_t kp_cores(kp_dim3 grid)
{
    const uint64_t blocks = uint64_t(grid.x) * grid.y * grid.z;
    return uint32_t(blocks < KP_MLU_CORES ? blocks : KP_MLU_CORES);
}

inline cnrtQueue_t kp_queue(cnrtQueue_t queue) { return queue != nullptr ? queue : kp_cnrt().default_queue; }

// The vendor's compiler knows <<< >>>; where another compiles, KP_LAUNCH is given.
#ifndef KP_LAUNCH
#define KP_LAUNCH(kernel, cores, queue, ...) \
    do { \
        cnrtDim3_t kp_dim = {cores, 1, 1}; \
        kernel<<<kp_dim, cnrtFuncTypeBlock, queue>>>(__VA_ARGS__); \
    } while (0)
#endif

inline int kp_device()
{
    kp_cnrt();
    int device = 0;
    KP_CNRT(cnrtGetDevice(&device));
    return device;
}

inline void* kp_to_device(const void* from, size_t n)
{
    void* at = nullptr;
    KP_CNRT(cnrtMalloc(&at, n));
    KP_CNRT(cnrtMemcpy(at, const_cast<void*>(from), n, cnrtMemcpyHostToDev));
    return at;
}

inline void kp_free_on(int device, void* at)
{
    cnrtSetDevice(device);
    cnrtFree(at);
}

{arguments}
#ifndef KP_NO_CUDA_NAMES
typedef cnrtRet_t cudaError_t;
typedef cnrtQueue_t cudaStream_t;
typedef cnrtNotifier_t cudaEvent_t;
typedef kp_dim3 dim3;
static const cudaError_t cudaSuccess = cnrtSuccess;
enum cudaMemcpyKind { cudaMemcpyHostToDevice = cnrtMemcpyHostToDev, cudaMemcpyDeviceToHost = cnrtMemcpyDevToHost, cudaMemcpyDeviceToDevice = cnrtMemcpyDevToDev };

template <class T> inline cudaError_t cudaMalloc(T** p, size_t n)
{
    kp_cnrt();
    void* at = nullptr;
    const cudaError_t status = cnrtMalloc(&at, n);
    *p = static_cast<T*>(at);
    return status;
}
inline cudaError_t cudaFree(void* p) { return p == nullptr ? cudaSuccess : cnrtFree(p); }
template <class T> inline cudaError_t cudaMallocHost(T** p, size_t n)
{
    kp_cnrt();
    void* at = nullptr;
    const cudaError_t status = cnrtHostMalloc(&at, n);
    *p = static_cast<T*>(at);
    return status;
}
inline cudaError_t cudaFreeHost(void* p) { return cnrtFreeHost(p); }
// CUDA's copy without a stream comes after all work before it.
inline cudaError_t cudaMemcpy(void* to, const void* from, size_t n, cudaMemcpyKind kind)
{
    const cudaError_t status = cnrtQueueSync(kp_cnrt().default_queue);
    return status != cudaSuccess ? status : cnrtMemcpy(to, const_cast<void*>(from), n, cnrtMemTransDir_t(kind));
}
inline cudaError_t cudaMemcpyAsync(void* to, const void* from, size_t n, cudaMemcpyKind kind, cudaStream_t stream = nullptr) { return cnrtMemcpyAsync(to, const_cast<void*>(from), n, kp_queue(stream), cnrtMemTransDir_t(kind)); }
inline cudaError_t cudaMemset(void* p, int value, size_t n)
{
    const cudaError_t status = cnrtQueueSync(kp_cnrt().default_queue);
    return status != cudaSuccess ? status : cnrtMemset(p, value, n);
}
inline cudaError_t cudaSetDevice(int device) { return cnrtSetDevice(device); }
inline cudaError_t cudaGetDevice(int* device) { return cnrtGetDevice(device); }
inline cudaError_t cudaGetDeviceCount(int* count)
{
    unsigned n = 0;
    const cudaError_t status = cnrtGetDeviceCount(&n);
    *count = int(n);
    return status;
}
inline cudaError_t cudaDeviceSynchronize()
{
    kp_cnrt();
    return cnrtSyncDevice();
}
inline cudaError_t cudaStreamCreate(cudaStream_t* stream)
{
    kp_cnrt();
    return cnrtQueueCreate(stream);
}
inline cudaError_t cudaStreamDestroy(cudaStream_t stream) { return cnrtQueueDestroy(stream); }
inline cudaError_t cudaStreamSynchronize(cudaStream_t stream) { return cnrtQueueSync(kp_queue(stream)); }
inline cudaError_t cudaEventCreate(cudaEvent_t* event)
{
    kp_cnrt();
    return cnrtNotifierCreate(event);
}
inline cudaError_t cudaEventDestroy(cudaEvent_t event) { return cnrtNotifierDestroy(event); }
inline cudaError_t cudaEventRecord(cudaEvent_t event, cudaStream_t stream = nullptr) { return cnrtPlaceNotifier(event, kp_queue(stream)); }
// A notifier counts microseconds.
inline cudaError_t cudaEventElapsedTime(float* ms, cudaEvent_t start, cudaEvent_t end)
{
    float us = 0.0f;
    const cudaError_t status = cnrtNotifierDuration(start, end, &us);
    *ms = us / 1000.0f;
    return status;
}
inline cudaError_t cudaGetLastError() { return cnrtGetLastError(); }
inline const char* cudaGetErrorString(cudaError_t status) { return cnrtGetErrorStr(status); }
#endif
