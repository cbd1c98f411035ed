// What twins of machines that take LLVM text share: places, turns and shared memory. Functions of a machine's own come by their names in the
// text, with the line in which the kernel asked for them in front.
#pragma once
#include "kp_words_sync.h"
#include "kp_qualifiers.h"
#include <stdio.h>

// A function of the twin under its name in the text. Weak: the runtime's object has this header too.
#define KP_LLVM(result, function, name, ...) \
    __attribute__((weak)) result function(__VA_ARGS__) __asm__(name); \
    result function(__VA_ARGS__)

namespace kp::llvm {
inline site at_line(int line) { return site{"the text", line}; }
} // namespace kp::llvm

extern "C" {
// Where a thread may wait for what another one does.
__attribute__((weak)) void kp_turn() {
    kp::pause_after(4096);
    kp::wait_for_earlier_blocks();
}
__attribute__((weak)) void* kp_dynamic_shared_memory() { return kp::dynamic_base(); }
KP_LLVM(void, kp_llvm_trap, "kp.trap", int) { kp::fail(21, "trap"); }
}

using namespace kp::vec;
using namespace kp::vec_double;
