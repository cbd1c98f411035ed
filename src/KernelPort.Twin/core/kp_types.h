// Vector types with CUDA's sizes and alignments, dim3 and make_* (simt-dialects 2, npu-dialects 3.2 for the padded form).
#pragma once
#include "kp_config.h"
#include <stddef.h>
#include <stdint.h>
#include <utility> // nvcc brings it along

namespace kp {
namespace vec {

#define KP_VEC(T, N, A1, A2, A3, A4)                                                                       \
    struct alignas(A1) N##1 { T x; };                                                                      \
    struct alignas(A2) N##2 { T x, y; };                                                                   \
    struct alignas(A3) N##3 { T x, y, z; };                                                                \
    struct alignas(A4) N##4 { T x, y, z, w; };                                                             \
    inline N##1 make_##N##1(T x) { return N##1{x}; }                                                       \
    inline N##2 make_##N##2(T x, T y) { return N##2{x, y}; }                                               \
    inline N##3 make_##N##3(T x, T y, T z) { return N##3{x, y, z}; }                                       \
    inline N##4 make_##N##4(T x, T y, T z, T w) { return N##4{x, y, z, w}; }

#if KP_VEC3_PADDED
#define KP_A3(n, p) p
#else
#define KP_A3(n, p) n
#endif

KP_VEC(signed char, char, 1, 2, KP_A3(1, 4), 4)
KP_VEC(unsigned char, uchar, 1, 2, KP_A3(1, 4), 4)
KP_VEC(short, short, 2, 4, KP_A3(2, 8), 8)
KP_VEC(unsigned short, ushort, 2, 4, KP_A3(2, 8), 8)
KP_VEC(int, int, 4, 8, KP_A3(4, 16), 16)
KP_VEC(unsigned int, uint, 4, 8, KP_A3(4, 16), 16)
KP_VEC(long, long, 8, 16, 8, 16)
KP_VEC(unsigned long, ulong, 8, 16, 8, 16)
KP_VEC(long long, longlong, 8, 16, 8, 16)
KP_VEC(unsigned long long, ulonglong, 8, 16, 8, 16)
KP_VEC(float, float, 4, 8, KP_A3(4, 16), 16)
#undef KP_A3

struct dim3 {
    unsigned int x, y, z;
    constexpr dim3(unsigned int x_ = 1, unsigned int y_ = 1, unsigned int z_ = 1) : x(x_), y(y_), z(z_) {}
    constexpr dim3(uint3 v) : x(v.x), y(v.y), z(v.z) {}
    constexpr operator uint3() const { return uint3{x, y, z}; }
};

} // namespace vec

// Kept apart: a target without device double must not see these.
namespace vec_double {
KP_VEC(double, double, 8, 16, 8, 16)
}
#undef KP_VEC

// The scalar a type is made of and how many of it, for filling and reading symbols.
template <class T> struct flat { typedef T scalar; };
#define KP_FLAT(N, T)                                                                                      \
    template <> struct flat<N##1> { typedef T scalar; };                                                   \
    template <> struct flat<N##2> { typedef T scalar; };                                                   \
    template <> struct flat<N##3> { typedef T scalar; };                                                   \
    template <> struct flat<N##4> { typedef T scalar; };
KP_FLAT(vec::char, signed char)
KP_FLAT(vec::uchar, unsigned char)
KP_FLAT(vec::short, short)
KP_FLAT(vec::ushort, unsigned short)
KP_FLAT(vec::int, int)
KP_FLAT(vec::uint, unsigned int)
KP_FLAT(vec::longlong, long long)
KP_FLAT(vec::ulonglong, unsigned long long)
KP_FLAT(vec::float, float)
KP_FLAT(vec_double::double, double)
#undef KP_FLAT

} // namespace kp
