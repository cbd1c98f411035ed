// Allocations between pages that fault, and what a fault is called.
#include "kp_memory.h"
#include <map>
#include <mutex>
#include <signal.h>
#include <sys/mman.h>

namespace kp {

// By the address where their mapping ends, so that one look finds the mapping an address lies in.
struct memory_map {
    std::map<uintptr_t, allocation> all;
    std::mutex lock;
    size_t freed;
};
static memory_map& memory() {
    static memory_map* m = new memory_map(); // outlives the program's own static objects, which may free in their destructors
    return *m;
}
static const size_t page = 4096;
static const size_t guard = 65536;
// Freed ranges kept without rights; the system limits how many ranges there may be.
static const size_t most_kept_freed = 2000;
static const size_t most_guarded = 8000;

void* allocate(size_t bytes, const char* name, size_t align) {
    memory_map& m = memory();
    std::lock_guard<std::mutex> hold(m.lock);
    size_t body = ((bytes ? bytes : 1) + align - 1) / align * align;
    size_t pages = (body + page - 1) / page * page;
    size_t total = guard + pages + guard;
    if (pages < body) return nullptr;
    void* map = mmap(nullptr, total, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED) return nullptr;
    allocation a = {};
    a.map = static_cast<char*>(map);
    a.map_bytes = total;
    a.data = a.map + guard + pages - body;
    a.bytes = bytes;
    a.name = name ? name : "device memory";
    a.live = true;
    m.all[reinterpret_cast<uintptr_t>(a.map) + total] = a;
    // only the bytes round the data, so that large buffers cost nothing until they are used
    memset(a.map + guard, KP_CANARY_BYTE, static_cast<size_t>(a.data - (a.map + guard)));
    memset(a.data + bytes, KP_CANARY_BYTE, body - bytes);
    if (poisons) memset(a.data, KP_POISON_BYTE, bytes);
    if (m.all.size() < most_guarded) {
        mprotect(a.map, guard, PROT_NONE);
        mprotect(a.map + guard + pages, guard, PROT_NONE);
    }
    return a.data;
}

allocation* find_allocation(const void* p) {
    memory_map& m = memory();
    auto i = m.all.upper_bound(reinterpret_cast<uintptr_t>(p));
    if (i == m.all.end() || static_cast<const char*>(p) < i->second.map) return nullptr;
    return &i->second;
}

memory_lock::memory_lock() { memory().lock.lock(); }
memory_lock::~memory_lock() { memory().lock.unlock(); }

size_t device_bytes_in_use() {
    size_t used = 0;
    for (auto& a : memory().all) used += a.second.live && !a.second.host ? a.second.bytes : 0;
    return used;
}

static void check_canaries(const allocation& a) {
    if (!a.live) return;
    const unsigned char* begin = reinterpret_cast<const unsigned char*>(a.map + guard);
    const unsigned char* end = reinterpret_cast<const unsigned char*>(a.map + a.map_bytes - guard);
    const unsigned char* data = reinterpret_cast<const unsigned char*>(a.data);
    for (const unsigned char* p = begin; p < data; p++) {
        if (*p != KP_CANARY_BYTE) fail(2, "write %td bytes before the start of %s", data - p, a.name);
    }
    for (const unsigned char* p = data + a.bytes; p < end; p++) {
        if (*p != KP_CANARY_BYTE) fail(2, "write %td bytes past the end of %s (%zu bytes)", p - (data + a.bytes), a.name, a.bytes);
    }
}

void check_all_canaries() {
    g.self = nullptr;
    for (auto& a : memory().all) check_canaries(a.second);
}

bool release(void* p) {
    memory_map& m = memory();
    std::lock_guard<std::mutex> hold(m.lock);
    allocation* a = find_allocation(p);
    if (!a || !a->live || a->data != p) return false;
    check_canaries(*a);
    a->live = false;
    if (m.freed++ < most_kept_freed) {
        mprotect(a->map, a->map_bytes, PROT_NONE);
        madvise(a->map, a->map_bytes, MADV_DONTNEED);
    } else {
        munmap(a->map, a->map_bytes);
        m.all.erase(reinterpret_cast<uintptr_t>(a->map) + a->map_bytes);
    }
    return true;
}

// A fault that is the program's own, of its host half, ends it as it would anywhere.
static void let_die(int signal) {
    ::signal(signal, SIG_DFL);
    raise(signal);
}

static void on_fault(int signal, siginfo_t* info, void*) {
    if (!g.in_kernel && (signal != SIGSEGV || !find_allocation(info->si_addr))) return let_die(signal);
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

void install_thread_stack() {
    stack_t alternative = {};
    alternative.ss_size = 256 * 1024;
    alternative.ss_sp = malloc(alternative.ss_size);
    sigaltstack(&alternative, nullptr);
}

void install_handlers() {
    static bool done;
    if (done) return;
    done = true;
    install_thread_stack();
    struct sigaction action = {};
    action.sa_sigaction = on_fault;
    action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
    int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGABRT};
    for (int s : signals) sigaction(s, &action, nullptr);
}

} // namespace kp

// The C library's assert ends here, so <assert.h> needs no replacement.
extern "C" __attribute__((noreturn)) void __assert_fail(const char* text, const char*, unsigned int line, const char*) noexcept {
    ::kp::fail(20, "assertion `%s' failed at line %u", text, line);
}
