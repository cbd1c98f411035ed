// The pipeline's primitives (CUDA C++ Programming Guide, "Pipeline Primitives Interface"), each thread's its own; copies are made when they are waited for.
#pragma once
#include "cuda_runtime.h"
#include <map>
#include <mutex>
#include <vector>
namespace kp {
struct async_copy {
    void* to;
    const void* from;
    size_t bytes, zeros, stage;
};
struct async_copies {
    std::vector<async_copy> pending;
    size_t filling = 0;
};
// By where a thread's state lies: no two that are under way at once share it.
inline async_copies& copies_of_thread() {
    static std::mutex guard;
    static std::map<const void*, async_copies> all;
    std::lock_guard<std::mutex> hold(guard);
    return all[g.self];
}
} // namespace kp
inline void __pipeline_memcpy_async(void* to, const void* from, size_t bytes, size_t zeros = 0) {
    kp::async_copies& mine = kp::copies_of_thread();
    mine.pending.push_back(kp::async_copy{to, from, bytes, zeros, mine.filling});
}
inline void __pipeline_commit() { kp::copies_of_thread().filling++; }
inline void __pipeline_wait_prior(size_t newest) {
    kp::async_copies& mine = kp::copies_of_thread();
    size_t before = mine.filling > newest ? mine.filling - newest : 0, kept = 0;
    for (const kp::async_copy& c : mine.pending) {
        if (c.stage >= before) { mine.pending[kept++] = c; continue; }
        memcpy(c.to, c.from, c.bytes - c.zeros);
        memset(static_cast<char*>(c.to) + c.bytes - c.zeros, 0, c.zeros);
    }
    mine.pending.resize(kept);
}
