// The compiler's thread instrumentation with callbacks of our own (its runtime is not linked): every access of memory that is
// volatile is a place where lanes take turns. So code that relies on the lanes of a warp running in step runs right, and who
// waits for memory lets the others go on. The callback comes before the access.
#include "kp_launch.h"

#ifdef KP_LOCK_STEP
#define KP_STEP(p) ::kp::shared_access(p, static_cast<const char*>(__builtin_return_address(0)))
#else
#define KP_STEP(p) false
#endif
#ifdef KP_RACES
#define KP_SEE(p, n, writes) ::kp::see_access(p, n, writes, false, static_cast<const char*>(__builtin_return_address(0)))
#else
#define KP_SEE(p, n, writes) (void)0
#endif

namespace kp {
KP_PLAIN static void volatile_access(const void* p) {
    thread* me = g.self;
    if (!g.in_kernel || !me || !me->context) return;
    const char* c = static_cast<const char*>(p);
    if (c >= me->context->stack && c < me->context->stack + stack_guard + stack_bytes) return; // its own local variable
    if (is_shared(p)) g.idle_pauses = 0; // the block gets on by itself
    else wait_for_earlier_blocks();
    g.spins = 1 << 30;
    pause_after(1);
}
} // namespace kp

extern "C" {
#define KP_CALLBACK __attribute__((used)) KP_PLAIN void
KP_CALLBACK __tsan_init() {}
KP_CALLBACK __tsan_func_entry(void*) {}
KP_CALLBACK __tsan_func_exit(void*) {}
KP_CALLBACK __tsan_vptr_update(void*, void*) {}
KP_CALLBACK __tsan_vptr_read(void*) {}
KP_CALLBACK __tsan_read_range(void* p, long n) { KP_SEE(p, n, false); (void)KP_STEP(p); }
KP_CALLBACK __tsan_write_range(void* p, long n) { KP_SEE(p, n, true); (void)KP_STEP(p); }
#define KP_ACCESS(name, n, writes) \
    KP_CALLBACK __tsan_##name##n(void* p) { KP_SEE(p, n, writes); (void)KP_STEP(p); } \
    KP_CALLBACK __tsan_unaligned_##name##n(void* p) { KP_SEE(p, n, writes); (void)KP_STEP(p); } \
    KP_CALLBACK __tsan_volatile_##name##n(void* p) { if (!KP_STEP(p)) kp::volatile_access(p); } \
    KP_CALLBACK __tsan_unaligned_volatile_##name##n(void* p) { if (!KP_STEP(p)) kp::volatile_access(p); }
#define KP_SIZES(n) KP_ACCESS(read, n, false) KP_ACCESS(write, n, true)
KP_SIZES(1)
KP_SIZES(2)
KP_SIZES(4)
KP_SIZES(8)
KP_SIZES(16)
#undef KP_SIZES
#undef KP_ACCESS
#undef KP_STEP
#undef KP_SEE
// Atomic operations of host code and of the runtime itself come this way too.
#define KP_ATOMICS(n, T) \
    __attribute__((used)) KP_PLAIN T __tsan_atomic##n##_load(const volatile void* p, int) { return __atomic_load_n(static_cast<const volatile T*>(p), __ATOMIC_SEQ_CST); } \
    KP_CALLBACK __tsan_atomic##n##_store(volatile void* p, T v, int) { __atomic_store_n(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST); } \
    __attribute__((used)) KP_PLAIN T __tsan_atomic##n##_exchange(volatile void* p, T v, int) { return __atomic_exchange_n(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST); } \
    __attribute__((used)) KP_PLAIN T __tsan_atomic##n##_fetch_add(volatile void* p, T v, int) { return __atomic_fetch_add(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST); } \
    __attribute__((used)) KP_PLAIN T __tsan_atomic##n##_fetch_sub(volatile void* p, T v, int) { return __atomic_fetch_sub(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST); } \
    __attribute__((used)) KP_PLAIN T __tsan_atomic##n##_fetch_and(volatile void* p, T v, int) { return __atomic_fetch_and(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST); } \
    __attribute__((used)) KP_PLAIN T __tsan_atomic##n##_fetch_or(volatile void* p, T v, int) { return __atomic_fetch_or(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST); } \
    __attribute__((used)) KP_PLAIN T __tsan_atomic##n##_fetch_xor(volatile void* p, T v, int) { return __atomic_fetch_xor(static_cast<volatile T*>(p), v, __ATOMIC_SEQ_CST); } \
    __attribute__((used)) KP_PLAIN bool __tsan_atomic##n##_compare_exchange_strong(volatile void* p, void* c, T v, int, int) { \
        return __atomic_compare_exchange_n(static_cast<volatile T*>(p), static_cast<T*>(c), v, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); \
    } \
    __attribute__((used)) KP_PLAIN bool __tsan_atomic##n##_compare_exchange_weak(volatile void* p, void* c, T v, int, int) { \
        return __atomic_compare_exchange_n(static_cast<volatile T*>(p), static_cast<T*>(c), v, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST); \
    }
KP_ATOMICS(8, unsigned char)
KP_ATOMICS(16, unsigned short)
KP_ATOMICS(32, unsigned int)
KP_ATOMICS(64, unsigned long)
#undef KP_ATOMICS
KP_CALLBACK __tsan_atomic_thread_fence(int) { __atomic_thread_fence(__ATOMIC_SEQ_CST); }
KP_CALLBACK __tsan_atomic_signal_fence(int) {}
#undef KP_CALLBACK
}
