// Device memory: each allocation ends at a page that faults, lies behind one that faults, and starts out poisoned.
#pragma once
#include "kp_shared.h"
#include <signal.h>

namespace kp {

struct allocation {
    char* map;
    size_t map_bytes;
    char* data;
    size_t bytes;
    const char* name;
    bool live, read_only, host;
    allocation* next;
};

inline allocation* allocations;
static const size_t page = 4096;
static const size_t guard = 65536;

inline void* allocate(size_t bytes, const char* name, size_t align) {
    size_t body = ((bytes ? bytes : 1) + align - 1) / align * align;
    size_t pages = (body + page - 1) / page * page;
    size_t total = guard + pages + guard;
    void* map = mmap(nullptr, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED) return nullptr;
    allocation* a = static_cast<allocation*>(calloc(1, sizeof(allocation)));
    a->map = static_cast<char*>(map);
    a->map_bytes = total;
    a->data = a->map + guard + pages - body;
    a->bytes = bytes;
    a->name = name ? name : "device memory";
    a->live = true;
    a->next = allocations;
    allocations = a;
    memset(a->map + guard, KP_CANARY_BYTE, pages);
    memset(a->data, KP_POISON_BYTE, bytes);
    mprotect(a->map, guard, PROT_NONE);
    mprotect(a->map + guard + pages, guard, PROT_NONE);
    return a->data;
}

inline allocation* find_allocation(const void* p) {
    for (allocation* a = allocations; a; a = a->next) {
        const char* c = static_cast<const char*>(p);
        if (c >= a->map && c < a->map + a->map_bytes) return a;
    }
    return nullptr;
}

inline void check_canaries(allocation* a) {
    if (!a->live) return;
    const unsigned char* begin = reinterpret_cast<const unsigned char*>(a->map + guard);
    const unsigned char* end = reinterpret_cast<const unsigned char*>(a->map + a->map_bytes - guard);
    const unsigned char* data = reinterpret_cast<const unsigned char*>(a->data);
    for (const unsigned char* p = begin; p < data; p++) {
        if (*p != KP_CANARY_BYTE) fail(2, "write %td bytes before the start of %s", data - p, a->name);
    }
    for (const unsigned char* p = data + a->bytes; p < end; p++) {
        if (*p != KP_CANARY_BYTE) fail(2, "write %td bytes past the end of %s (%zu bytes)", p - (data + a->bytes), a->name, a->bytes);
    }
}

inline void check_all_canaries() {
    g.self = nullptr;
    for (allocation* a = allocations; a; a = a->next) check_canaries(a);
}

// A freed range stays mapped without rights, so that a later use faults.
inline bool release(void* p) {
    for (allocation* a = allocations; a; a = a->next) {
        if (a->live && a->data == p) {
            check_canaries(a);
            a->live = false;
            mprotect(a->map, a->map_bytes, PROT_NONE);
            return true;
        }
    }
    return false;
}

inline void on_fault(int signal, siginfo_t* info, void*) {
    if (signal == SIGFPE) fail(22, "integer division by zero, or of the smallest number by -1");
    if (signal == SIGILL || signal == SIGTRAP || signal == SIGABRT) fail(21, "trap");
    const char* p = static_cast<const char*>(info->si_addr);
    allocation* a = find_allocation(p);
    if (a && !a->live) fail(1, "access to freed memory");
    if (a && a->read_only && p >= a->data && p < a->data + a->bytes) fail(5, "write to memory kernels may only read");
    if (a && p < a->data) fail(1, "out-of-bounds access %td bytes before the start of %s", a->data - p, a->name);
    if (a) fail(1, "out-of-bounds access %td bytes past the end of %s (%zu bytes)", p - (a->data + a->bytes), a->name, a->bytes);
    if (g.in_kernel && g.self && g.self->context && p >= g.self->context->stack && p < g.self->context->stack + stack_guard) {
        fail(30, "stack overflow");
    }
    if (shared.dynamic && p >= shared.dynamic + shared.dynamic_room && p < shared.dynamic + shared.dynamic_room + 65536) {
        fail(1, "out-of-bounds access past dynamic shared memory");
    }
#ifdef SI_KERNEL
    if (info->si_code == SI_KERNEL) fail(40, "misaligned vector access, or an address that cannot be");
#endif
    if (signal == SIGBUS) fail(40, "misaligned access at %p", static_cast<const void*>(p));
    fail(4, "access to address %p, which no buffer holds", static_cast<const void*>(p));
}

inline void install_handlers() {
    static bool done;
    if (done) return;
    done = true;
    stack_t alternative = {};
    alternative.ss_size = 256 * 1024;
    alternative.ss_sp = malloc(alternative.ss_size);
    sigaltstack(&alternative, nullptr);
    struct sigaction action = {};
    action.sa_sigaction = on_fault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};
    for (int s : signals) sigaction(s, &action, nullptr);
}

} // namespace kp

// The C library's assert ends here, so <assert.h> needs no replacement.
extern "C" __attribute__((weak, noreturn)) void __assert_fail(const char* text, const char*, unsigned int line, const char*) noexcept {
    ::kp::fail(20, "assertion `%s' failed at line %u", text, line);
}
