// Atomics: contexts take turns only where they wait, so a plain read and write is one step.
#pragma once
#include "kp_races.h"
#include "kp_warp.h"

namespace kp {
namespace atomic_detail {

template <size_t> struct word_of;
template <> struct word_of<2> { typedef uint16_t type; };
template <> struct word_of<4> { typedef uint32_t type; };
template <> struct word_of<8> { typedef uint64_t type; };
template <> struct word_of<16> { typedef unsigned __int128 type; };

// A context that spins on atomics must let the others of its block run.
template <class T> inline void touch(T* p) {
    pause_after(4096);
    wait_for_earlier_blocks();
    KP_SEE_ATOMIC(p, sizeof(T));
    if (reinterpret_cast<uintptr_t>(p) % sizeof(T)) fail(41, "atomic on an address that is not aligned to %zu bytes", sizeof(T));
    if (KP_NO_SHARED_ATOMIC64 && sizeof(T) == 8 && is_shared(p)) fail(42, "64-bit atomic on shared memory");
}

// Exchanges of words are how threads hand things over: what was before is before for all.
template <class T> inline T* hand_over(T* p) {
    g.order++;
    return p;
}

template <class T, class F> inline T change(T* p, F f) {
    touch(p);
    // another worker may be at the same word
    typedef typename word_of<sizeof(T)>::type word;
    word* w = reinterpret_cast<word*>(p);
    word seen = __atomic_load_n(w, __ATOMIC_RELAXED);
    for (;;) {
        T old, now;
        memcpy(&old, &seen, sizeof(T));
        now = f(old);
        word wanted;
        memcpy(&wanted, &now, sizeof(T));
        if (__atomic_compare_exchange_n(w, &seen, wanted, false, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST)) return old;
    }
}
} // namespace atomic_detail

#define KP_ATOMIC_ADD(T) inline T atomicAdd(T* p, T v) { return atomic_detail::change(p, [=](T o) { return static_cast<T>(o + v); }); }
#define KP_ATOMIC_SUB(T) inline T atomicSub(T* p, T v) { return atomic_detail::change(p, [=](T o) { return static_cast<T>(o - v); }); }
#define KP_ATOMIC_EXCH(T) inline T atomicExch(T* p, T v) { return atomic_detail::change(atomic_detail::hand_over(p), [=](T) { return v; }); }
#define KP_ATOMIC_MIN_MAX(T)                                                                               \
    inline T atomicMin(T* p, T v) { return atomic_detail::change(p, [=](T o) { return v < o ? v : o; }); } \
    inline T atomicMax(T* p, T v) { return atomic_detail::change(p, [=](T o) { return o < v ? v : o; }); }
#define KP_ATOMIC_BITS(T)                                                                                  \
    inline T atomicAnd(T* p, T v) { return atomic_detail::change(p, [=](T o) { return o & v; }); }         \
    inline T atomicOr(T* p, T v) { return atomic_detail::change(p, [=](T o) { return o | v; }); }          \
    inline T atomicXor(T* p, T v) { return atomic_detail::change(p, [=](T o) { return o ^ v; }); }
#define KP_ATOMIC_CAS(T) inline T atomicCAS(T* p, T c, T v) { return atomic_detail::change(atomic_detail::hand_over(p), [=](T o) { return o == c ? v : o; }); }

namespace atom32 {
KP_ATOMIC_ADD(int)
KP_ATOMIC_ADD(unsigned int)
KP_ATOMIC_ADD(float)
KP_ATOMIC_SUB(int)
KP_ATOMIC_SUB(unsigned int)
KP_ATOMIC_EXCH(int)
KP_ATOMIC_EXCH(unsigned int)
KP_ATOMIC_EXCH(float)
KP_ATOMIC_MIN_MAX(int)
KP_ATOMIC_MIN_MAX(unsigned int)
KP_ATOMIC_BITS(int)
KP_ATOMIC_BITS(unsigned int)
KP_ATOMIC_CAS(int)
KP_ATOMIC_CAS(unsigned int)
inline unsigned int atomicInc(unsigned int* p, unsigned int v) {
    return atomic_detail::change(p, [=](unsigned int o) { return o >= v ? 0u : o + 1u; });
}
inline unsigned int atomicDec(unsigned int* p, unsigned int v) {
    return atomic_detail::change(p, [=](unsigned int o) { return o == 0u || o > v ? v : o - 1u; });
}
} // namespace atom32
namespace atom64 {
KP_ATOMIC_ADD(unsigned long long)
KP_ATOMIC_EXCH(unsigned long long)
KP_ATOMIC_MIN_MAX(long long)
KP_ATOMIC_MIN_MAX(unsigned long long)
KP_ATOMIC_BITS(unsigned long long)
KP_ATOMIC_CAS(unsigned long long)
} // namespace atom64
namespace atom_bits_signed64 {
KP_ATOMIC_BITS(long long)
}
namespace atom_signed64 {
KP_ATOMIC_ADD(long long)
}
namespace atom_double {
KP_ATOMIC_ADD(double)
}
namespace atom16 {
KP_ATOMIC_CAS(unsigned short)
}
// Scopes are all one here: whatever an atomic does, all see.
#define KP_SCOPED(name, scope) template <class T, class V> inline T name##_##scope(T* p, V v) { return name(p, static_cast<T>(v)); }
#define KP_SCOPED_MOST(scope)                                                                                                 \
    KP_SCOPED(atomicAdd, scope) KP_SCOPED(atomicSub, scope) KP_SCOPED(atomicExch, scope) KP_SCOPED(atomicMin, scope)           \
    KP_SCOPED(atomicMax, scope) KP_SCOPED(atomicAnd, scope) KP_SCOPED(atomicOr, scope) KP_SCOPED(atomicXor, scope)             \
    template <class T, class A, class B> inline T atomicCAS_##scope(T* p, A a, B b) { return atomicCAS(p, static_cast<T>(a), static_cast<T>(b)); }
namespace atom_system { // without Inc and Dec
using namespace atom32;
using namespace atom64;
using namespace atom_double;
KP_SCOPED_MOST(system)
} // namespace atom_system
namespace atom_scoped {
using namespace atom_system;
KP_SCOPED(atomicInc, system)
KP_SCOPED(atomicDec, system)
KP_SCOPED_MOST(block)
KP_SCOPED(atomicInc, block)
KP_SCOPED(atomicDec, block)
} // namespace atom_scoped
#undef KP_SCOPED
#undef KP_SCOPED_MOST
namespace atom_float_order { // float min and max: not CUDA's; the 950 has them (npu-dialects 3.2)
KP_ATOMIC_MIN_MAX(float)
}

} // namespace kp
