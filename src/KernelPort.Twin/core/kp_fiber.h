// A context that can stand still: own assembly for x86-64 and aarch64 (no system call a switch), ucontext elsewhere.
#pragma once
#include <stddef.h>
#include <stdint.h>

#if !defined(KP_UCONTEXT) && !defined(__x86_64__) && !defined(__aarch64__)
#define KP_UCONTEXT 1
#endif
#ifdef KP_UCONTEXT
#include <ucontext.h>
#endif

namespace kp {

struct fiber {
#ifdef KP_UCONTEXT
    ucontext_t context;
#else
    void* sp;
#endif
    char* stack; // lowest mapped address: the guard page
    fiber* next_free;
};

static const size_t stack_bytes = 640 * 1024; // CUDA gives a thread up to 512 KB of local memory
static const size_t stack_guard = 1024 * 1024;

void switch_fiber(fiber* from, fiber* to);

// Its stack is made once; the lowest pages of it fault, so that an overflow shows.
fiber* new_fiber(void (*entry)());

} // namespace kp
