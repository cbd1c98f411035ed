// Ascend C on the vector cores of A2 and A3, the part our backend prints (npu-dialects 2): one core after another, in an order of chance; pipes take
// turns, but an access that nothing separates from a conflicting one of another pipe is a violation.
#pragma once
#define KP_VENDOR "cann:a2"
#define KP_A2
#define KP_WARP_WIDTH 32
#include "kp_launch.h"
#include <limits>
#include "kp_a2_memory.h"
#include "kp_a2_vector.h"
#include "kp_a2_math.h"

#define __global__
#define __aicore__
#define __gm__
#define __ubuf__

// npu-dialects 2.3: says that a kernel runs on vector cores alone.
#define KERNEL_TYPE_AIV_ONLY 0
#define KERNEL_TASK_TYPE_DEFAULT(kind) static_assert(kind == KERNEL_TYPE_AIV_ONLY, "kernel type")

// npu-dialects 2.14: on in a debug build; here always.
#define ascendc_assert(condition, ...) ((condition) ? (void)0 : kp::fail(20, __VA_ARGS__))

// A launch: seven cores, or fewer where blocks are few, so that a core has several; the grid, the block and the bytes of dynamic shared memory are the last arguments (npu-dialects 2.3).
template <class... P, class... A> inline void kp_run(void (*kernel)(P...), const A&... a) {
    static_assert(sizeof...(P) == sizeof...(A), "number of kernel arguments");
    kernel(kp_a2::to_parameter<P>(a)...);
}

template <class K, class... A> inline void kp_launch(const kp::config& c, K kernel, A&&... a) {
    kp::install_handlers();
    const unsigned blocks = c.grid.x * c.grid.y * c.grid.z, cores = blocks < 14 ? (blocks + 1) / 2 : 7;
    for (unsigned core : kp_a2::shuffled(cores)) {
        kp_a2::begin_core(core, cores);
        kp_run(kernel, a..., uint32_t(c.grid.x), uint32_t(c.grid.y), uint32_t(c.grid.z), uint32_t(c.block.x), uint32_t(c.block.y), uint32_t(c.block.z), uint32_t(c.shared));
        kp_a2::end_core();
    }
    kp_a2::print_counts();
    kp::check_all_canaries();
}
