// acl's runtime on this CPU, the part that our host side uses (npu-dialects 2.13): memory is the host's, streams do their work at once; calls out of order,
// copies that leave their block and what is left behind are violations.
#pragma once
#include <chrono>
#include <map>
#include <set>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include "kp_launch.h"

typedef int aclError;
typedef void* aclrtStream;
typedef void* aclrtEvent;
static const aclError ACL_SUCCESS = 0;
static const aclError ACL_ERROR_INVALID_PARAM = 100000;
enum aclrtMemMallocPolicy { ACL_MEM_MALLOC_HUGE_FIRST, ACL_MEM_MALLOC_HUGE_ONLY, ACL_MEM_MALLOC_NORMAL_ONLY };
enum aclrtMemcpyKind { ACL_MEMCPY_HOST_TO_HOST, ACL_MEMCPY_HOST_TO_DEVICE, ACL_MEMCPY_DEVICE_TO_HOST, ACL_MEMCPY_DEVICE_TO_DEVICE };
enum aclrtLastErrLevel { ACL_RT_THREAD_LEVEL };

namespace kp_acl_twin {

inline bool begun, device_set;
inline std::map<uintptr_t, size_t> device_blocks, host_blocks;
inline std::set<void*> streams;
inline std::map<void*, std::chrono::steady_clock::time_point> events;
inline aclError last;

inline void need_begun(const char* call) {
    if (!begun) kp::fail(72, "%s before aclInit", call);
    if (!device_set) kp::fail(72, "%s before aclrtSetDevice", call);
}

inline void need_stream(aclrtStream s, const char* call) {
    need_begun(call);
    if (!streams.count(s)) kp::fail(73, "%s with a stream that does not exist", call);
}

inline void need_block(const void* p, size_t n, const char* call) {
    auto after = device_blocks.upper_bound(reinterpret_cast<uintptr_t>(p));
    const uintptr_t at = reinterpret_cast<uintptr_t>(p);
    if (after == device_blocks.begin() || at + n > std::prev(after)->first + std::prev(after)->second) kp::fail(74, "%s leaves the memory that aclrtMalloc gave", call);
}

inline void copy(void* to, size_t room, const void* from, size_t n, aclrtMemcpyKind kind, const char* call) {
    if (n > room) kp::fail(74, "%s of %zu bytes into %zu", call, n, room);
    if (kind == ACL_MEMCPY_HOST_TO_DEVICE || kind == ACL_MEMCPY_DEVICE_TO_DEVICE) need_block(to, n, call);
    if (kind == ACL_MEMCPY_DEVICE_TO_HOST || kind == ACL_MEMCPY_DEVICE_TO_DEVICE) need_block(from, n, call);
    memcpy(to, from, n);
}

} // namespace kp_acl_twin

inline aclError aclInit(const char*) {
    if (kp_acl_twin::begun) kp::fail(72, "aclInit twice");
    kp_acl_twin::begun = true;
    return ACL_SUCCESS;
}
inline aclError aclFinalize() {
    using namespace kp_acl_twin;
    if (!begun) kp::fail(72, "aclFinalize before aclInit");
    if (!device_blocks.empty() || !host_blocks.empty()) kp::fail(75, "memory was not freed before aclFinalize");
    if (!streams.empty() || !events.empty()) kp::fail(75, "streams or events were not destroyed before aclFinalize");
    begun = false;
    return ACL_SUCCESS;
}
inline const char* aclGetRecentErrMsg() { return kp_acl_twin::last == ACL_SUCCESS ? nullptr : "an argument is wrong"; }
inline aclError aclrtGetLastError(aclrtLastErrLevel) {
    const aclError e = kp_acl_twin::last;
    kp_acl_twin::last = ACL_SUCCESS;
    return e;
}
inline aclError aclrtSetDevice(int32_t device) {
    if (!kp_acl_twin::begun) kp::fail(72, "aclrtSetDevice before aclInit");
    if (device != 0) return kp_acl_twin::last = ACL_ERROR_INVALID_PARAM;
    kp_acl_twin::device_set = true;
    return ACL_SUCCESS;
}
inline aclError aclrtResetDevice(int32_t) {
    kp_acl_twin::need_begun("aclrtResetDevice");
    return ACL_SUCCESS;
}
inline aclError aclrtGetDevice(int32_t* device) {
    kp_acl_twin::need_begun("aclrtGetDevice");
    *device = 0;
    return ACL_SUCCESS;
}
inline aclError aclrtGetDeviceCount(uint32_t* n) {
    *n = 1;
    return ACL_SUCCESS;
}
inline aclError aclrtSynchronizeDevice() {
    kp_acl_twin::need_begun("aclrtSynchronizeDevice");
    return ACL_SUCCESS;
}
inline aclError aclrtCreateStream(aclrtStream* s) {
    kp_acl_twin::need_begun("aclrtCreateStream");
    *s = malloc(1);
    kp_acl_twin::streams.insert(*s);
    return ACL_SUCCESS;
}
inline aclError aclrtDestroyStream(aclrtStream s) {
    kp_acl_twin::need_stream(s, "aclrtDestroyStream");
    kp_acl_twin::streams.erase(s);
    free(s);
    return ACL_SUCCESS;
}
inline aclError aclrtSynchronizeStream(aclrtStream s) {
    kp_acl_twin::need_stream(s, "aclrtSynchronizeStream");
    return ACL_SUCCESS;
}
inline aclError aclrtMalloc(void** p, size_t n, aclrtMemMallocPolicy) {
    kp_acl_twin::need_begun("aclrtMalloc");
    if (n == 0) return kp_acl_twin::last = ACL_ERROR_INVALID_PARAM;
    *p = aligned_alloc(512, (n + 511) / 512 * 512);
    memset(*p, 0xFB, n);
    kp_acl_twin::device_blocks[reinterpret_cast<uintptr_t>(*p)] = n;
    return ACL_SUCCESS;
}
inline aclError aclrtFree(void* p) {
    kp_acl_twin::need_begun("aclrtFree");
    if (!kp_acl_twin::device_blocks.erase(reinterpret_cast<uintptr_t>(p))) kp::fail(74, "aclrtFree of what aclrtMalloc did not give");
    free(p);
    return ACL_SUCCESS;
}
inline aclError aclrtMallocHost(void** p, size_t n) {
    kp_acl_twin::need_begun("aclrtMallocHost");
    *p = malloc(n);
    kp_acl_twin::host_blocks[reinterpret_cast<uintptr_t>(*p)] = n;
    return ACL_SUCCESS;
}
inline aclError aclrtFreeHost(void* p) {
    if (!kp_acl_twin::host_blocks.erase(reinterpret_cast<uintptr_t>(p))) kp::fail(74, "aclrtFreeHost of what aclrtMallocHost did not give");
    free(p);
    return ACL_SUCCESS;
}
inline aclError aclrtMemcpy(void* to, size_t room, const void* from, size_t n, aclrtMemcpyKind kind) {
    kp_acl_twin::need_begun("aclrtMemcpy");
    kp_acl_twin::copy(to, room, from, n, kind, "aclrtMemcpy");
    return ACL_SUCCESS;
}
inline aclError aclrtMemcpyAsync(void* to, size_t room, const void* from, size_t n, aclrtMemcpyKind kind, aclrtStream s) {
    kp_acl_twin::need_stream(s, "aclrtMemcpyAsync");
    kp_acl_twin::copy(to, room, from, n, kind, "aclrtMemcpyAsync");
    return ACL_SUCCESS;
}
inline aclError aclrtMemcpy2d(void* to, size_t to_pitch, const void* from, size_t from_pitch, size_t width, size_t height, aclrtMemcpyKind kind) {
    kp_acl_twin::need_begun("aclrtMemcpy2d");
    if (width > to_pitch || width > from_pitch) kp::fail(74, "aclrtMemcpy2d of rows of %zu bytes, %zu and %zu apart", width, to_pitch, from_pitch);
    for (size_t row = 0; row < height; ++row) kp_acl_twin::copy(static_cast<char*>(to) + row * to_pitch, width, static_cast<const char*>(from) + row * from_pitch, width, kind, "aclrtMemcpy2d");
    return ACL_SUCCESS;
}
enum aclrtMemAttr { ACL_HBM_MEM = 1 };
inline aclError aclrtGetMemInfo(aclrtMemAttr, size_t* free, size_t* total) {
    kp_acl_twin::need_begun("aclrtGetMemInfo");
    *total = size_t(64) << 30;
    *free = *total;
    for (const auto& block : kp_acl_twin::device_blocks) *free -= block.second;
    return ACL_SUCCESS;
}
inline aclError aclrtMemset(void* p, size_t room, int32_t value, size_t n) {
    kp_acl_twin::need_begun("aclrtMemset");
    if (n > room) kp::fail(74, "aclrtMemset of %zu bytes into %zu", n, room);
    kp_acl_twin::need_block(p, n, "aclrtMemset");
    memset(p, value, n);
    return ACL_SUCCESS;
}
inline aclError aclrtMemsetAsync(void* p, size_t room, int32_t value, size_t n, aclrtStream s) {
    kp_acl_twin::need_stream(s, "aclrtMemsetAsync");
    return aclrtMemset(p, room, value, n);
}
inline aclError aclrtCreateEvent(aclrtEvent* e) {
    kp_acl_twin::need_begun("aclrtCreateEvent");
    *e = malloc(1);
    kp_acl_twin::events[*e] = {};
    return ACL_SUCCESS;
}
inline void kp_need_event(aclrtEvent e, const char* call) {
    if (!kp_acl_twin::events.count(e)) kp::fail(73, "%s with an event that does not exist", call);
}
inline aclError aclrtDestroyEvent(aclrtEvent e) {
    kp_need_event(e, "aclrtDestroyEvent");
    kp_acl_twin::events.erase(e);
    free(e);
    return ACL_SUCCESS;
}
inline aclError aclrtRecordEvent(aclrtEvent e, aclrtStream s) {
    kp_need_event(e, "aclrtRecordEvent");
    kp_acl_twin::need_stream(s, "aclrtRecordEvent");
    kp_acl_twin::events[e] = std::chrono::steady_clock::now();
    return ACL_SUCCESS;
}
inline aclError aclrtSynchronizeEvent(aclrtEvent e) {
    kp_need_event(e, "aclrtSynchronizeEvent");
    return ACL_SUCCESS;
}
inline aclError aclrtStreamWaitEvent(aclrtStream s, aclrtEvent e) {
    kp_acl_twin::need_stream(s, "aclrtStreamWaitEvent");
    kp_need_event(e, "aclrtStreamWaitEvent");
    return ACL_SUCCESS;
}
inline aclError aclrtEventElapsedTime(float* ms, aclrtEvent start, aclrtEvent end) {
    kp_need_event(start, "aclrtEventElapsedTime");
    kp_need_event(end, "aclrtEventElapsedTime");
    *ms = std::chrono::duration<float, std::milli>(kp_acl_twin::events[end] - kp_acl_twin::events[start]).count();
    return ACL_SUCCESS;
}

// g++ knows no <<< >>>. The 950's blocks of threads:
#define KP_LAUNCH_SIMT(kernel, grid, block, bytes, stream, ...) kp_acl_launch_simt(kp::config{kp::vec::dim3(grid.x, grid.y, grid.z), kp::vec::dim3(block.x, block.y, block.z), bytes, 0, false, false}, stream, kernel, __VA_ARGS__)

template <class... P, class... A> inline void kp_acl_launch_simt(const kp::config& c, aclrtStream s, void (*kernel)(P...), A... a) {
    kp_acl_twin::need_stream(s, "a launch");
    kp::launch(c, kernel, a...);
}

#ifdef KP_A2
// A2's cores, one after the other, in an order of chance.
#define KP_LAUNCH(kernel, cores, stream, ...) kp_acl_launch(cores, stream, kernel, __VA_ARGS__)

template <class... P, class... A> inline void kp_acl_launch(uint32_t cores, aclrtStream s, void (*kernel)(P...), A... a) {
    kp_acl_twin::need_stream(s, "a launch");
    static_assert(sizeof...(P) == sizeof...(A), "number of kernel arguments");
    for (unsigned core : kp_a2::shuffled(cores)) {
        kp_a2::begin_core(core, cores);
        kernel(static_cast<P>(a)...);
        kp_a2::end_core();
    }
}
#endif
