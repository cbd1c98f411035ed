// BANG C on mtp_592, the part that our backend prints and what hand-written kernels use beside it (npu-dialects 5): one task after another, in an order of
// chance; NRAM is poisoned for each; copies that are not waited for are done as late as they may be.
#pragma once
#define KP_VENDOR "bang"
#define KP_WARP_WIDTH 32
#include "kp_launch.h"
#include <limits>
#include "kp_bang_memory.h"
#include "kp_bang_copies.h"
#include "kp_bang_vector.h"
#include "kp_bang_math.h"

#define __mlu_global__
#define __mlu_entry__
#define __mlu_func__ inline
#define __mlu_device__ inline
#define __mlu_host__

#define __BANG_ARCH__ 592
// In KB; the compiler keeps 128 of it (npu-dialects 5, sizes).
#define __MLU_NRAM_SIZE__ 448
#define __MLU_WRAM_SIZE__ 512
#define __MLU_SRAM_SIZE__ 2048

// A build for debugging; here always.
#define KP_ASSERT(condition, message) ((condition) ? (void)0 : kp::fail(20, "%s", message))

// Kernels run on cores that compute (ipu); a cluster's other one (mpu) moves memory.
inline bool __is_mpu() { return false; }
inline bool __is_ipu() { return true; }

// A launch: seven tasks, or fewer where blocks are few, so that a task has several; the grid, the block and the bytes of dynamic shared memory are the last arguments.
template <class... P, class... A> inline void kp_run(void (*kernel)(P...), const A&... a) {
    static_assert(sizeof...(P) == sizeof...(A), "number of kernel arguments");
    kernel(kp_bang::to_parameter<P>(a)...);
}

template <class K, class... A> inline void kp_launch(const kp::config& c, K kernel, A&&... a) {
    kp::install_handlers();
    const unsigned blocks = c.grid.x * c.grid.y * c.grid.z, tasks = blocks < 14 ? (blocks + 1) / 2 : 7;
    for (unsigned task : kp_bang::shuffled(tasks)) {
        kp_bang::begin_task(task, tasks);
        kp_run(kernel, a..., uint32_t(c.grid.x), uint32_t(c.grid.y), uint32_t(c.grid.z), uint32_t(c.block.x), uint32_t(c.block.y), uint32_t(c.block.z), uint32_t(c.shared));
        kp_bang::end_task();
    }
    kp_bang::print_counts();
    kp::check_all_canaries();
}
