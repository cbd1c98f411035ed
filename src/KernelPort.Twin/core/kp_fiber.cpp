// Contexts: how one is made and how the turn goes from one to another.
#include "kp_fiber.h"
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>

namespace kp {

// So many stacks get a guard; the system limits how many ranges a process may have, and a grid that meets needs them all at once.
static const int guarded_stacks = 6000;
static int stacks_made;

// Stacks that all end at the same place of a page would share a few lines of the cache.
static size_t stack_shift() { return static_cast<size_t>(__atomic_load_n(&stacks_made, __ATOMIC_RELAXED)) * 448 % 16384; }

#ifdef KP_UCONTEXT

void switch_fiber(fiber* from, fiber* to) { swapcontext(&from->context, &to->context); }

static void prepare_fiber(fiber* f, void (*entry)()) {
    getcontext(&f->context);
    f->context.uc_stack.ss_sp = f->stack + stack_guard;
    f->context.uc_stack.ss_size = stack_bytes;
    f->context.uc_link = nullptr;
    makecontext(&f->context, entry, 0);
}

#elif defined(__x86_64__)

// Saves what the System V ABI asks a callee to keep, and nothing else.
__attribute__((naked, noinline)) void kp_switch_stack(void** save, void* load) {
    asm volatile(
        "pushq %rbp\n pushq %rbx\n pushq %r12\n pushq %r13\n pushq %r14\n pushq %r15\n"
        "movq %rsp, (%rdi)\n"
        "movq %rsi, %rsp\n"
        "popq %r15\n popq %r14\n popq %r13\n popq %r12\n popq %rbx\n popq %rbp\n"
        "ret\n");
}

void switch_fiber(fiber* from, fiber* to) { kp_switch_stack(&from->sp, to->sp); }

static void prepare_fiber(fiber* f, void (*entry)()) {
    uintptr_t top = reinterpret_cast<uintptr_t>(f->stack + stack_guard + stack_bytes - stack_shift()) & ~static_cast<uintptr_t>(15);
    void** sp = reinterpret_cast<void**>(top);
    *--sp = nullptr;                          // where a return address would stand: keeps the stack 16-aligned at entry
    *--sp = reinterpret_cast<void*>(entry);   // popped by ret
    for (int i = 0; i < 6; i++) *--sp = nullptr;
    f->sp = sp;
}

#else // aarch64

// Everything a callee keeps is named as clobbered, so the compiler saves it round this place; x29 is saved by hand.
__attribute__((noinline)) void kp_switch_stack(void** save, void* load) {
    register void** a __asm__("x0") = save;
    register void* b __asm__("x1") = load;
    asm volatile(
        "sub sp, sp, #16\n"
        "adr x9, 1f\n"
        "stp x29, x9, [sp]\n"
        "mov x9, sp\n"
        "str x9, [x0]\n"
        "mov sp, x1\n"
        "ldp x29, x9, [sp]\n"
        "add sp, sp, #16\n"
        "br x9\n"
        "1:\n"
        : "+r"(a), "+r"(b)
        :
        : "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12", "x13", "x14", "x15", "x16", "x17",
          "x19", "x20", "x21", "x22", "x23", "x24", "x25", "x26", "x27", "x28", "x30", "v0", "v1", "v2", "v3", "v4",
          "v5", "v6", "v7", "v8", "v9", "v10", "v11", "v12", "v13", "v14", "v15", "v16", "v17", "v18", "v19", "v20",
          "v21", "v22", "v23", "v24", "v25", "v26", "v27", "v28", "v29", "v30", "v31", "memory", "cc");
}

void switch_fiber(fiber* from, fiber* to) { kp_switch_stack(&from->sp, to->sp); }

static void prepare_fiber(fiber* f, void (*entry)()) {
    uintptr_t top = reinterpret_cast<uintptr_t>(f->stack + stack_guard + stack_bytes - stack_shift()) & ~static_cast<uintptr_t>(15);
    void** sp = reinterpret_cast<void**>(top);
    *--sp = reinterpret_cast<void*>(entry);
    *--sp = nullptr;
    f->sp = sp;
}

#endif

fiber* new_fiber(void (*entry)()) {
    fiber* f = static_cast<fiber*>(calloc(1, sizeof(fiber)));
    void* map = mmap(nullptr, stack_guard + stack_bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED) {
        fprintf(stderr, "kp-twin: error TW090: no memory for a thread's stack\n");
        exit(86);
    }
    if (__atomic_fetch_add(&stacks_made, 1, __ATOMIC_RELAXED) < guarded_stacks) mprotect(map, stack_guard, PROT_NONE);
    f->stack = static_cast<char*>(map);
    prepare_fiber(f, entry);
    return f;
}

} // namespace kp
