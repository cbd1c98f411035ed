// cnrt's runtime on this CPU, the part that our host side uses (npu-dialects 5, host): memory is the host's, queues do their work at once; calls before a device
// is taken, copies that leave their block and what is left behind are violations.
#pragma once
#include <chrono>
#include <map>
#include <set>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef KP_HOST_UNIT // no word of the kernels' language is known where the host's compiler is at work
#include "kp_launch.h"
#else
#include "bang.h"
#endif

typedef int cnrtRet_t;
typedef void* cnrtQueue_t;
typedef void* cnrtNotifier_t;
static const cnrtRet_t cnrtSuccess = 0;
static const cnrtRet_t cnrtErrorArgsInvalid = 100001;
enum cnrtMemTransDir_t { cnrtMemcpyHostToDev, cnrtMemcpyDevToDev, cnrtMemcpyDevToHost };
enum cnrtFunctionType_t { cnrtFuncTypeBlock = 1, cnrtFuncTypeUnion1 = 4 };
struct cnrtDim3_t { unsigned x, y, z; };

namespace kp_cnrt_twin {

inline bool device_set;
inline std::map<uintptr_t, size_t> device_blocks, host_blocks;
inline std::set<void*> queues;
inline std::map<void*, std::chrono::steady_clock::time_point> notifiers;
inline cnrtRet_t last;

// What a program leaves behind is looked at when the last of its queues goes, which is the end of our session.
inline void need_device(const char* call) {
    if (!device_set) kp::fail(72, "%s before cnrtSetDevice", call);
}
inline void need_queue(cnrtQueue_t q, const char* call) {
    need_device(call);
    if (!queues.count(q)) kp::fail(73, "%s with a queue that does not exist", call);
}
inline void need_block(const void* p, size_t n, const char* call) {
    auto after = device_blocks.upper_bound(reinterpret_cast<uintptr_t>(p));
    const uintptr_t at = reinterpret_cast<uintptr_t>(p);
    if (after == device_blocks.begin() || at + n > std::prev(after)->first + std::prev(after)->second) kp::fail(74, "%s leaves the memory that cnrtMalloc gave", call);
}
inline cnrtRet_t copy(void* to, const void* from, size_t n, cnrtMemTransDir_t dir, const char* call) {
    need_device(call);
    if (dir != cnrtMemcpyDevToHost) need_block(to, n, call);
    if (dir != cnrtMemcpyHostToDev) need_block(from, n, call);
    memcpy(to, from, n);
    return cnrtSuccess;
}

} // namespace kp_cnrt_twin

inline const char* cnrtGetErrorStr(cnrtRet_t e) { return e == cnrtSuccess ? "no error" : "an argument is wrong"; }
inline cnrtRet_t cnrtGetLastError() {
    const cnrtRet_t e = kp_cnrt_twin::last;
    kp_cnrt_twin::last = cnrtSuccess;
    return e;
}
inline cnrtRet_t cnrtSetDevice(int device) {
    if (device != 0) return kp_cnrt_twin::last = cnrtErrorArgsInvalid;
    kp_cnrt_twin::device_set = true;
    return cnrtSuccess;
}
inline cnrtRet_t cnrtGetDevice(int* device) {
    *device = 0;
    return cnrtSuccess;
}
inline cnrtRet_t cnrtGetDeviceCount(unsigned* n) {
    *n = 1;
    return cnrtSuccess;
}
inline cnrtRet_t cnrtSyncDevice() {
    kp_cnrt_twin::need_device("cnrtSyncDevice");
    return cnrtSuccess;
}
inline cnrtRet_t cnrtQueueCreate(cnrtQueue_t* q) {
    kp_cnrt_twin::need_device("cnrtQueueCreate");
    *q = malloc(1);
    kp_cnrt_twin::queues.insert(*q);
    return cnrtSuccess;
}
inline cnrtRet_t cnrtQueueDestroy(cnrtQueue_t q) {
    using namespace kp_cnrt_twin;
    need_queue(q, "cnrtQueueDestroy");
    queues.erase(q);
    free(q);
    if (queues.empty() && !device_blocks.empty()) kp::fail(75, "memory was not freed before the last queue went");
    if (queues.empty() && (!host_blocks.empty() || !notifiers.empty())) kp::fail(75, "host memory or notifiers were not given back before the last queue went");
    return cnrtSuccess;
}
inline cnrtRet_t cnrtQueueSync(cnrtQueue_t q) {
    kp_cnrt_twin::need_queue(q, "cnrtQueueSync");
    return cnrtSuccess;
}
inline cnrtRet_t cnrtMalloc(void** p, size_t n) {
    kp_cnrt_twin::need_device("cnrtMalloc");
    if (n == 0) return kp_cnrt_twin::last = cnrtErrorArgsInvalid;
    *p = aligned_alloc(512, (n + 511) / 512 * 512);
    memset(*p, 0xFB, n);
    kp_cnrt_twin::device_blocks[reinterpret_cast<uintptr_t>(*p)] = n;
    return cnrtSuccess;
}
inline cnrtRet_t cnrtFree(void* p) {
    if (!kp_cnrt_twin::device_blocks.erase(reinterpret_cast<uintptr_t>(p))) kp::fail(74, "cnrtFree of what cnrtMalloc did not give");
    free(p);
    return cnrtSuccess;
}
inline cnrtRet_t cnrtHostMalloc(void** p, size_t n) {
    kp_cnrt_twin::need_device("cnrtHostMalloc");
    *p = malloc(n);
    kp_cnrt_twin::host_blocks[reinterpret_cast<uintptr_t>(*p)] = n;
    return cnrtSuccess;
}
inline cnrtRet_t cnrtFreeHost(void* p) {
    if (!kp_cnrt_twin::host_blocks.erase(reinterpret_cast<uintptr_t>(p))) kp::fail(74, "cnrtFreeHost of what cnrtHostMalloc did not give");
    free(p);
    return cnrtSuccess;
}
inline cnrtRet_t cnrtMemcpy(void* to, void* from, size_t n, cnrtMemTransDir_t dir) { return kp_cnrt_twin::copy(to, from, n, dir, "cnrtMemcpy"); }
inline cnrtRet_t cnrtMemcpyAsync(void* to, void* from, size_t n, cnrtQueue_t q, cnrtMemTransDir_t dir) {
    kp_cnrt_twin::need_queue(q, "cnrtMemcpyAsync");
    return kp_cnrt_twin::copy(to, from, n, dir, "cnrtMemcpyAsync");
}
inline cnrtRet_t cnrtMemset(void* p, int value, size_t n) {
    kp_cnrt_twin::need_block(p, n, "cnrtMemset");
    memset(p, value, n);
    return cnrtSuccess;
}
inline cnrtRet_t cnrtNotifierCreate(cnrtNotifier_t* e) {
    kp_cnrt_twin::need_device("cnrtNotifierCreate");
    *e = malloc(1);
    kp_cnrt_twin::notifiers[*e] = {};
    return cnrtSuccess;
}
inline cnrtRet_t cnrtNotifierDestroy(cnrtNotifier_t e) {
    if (!kp_cnrt_twin::notifiers.erase(e)) kp::fail(73, "cnrtNotifierDestroy of one that does not exist");
    free(e);
    return cnrtSuccess;
}
inline cnrtRet_t cnrtPlaceNotifier(cnrtNotifier_t e, cnrtQueue_t q) {
    kp_cnrt_twin::need_queue(q, "cnrtPlaceNotifier");
    if (!kp_cnrt_twin::notifiers.count(e)) kp::fail(73, "cnrtPlaceNotifier of one that does not exist");
    kp_cnrt_twin::notifiers[e] = std::chrono::steady_clock::now();
    return cnrtSuccess;
}
inline cnrtRet_t cnrtNotifierDuration(cnrtNotifier_t a, cnrtNotifier_t b, float* us) {
    *us = std::chrono::duration<float, std::micro>(kp_cnrt_twin::notifiers[b] - kp_cnrt_twin::notifiers[a]).count();
    return cnrtSuccess;
}

#ifndef KP_HOST_UNIT
// What our launch functions say where the vendor's compiler says <<< >>>.
#define KP_LAUNCH(kernel, cores, queue, ...) (kp_cnrt_twin::need_queue(queue, "a launch"), kp_cnrt_twin::launch(cores, kernel, __VA_ARGS__))
namespace kp_cnrt_twin {
template <class... P, class... A> inline void launch(unsigned cores, void (*kernel)(P...), const A&... a) {
    for (unsigned task : kp_bang::shuffled(cores)) {
        kp_bang::begin_task(task, cores);
        kernel(static_cast<P>(a)...);
        kp_bang::end_task();
    }
}
} // namespace kp_cnrt_twin
#endif
