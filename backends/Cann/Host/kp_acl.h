// CUDA's runtime in terms of acl (npu-dialects 2.13): for host code that was written for CUDA, and for the launch functions beside the kernels. Made by KernelPort.
#ifndef KP_ACL_H
#define KP_ACL_H
#include <acl/acl.h>
#include <set>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <initializer_list>
#include <map>
#include <vector>

// acl is begun at the first use of it and ended with the program; each call's status is looked at. What a program written for CUDA leaves behind goes before acl ends.
struct kp_acl_session {
    kp_acl_session()
    {
        check(aclInit(nullptr), "aclInit");
        check(aclrtSetDevice(0), "aclrtSetDevice");
        check(aclrtCreateStream(&default_stream), "aclrtCreateStream");
    }
    ~kp_acl_session()
    {
        aclrtSynchronizeDevice();
        release();
        aclrtDestroyStream(default_stream);
        aclrtResetDevice(device);
        aclFinalize();
    }
    static void check(aclError status, const char* call)
    {
        if (status == ACL_SUCCESS) return;
        const char* why = aclGetRecentErrMsg();
        fprintf(stderr, "%s: error %d: %s\n", call, int(status), why != nullptr ? why : "");
        exit(1);
    }
    void release()
    {
        for (void* p : memory) aclrtFree(p);
        for (void* p : host_memory) aclrtFreeHost(p);
        for (aclrtStream s : streams) aclrtDestroyStream(s);
        for (aclrtEvent e : events) aclrtDestroyEvent(e);
        memory.clear();
        host_memory.clear();
        streams.clear();
        events.clear();
    }
    // There is no stream that others wait for by themselves: null stands for this one.
    aclrtStream default_stream = nullptr;
    int32_t device = 0;
    aclError seen = ACL_SUCCESS;
    std::set<void*> memory, host_memory;
    std::set<aclrtStream> streams;
    std::set<aclrtEvent> events;
};
typedef aclrtStream kp_queue_t;

inline kp_acl_session& kp_acl()
{
    static kp_acl_session session;
    return session;
}

#define KP_ACL(call) kp_acl_session::check(call, #call)

struct kp_dim3 {
    uint32_t x, y, z;
    kp_dim3(uint32_t x = 1, uint32_t y = 1, uint32_t z = 1) : x(x), y(y), z(z) {}
};

// Vector cores to launch on: 910B3 and B4 have 40, B1 and B2 48 (npu-dialects 2.2). More are time-sliced.
#ifndef KP_VECTOR_CORES
#define KP_VECTOR_CORES 40
#endif

// Tiling: a core takes every KP_VECTOR_CORES-th block.
inline uint32_t kp_cores(kp_dim3 grid)
{
    const uint64_t blocks = uint64_t(grid.x) * grid.y * grid.z;
    return uint32_t(blocks < KP_VECTOR_CORES ? blocks : KP_VECTOR_CORES);
}

// CUDA's default stream waits for the others, and they for it; acl's streams wait for none.
inline aclrtStream kp_stream(aclrtStream stream)
{
    kp_acl_session& acl = kp_acl();
    if (stream != nullptr) {
        KP_ACL(aclrtSynchronizeStream(acl.default_stream));
        return stream;
    }
    if (!acl.streams.empty()) KP_ACL(aclrtSynchronizeDevice());
    return acl.default_stream;
}

// The vendor's compiler knows <<< >>>; where another compiles, KP_LAUNCH is given.
#ifndef KP_LAUNCH
#define KP_LAUNCH(kernel, cores, stream, ...) kernel<<<cores, nullptr, stream>>>(__VA_ARGS__)
#endif

// The 950's SIMT kernels are launched as CUDA's.
#ifndef KP_LAUNCH_SIMT
#define KP_LAUNCH_SIMT(kernel, grid, block, bytes, stream, ...) kernel<<<dim3(grid.x, grid.y, grid.z), dim3(block.x, block.y, block.z), bytes, stream>>>(__VA_ARGS__)
#endif

// A grid of the 950's has at most 65535 blocks (npu-dialects 3.3): its kernels take the further ones in turn.
inline uint32_t kp_blocks(kp_dim3 grid)
{
    const uint64_t rows = uint64_t(grid.y) * grid.z;
    if (rows != 0 && grid.x > (UINT32_MAX - 65535) / rows) {
        fprintf(stderr, "a grid of %u x %u x %u blocks: kernels count to 4294901760\n", grid.x, grid.y, grid.z);
        exit(1);
    }
    const uint64_t blocks = grid.x * rows;
    return uint32_t(blocks < 65535 ? blocks : 65535);
}

inline int kp_device()
{
    kp_acl();
    int32_t device = 0;
    KP_ACL(aclrtGetDevice(&device));
    return device;
}

inline void* kp_to_device(const void* from, size_t n)
{
    void* at = nullptr;
    KP_ACL(aclrtMalloc(&at, n, ACL_MEM_MALLOC_HUGE_FIRST));
    KP_ACL(aclrtMemcpy(at, n, from, n, ACL_MEMCPY_HOST_TO_DEVICE));
    return at;
}

inline void kp_free_on(int device, void* at)
{
    aclrtSetDevice(device);
    aclrtFree(at);
}

{arguments}
#ifndef KP_NO_CUDA_NAMES
{host}
typedef aclError cudaError_t;
typedef aclrtStream cudaStream_t;
typedef aclrtEvent cudaEvent_t;
typedef kp_dim3 dim3;
static const cudaError_t cudaSuccess = ACL_SUCCESS;
enum cudaMemcpyKind { cudaMemcpyHostToHost = ACL_MEMCPY_HOST_TO_HOST, cudaMemcpyHostToDevice = ACL_MEMCPY_HOST_TO_DEVICE, cudaMemcpyDeviceToHost = ACL_MEMCPY_DEVICE_TO_HOST, cudaMemcpyDeviceToDevice = ACL_MEMCPY_DEVICE_TO_DEVICE };
enum { cudaHostAllocDefault = 0, cudaHostAllocPortable = 1, cudaStreamDefault = 0, cudaStreamNonBlocking = 1, cudaEventDefault = 0, cudaEventBlockingSync = 1, cudaEventDisableTiming = 2 };

template <class T> inline cudaError_t cudaMalloc(T** p, size_t n)
{
    kp_acl();
    void* at = nullptr;
    const cudaError_t status = aclrtMalloc(&at, n, ACL_MEM_MALLOC_HUGE_FIRST);
    if (status == cudaSuccess) kp_acl().memory.insert(at);
    *p = static_cast<T*>(at);
    return status;
}
inline cudaError_t cudaFree(void* p)
{
    if (p == nullptr) return kp_acl(), cudaSuccess;
    // CUDA's waits for the work that uses it.
    const cudaError_t status = aclrtSynchronizeDevice();
    kp_acl().memory.erase(p);
    return status != cudaSuccess ? status : aclrtFree(p);
}
template <class T> inline cudaError_t cudaMallocAsync(T** p, size_t n, cudaStream_t) { return cudaMalloc(p, n); }
inline cudaError_t cudaFreeAsync(void* p, cudaStream_t) { return cudaFree(p); }
template <class T> inline cudaError_t cudaMallocPitch(T** p, size_t* pitch, size_t width, size_t height)
{
    *pitch = (width + 511) / 512 * 512;
    return cudaMalloc(p, *pitch * height);
}
template <class T> inline cudaError_t cudaMallocHost(T** p, size_t n, unsigned = cudaHostAllocDefault)
{
    kp_acl();
    void* at = nullptr;
    const cudaError_t status = aclrtMallocHost(&at, n);
    if (status == cudaSuccess) kp_acl().host_memory.insert(at);
    *p = static_cast<T*>(at);
    return status;
}
template <class T> inline cudaError_t cudaHostAlloc(T** p, size_t n, unsigned flags) { return cudaMallocHost(p, n, flags); }
inline cudaError_t cudaFreeHost(void* p)
{
    kp_acl().host_memory.erase(p);
    return p == nullptr ? cudaSuccess : aclrtFreeHost(p);
}
// CUDA's copy without a stream comes after all work before it.
inline cudaError_t cudaMemcpy(void* to, const void* from, size_t n, cudaMemcpyKind kind)
{
    kp_acl();
    const cudaError_t status = aclrtSynchronizeDevice();
    return status != cudaSuccess || n == 0 ? status : aclrtMemcpy(to, n, from, n, aclrtMemcpyKind(kind));
}
inline cudaError_t cudaMemcpyAsync(void* to, const void* from, size_t n, cudaMemcpyKind kind, cudaStream_t stream = nullptr) { return n == 0 ? cudaSuccess : aclrtMemcpyAsync(to, n, from, n, aclrtMemcpyKind(kind), kp_stream(stream)); }
inline cudaError_t cudaMemcpy2D(void* to, size_t to_pitch, const void* from, size_t from_pitch, size_t width, size_t height, cudaMemcpyKind kind)
{
    kp_acl();
    const cudaError_t status = aclrtSynchronizeDevice();
    return status != cudaSuccess ? status : aclrtMemcpy2d(to, to_pitch, from, from_pitch, width, height, aclrtMemcpyKind(kind));
}
inline cudaError_t cudaMemset(void* p, int value, size_t n)
{
    kp_acl();
    const cudaError_t status = aclrtSynchronizeDevice();
    return status != cudaSuccess || n == 0 ? status : aclrtMemset(p, n, value, n);
}
inline cudaError_t cudaMemsetAsync(void* p, int value, size_t n, cudaStream_t stream = nullptr) { return n == 0 ? cudaSuccess : aclrtMemsetAsync(p, n, value, n, kp_stream(stream)); }
inline cudaError_t cudaMemGetInfo(size_t* free, size_t* total)
{
    kp_acl();
    return aclrtGetMemInfo(ACL_HBM_MEM, free, total);
}
{symbols}
inline cudaError_t cudaSetDevice(int device)
{
    kp_acl().device = device;
    return aclrtSetDevice(device);
}
inline cudaError_t cudaGetDevice(int* device)
{
    kp_acl();
    return aclrtGetDevice(device);
}
inline cudaError_t cudaGetDeviceCount(int* count)
{
    kp_acl();
    uint32_t n = 0;
    const cudaError_t status = aclrtGetDeviceCount(&n);
    *count = int(n);
    return status;
}
// What acl can be asked for, and what is known of the machine (npu-dialects 2.2, 3.3); what is not is told as none, and members that stand for nothing here are left out.
struct cudaDeviceProp {
    char name[256];
    size_t totalGlobalMem, sharedMemPerBlock;
    int warpSize, maxThreadsPerBlock, maxThreadsDim[3], maxGridSize[3], multiProcessorCount, major, minor, computeMode, managedMemory, concurrentManagedAccess, canMapHostMemory, integrated, clockRate, memoryClockRate, memoryBusWidth;
};
inline cudaError_t cudaGetDeviceProperties(cudaDeviceProp* prop, int)
{
    size_t free = 0, total = 0;
    const cudaError_t status = cudaMemGetInfo(&free, &total);
    *prop = {"Ascend", total, 184 * 1024, 32, 1024, {1024, 1024, 64}, {65535, 65535, 65535}, KP_VECTOR_CORES, {level}};
    return status;
}
{attributes}
inline cudaError_t cudaDeviceSynchronize()
{
    kp_acl();
    return aclrtSynchronizeDevice();
}
inline cudaError_t cudaThreadSynchronize() { return cudaDeviceSynchronize(); }
inline cudaError_t cudaDeviceReset()
{
    const cudaError_t status = cudaDeviceSynchronize();
    kp_acl().release();
    return status;
}
inline cudaError_t cudaStreamCreate(cudaStream_t* stream)
{
    kp_acl();
    const cudaError_t status = aclrtCreateStream(stream);
    if (status == cudaSuccess) kp_acl().streams.insert(*stream);
    return status;
}
inline cudaError_t cudaStreamCreateWithFlags(cudaStream_t* stream, unsigned) { return cudaStreamCreate(stream); }
inline cudaError_t cudaStreamDestroy(cudaStream_t stream)
{
    kp_acl().streams.erase(stream);
    return aclrtDestroyStream(stream);
}
inline cudaError_t cudaStreamSynchronize(cudaStream_t stream) { return aclrtSynchronizeStream(kp_stream(stream)); }
inline cudaError_t cudaStreamWaitEvent(cudaStream_t stream, cudaEvent_t event, unsigned = 0) { return aclrtStreamWaitEvent(kp_stream(stream), event); }
inline cudaError_t cudaEventCreate(cudaEvent_t* event)
{
    kp_acl();
    const cudaError_t status = aclrtCreateEvent(event);
    if (status == cudaSuccess) kp_acl().events.insert(*event);
    return status;
}
inline cudaError_t cudaEventCreateWithFlags(cudaEvent_t* event, unsigned) { return cudaEventCreate(event); }
inline cudaError_t cudaEventDestroy(cudaEvent_t event)
{
    kp_acl().events.erase(event);
    return aclrtDestroyEvent(event);
}
inline cudaError_t cudaEventRecord(cudaEvent_t event, cudaStream_t stream = nullptr) { return aclrtRecordEvent(event, kp_stream(stream)); }
inline cudaError_t cudaEventSynchronize(cudaEvent_t event) { return aclrtSynchronizeEvent(event); }
inline cudaError_t cudaEventElapsedTime(float* ms, cudaEvent_t start, cudaEvent_t end) { return aclrtEventElapsedTime(ms, start, end); }
inline cudaError_t cudaPeekAtLastError()
{
    kp_acl();
    const aclError last = aclrtGetLastError(ACL_RT_THREAD_LEVEL);
    return last != ACL_SUCCESS ? kp_acl().seen = last : kp_acl().seen;
}
inline cudaError_t cudaGetLastError()
{
    const cudaError_t last = cudaPeekAtLastError();
    kp_acl().seen = ACL_SUCCESS;
    return last;
}
inline const char* cudaGetErrorString(cudaError_t status)
{
    const char* why = status == cudaSuccess ? "no error" : aclGetRecentErrMsg();
    return why != nullptr ? why : "unknown error";
}
inline const char* cudaGetErrorName(cudaError_t status) { return status == cudaSuccess ? "cudaSuccess" : "an error of acl"; }
#endif
#endif
