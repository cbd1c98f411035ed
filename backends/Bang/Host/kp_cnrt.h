// CUDA's runtime in terms of cnrt (npu-dialects 5, host): for host code that was written for CUDA, and for the launch functions beside the kernels. Made by KernelPort.
#ifndef KP_CNRT_H
#define KP_CNRT_H
#include <cnrt.h>
#include <set>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <initializer_list>
#include <map>
#include <vector>

// The device is taken at the first use; each call's status is looked at. What a program written for CUDA leaves behind goes with the program.
struct kp_cnrt_session {
    kp_cnrt_session()
    {
        check(cnrtSetDevice(0), "cnrtSetDevice");
        check(cnrtQueueCreate(&default_queue), "cnrtQueueCreate");
    }
    ~kp_cnrt_session()
    {
        cnrtSyncDevice();
        release();
        cnrtQueueDestroy(default_queue);
    }
    void release()
    {
        for (void* p : memory) cnrtFree(p);
        for (void* p : host_memory) cnrtFreeHost(p);
        for (cnrtQueue_t q : queues) cnrtQueueDestroy(q);
        for (cnrtNotifier_t n : notifiers) cnrtNotifierDestroy(n);
        memory.clear();
        host_memory.clear();
        queues.clear();
        notifiers.clear();
    }
    static void check(cnrtRet_t status, const char* call)
    {
        if (status == cnrtSuccess) return;
        fprintf(stderr, "%s: error %d: %s\n", call, int(status), cnrtGetErrorStr(status));
        exit(1);
    }
    // Null stands for this one.
    cnrtQueue_t default_queue = nullptr;
    cnrtRet_t seen = cnrtSuccess;
    std::set<void*> memory, host_memory;
    std::set<cnrtQueue_t> queues;
    std::set<cnrtNotifier_t> notifiers;
};
typedef cnrtQueue_t kp_queue_t;

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

// CUDA's default stream waits for the others, and they for it; queues wait for none.
inline cnrtQueue_t kp_queue(cnrtQueue_t queue)
{
    kp_cnrt_session& cnrt = kp_cnrt();
    if (queue != nullptr) {
        kp_cnrt_session::check(cnrtQueueSync(cnrt.default_queue), "cnrtQueueSync");
        return queue;
    }
    if (!cnrt.queues.empty()) kp_cnrt_session::check(cnrtSyncDevice(), "cnrtSyncDevice");
    return cnrt.default_queue;
}

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
{host}
typedef cnrtRet_t cudaError_t;
typedef cnrtQueue_t cudaStream_t;
typedef cnrtNotifier_t cudaEvent_t;
typedef kp_dim3 dim3;
static const cudaError_t cudaSuccess = cnrtSuccess;
enum cudaMemcpyKind { cudaMemcpyHostToDevice = cnrtMemcpyHostToDev, cudaMemcpyDeviceToHost = cnrtMemcpyDevToHost, cudaMemcpyDeviceToDevice = cnrtMemcpyDevToDev };
enum { cudaHostAllocDefault = 0, cudaHostAllocPortable = 1, cudaStreamDefault = 0, cudaStreamNonBlocking = 1, cudaEventDefault = 0, cudaEventBlockingSync = 1, cudaEventDisableTiming = 2 };

template <class T> inline cudaError_t cudaMalloc(T** p, size_t n)
{
    kp_cnrt();
    void* at = nullptr;
    const cudaError_t status = cnrtMalloc(&at, n);
    if (status == cudaSuccess) kp_cnrt().memory.insert(at);
    *p = static_cast<T*>(at);
    return status;
}
inline cudaError_t cudaFree(void* p)
{
    if (p == nullptr) return kp_cnrt(), cudaSuccess;
    // CUDA's waits for the work that uses it.
    const cudaError_t status = cnrtSyncDevice();
    kp_cnrt().memory.erase(p);
    return status != cudaSuccess ? status : cnrtFree(p);
}
template <class T> inline cudaError_t cudaMallocAsync(T** p, size_t n, cudaStream_t) { return cudaMalloc(p, n); }
inline cudaError_t cudaFreeAsync(void* p, cudaStream_t) { return cudaFree(p); }
template <class T> inline cudaError_t cudaMallocHost(T** p, size_t n, unsigned = cudaHostAllocDefault)
{
    kp_cnrt();
    void* at = nullptr;
    const cudaError_t status = cnrtHostMalloc(&at, n);
    if (status == cudaSuccess) kp_cnrt().host_memory.insert(at);
    *p = static_cast<T*>(at);
    return status;
}
template <class T> inline cudaError_t cudaHostAlloc(T** p, size_t n, unsigned flags) { return cudaMallocHost(p, n, flags); }
inline cudaError_t cudaFreeHost(void* p)
{
    kp_cnrt().host_memory.erase(p);
    return p == nullptr ? cudaSuccess : cnrtFreeHost(p);
}
// CUDA's copy without a stream comes after all work before it.
inline cudaError_t cudaMemcpy(void* to, const void* from, size_t n, cudaMemcpyKind kind)
{
    kp_cnrt();
    const cudaError_t status = cnrtSyncDevice();
    return status != cudaSuccess || n == 0 ? status : cnrtMemcpy(to, const_cast<void*>(from), n, cnrtMemTransDir_t(kind));
}
inline cudaError_t cudaMemcpyAsync(void* to, const void* from, size_t n, cudaMemcpyKind kind, cudaStream_t stream = nullptr) { return n == 0 ? cudaSuccess : cnrtMemcpyAsync(to, const_cast<void*>(from), n, kp_queue(stream), cnrtMemTransDir_t(kind)); }
inline cudaError_t cudaMemset(void* p, int value, size_t n)
{
    kp_cnrt();
    const cudaError_t status = cnrtSyncDevice();
    return status != cudaSuccess || n == 0 ? status : cnrtMemset(p, value, n);
}
{symbols}
inline cudaError_t cudaSetDevice(int device) { return cnrtSetDevice(device); }
inline cudaError_t cudaGetDevice(int* device) { return cnrtGetDevice(device); }
inline cudaError_t cudaGetDeviceCount(int* count)
{
    unsigned n = 0;
    const cudaError_t status = cnrtGetDeviceCount(&n);
    *count = int(n);
    return status;
}
// What is known of the machine; what is not is told as none, and members that stand for nothing here are left out.
struct cudaDeviceProp {
    char name[256];
    size_t sharedMemPerBlock;
    int warpSize, maxThreadsPerBlock, maxThreadsDim[3], maxGridSize[3], multiProcessorCount, major, minor, computeMode, managedMemory, concurrentManagedAccess, canMapHostMemory, integrated, clockRate, memoryClockRate, memoryBusWidth;
};
inline cudaError_t cudaGetDeviceProperties(cudaDeviceProp* prop, int)
{
    *prop = {"MLU", 384 * 1024, 32, 1024, {1024, 1024, 64}, {65535, 65535, 65535}, KP_MLU_CORES, {level}};
    return cudaSuccess;
}
{attributes}
inline cudaError_t cudaDeviceSynchronize()
{
    kp_cnrt();
    return cnrtSyncDevice();
}
inline cudaError_t cudaThreadSynchronize() { return cudaDeviceSynchronize(); }
inline cudaError_t cudaDeviceReset()
{
    const cudaError_t status = cudaDeviceSynchronize();
    kp_cnrt().release();
    return status;
}
inline cudaError_t cudaStreamCreate(cudaStream_t* stream)
{
    kp_cnrt();
    const cudaError_t status = cnrtQueueCreate(stream);
    if (status == cudaSuccess) kp_cnrt().queues.insert(*stream);
    return status;
}
inline cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, unsigned) { return cudaStreamCreate(stream); }
inline cudaError_t cudaStreamDestroy(cudaStream_t stream)
{
    kp_cnrt().queues.erase(stream);
    return cnrtQueueDestroy(stream);
}
inline cudaError_t cudaStreamSynchronize(cudaStream_t stream) { return cnrtQueueSync(kp_queue(stream)); }
inline cudaError_t cudaEventCreate(cudaEvent_t* event)
{
    kp_cnrt();
    const cudaError_t status = cnrtNotifierCreate(event);
    if (status == cudaSuccess) kp_cnrt().notifiers.insert(*event);
    return status;
}
inline cudaError_t cudaEventCreateWithFlags(cudaEvent_t* event, unsigned) { return cudaEventCreate(event); }
inline cudaError_t cudaEventDestroy(cudaEvent_t event)
{
    kp_cnrt().notifiers.erase(event);
    return cnrtNotifierDestroy(event);
}
inline cudaError_t cudaEventRecord(cudaEvent_t event, cudaStream_t stream = nullptr) { return cnrtPlaceNotifier(event, kp_queue(stream)); }
// A notifier has no wait of its own that is documented: the device is waited for.
inline cudaError_t cudaEventSynchronize(cudaEvent_t) { return cnrtSyncDevice(); }
// A notifier counts microseconds.
inline cudaError_t cudaEventElapsedTime(float* ms, cudaEvent_t start, cudaEvent_t end)
{
    float us = 0.0f;
    const cudaError_t status = cnrtNotifierDuration(start, end, &us);
    *ms = us / 1000.0f;
    return status;
}
inline cudaError_t cudaPeekAtLastError()
{
    kp_cnrt();
    const cnrtRet_t last = cnrtGetLastError();
    return last != cnrtSuccess ? kp_cnrt().seen = last : kp_cnrt().seen;
}
inline cudaError_t cudaGetLastError()
{
    const cudaError_t last = cudaPeekAtLastError();
    kp_cnrt().seen = cnrtSuccess;
    return last;
}
inline const char* cudaGetErrorString(cudaError_t status) { return cnrtGetErrorStr(status); }
inline const char* cudaGetErrorName(cudaError_t status) { return status == cudaSuccess ? "cudaSuccess" : cnrtGetErrorStr(status); }
#endif
#endif
