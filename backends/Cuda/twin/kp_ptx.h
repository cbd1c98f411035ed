// Inline PTX as functions by its own names (PTX ISA 8.4: special registers, lop3, bfe, bfi, prmt, shf, cache operators of loads and
// stores). The rewriter of whole programs makes calls of them.
#pragma once
#include "kp_words_sync.h"
#include <time.h>

namespace kp {
namespace ptx {
inline unsigned sreg_laneid() { return static_cast<unsigned>(g.self->lane); }
inline unsigned sreg_warpid() { return static_cast<unsigned>(g.self->warp_id); }
inline unsigned sreg_nwarpid() { return static_cast<unsigned>(g.blk->warp_count); }
inline unsigned sreg_smid() { return 0; }
inline unsigned sreg_nsmid() { return 1; }
inline unsigned sreg_tid_x() { return thread_index.x; }
inline unsigned sreg_tid_y() { return thread_index.y; }
inline unsigned sreg_tid_z() { return thread_index.z; }
inline unsigned sreg_ntid_x() { return block_dim.x; }
inline unsigned sreg_ntid_y() { return block_dim.y; }
inline unsigned sreg_ntid_z() { return block_dim.z; }
inline unsigned sreg_ctaid_x() { return block_index.x; }
inline unsigned sreg_ctaid_y() { return block_index.y; }
inline unsigned sreg_ctaid_z() { return block_index.z; }
inline unsigned sreg_nctaid_x() { return grid_dim.x; }
inline unsigned sreg_nctaid_y() { return grid_dim.y; }
inline unsigned sreg_nctaid_z() { return grid_dim.z; }
inline unsigned sreg_lanemask_eq() { return 1u << sreg_laneid(); }
inline unsigned sreg_lanemask_lt() { return sreg_lanemask_eq() - 1; }
inline unsigned sreg_lanemask_le() { return sreg_lanemask_lt() | sreg_lanemask_eq(); }
inline unsigned sreg_lanemask_ge() { return ~sreg_lanemask_lt(); }
inline unsigned sreg_lanemask_gt() { return ~sreg_lanemask_le(); }
inline unsigned long long sreg_clock64() { return static_cast<unsigned long long>(words_misc::clock64()); }
inline unsigned sreg_clock() { return static_cast<unsigned>(sreg_clock64()); }
// Who asks for the time may be waiting for it: the others get a turn.
inline unsigned long long sreg_globaltimer() {
    pause_after(64);
    timespec t;
    clock_gettime(CLOCK_REALTIME, &t);
    return static_cast<unsigned long long>(t.tv_sec) * 1000000000ull + static_cast<unsigned long long>(t.tv_nsec);
}
inline unsigned sreg_globaltimer_lo() { return static_cast<unsigned>(sreg_globaltimer()); }
inline unsigned sreg_globaltimer_hi() { return static_cast<unsigned>(sreg_globaltimer() >> 32); }

inline void trap() { words_misc::__trap(); }

#define KP_PTX_MOVE(type, T) template <class D> inline void mov_##type(D& d, T a) { d = static_cast<D>(a); }
KP_PTX_MOVE(u16, unsigned short)
KP_PTX_MOVE(u32, unsigned)
KP_PTX_MOVE(s32, int)
KP_PTX_MOVE(b32, unsigned)
KP_PTX_MOVE(u64, unsigned long long)
KP_PTX_MOVE(s64, long long)
KP_PTX_MOVE(b64, unsigned long long)
KP_PTX_MOVE(f32, float)
KP_PTX_MOVE(f64, double)
#undef KP_PTX_MOVE

// Bit i of the table is the result for the three bits of i, that of `a` highest.
template <class D> inline void lop3_b32(D& d, unsigned a, unsigned b, unsigned c, unsigned table) {
    unsigned r = 0;
    for (unsigned i = 0; i < 8; i++)
        if (table >> i & 1) r |= (i & 4 ? a : ~a) & (i & 2 ? b : ~b) & (i & 1 ? c : ~c);
    d = static_cast<D>(r);
}
template <class D> inline void bfe_u32(D& d, unsigned a, unsigned from, unsigned length) {
    from &= 255, length &= 255;
    unsigned long long wide = from < 32 ? a >> from : 0;
    d = static_cast<D>(length >= 32 ? wide : wide & ((1ull << length) - 1));
}
template <class D> inline void bfi_b32(D& d, unsigned a, unsigned b, unsigned from, unsigned length) {
    from &= 255, length &= 255;
    unsigned mask = from >= 32 ? 0 : static_cast<unsigned>((length >= 32 ? ~0ull : (1ull << length) - 1) << from);
    d = static_cast<D>((b & ~mask) | (from >= 32 ? 0 : a << from & mask));
}
template <class D> inline void prmt_b32(D& d, unsigned a, unsigned b, unsigned select) {
    unsigned long long bytes = static_cast<unsigned long long>(b) << 32 | a;
    unsigned r = 0;
    for (int i = 0; i < 4; i++) {
        unsigned s = select >> (4 * i) & 15, v = static_cast<unsigned>(bytes >> (8 * (s & 7)) & 255);
        if (s & 8) v = v & 128 ? 255 : 0;
        r |= v << (8 * i);
    }
    d = static_cast<D>(r);
}
template <class D> inline void shf_l_wrap_b32(D& d, unsigned low, unsigned high, unsigned n) {
    n &= 31;
    d = static_cast<D>(n ? high << n | low >> (32 - n) : high);
}
template <class D> inline void shf_r_wrap_b32(D& d, unsigned low, unsigned high, unsigned n) {
    n &= 31;
    d = static_cast<D>(n ? low >> n | high << (32 - n) : low);
}

// Cache operators change no value. The address may be an integer, as __cvta_generic_to_global gives it.
template <class P> inline const void* address(P p) {
    if constexpr (std::is_pointer<P>::value) return const_cast<const void*>(static_cast<const volatile void*>(p));
    else return reinterpret_cast<const void*>(static_cast<uintptr_t>(p));
}
#define KP_PTX_LOAD(hint, type, T)                                                                                     \
    template <class D, class P> inline void ld_global_##hint##_##type(D& d, P p) { d = *static_cast<const T*>(address(p)); } \
    template <class D, class P> inline void ld_##hint##_global_##type(D& d, P p) { d = *static_cast<const T*>(address(p)); }
#define KP_PTX_LOAD4(hint, type, T)                                                                                    \
    template <class D, class P> inline void ld_global_##hint##_v4_##type(D& x, D& y, D& z, D& w, P p) {                \
        const T* t = static_cast<const T*>(address(p));                                                                \
        x = t[0], y = t[1], z = t[2], w = t[3];                                                                        \
    }                                                                                                                  \
    template <class D, class P> inline void ld_##hint##_global_v4_##type(D& x, D& y, D& z, D& w, P p) { ld_global_##hint##_v4_##type(x, y, z, w, p); }
#define KP_PTX_LOADS(hint)                        \
    KP_PTX_LOAD(hint, u32, unsigned)              \
    KP_PTX_LOAD(hint, s32, int)                   \
    KP_PTX_LOAD(hint, b32, unsigned)              \
    KP_PTX_LOAD(hint, u64, unsigned long long)    \
    KP_PTX_LOAD(hint, s64, long long)             \
    KP_PTX_LOAD(hint, b64, unsigned long long)    \
    KP_PTX_LOAD(hint, f32, float)                 \
    KP_PTX_LOAD(hint, f64, double)                \
    KP_PTX_LOAD4(hint, u32, unsigned)             \
    KP_PTX_LOAD4(hint, b32, unsigned)             \
    KP_PTX_LOAD4(hint, f32, float)
KP_PTX_LOADS(nc)
KP_PTX_LOADS(ca)
KP_PTX_LOADS(cg)
KP_PTX_LOADS(cs)
KP_PTX_LOADS(cv)
#undef KP_PTX_LOADS
#undef KP_PTX_LOAD4
#undef KP_PTX_LOAD
} // namespace ptx
} // namespace kp
