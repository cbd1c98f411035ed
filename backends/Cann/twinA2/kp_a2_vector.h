// The vector unit's count forms with the types A2 has (npu-dialects 2.7, 2.8).
#pragma once
#include <math.h>

namespace AscendC {

template <class T, class... U> inline constexpr bool is_one_of = (std::is_same_v<T, U> || ...);

template <class T> inline T* kp_in(const LocalTensor<T>& t, int64_t n) { return reinterpret_cast<T*>(t.operand(n, kp_a2::vector_pipe, false)); }

template <class T> inline T* kp_out(const LocalTensor<T>& t, int64_t n) {
    kp_a2::vector_calls++;
    kp_a2::vector_steps += (n * sizeof(T) + 255) / 256;
    return reinterpret_cast<T*>(t.operand(n, kp_a2::vector_pipe, true));
}

// int32 wraps, as no document promises (npu-dialects 11, row 1); a test may have a machine that saturates instead.
inline bool kp_saturates;
template <class T> inline T kp_in_range(int64_t exact) { return !kp_saturates ? T(exact) : exact > INT32_MAX ? INT32_MAX : exact < INT32_MIN ? INT32_MIN : T(exact); }
template <class T> inline T kp_sum(T x, T y) {
    if constexpr (std::is_same_v<T, int32_t>) return kp_in_range<T>(int64_t(x) + y);
    else return x + y;
}
template <class T> inline T kp_difference(T x, T y) {
    if constexpr (std::is_same_v<T, int32_t>) return kp_in_range<T>(int64_t(x) - y);
    else return x - y;
}
template <class T> inline T kp_product(T x, T y) {
    if constexpr (std::is_same_v<T, int32_t>) return kp_in_range<T>(int64_t(x) * y);
    else return x * y;
}

// Two operands: int32 and float (half and int16 are not modelled); Div float only; And and Or of 16 bits only.
#define KP_BINARY(NAME, EXPRESSION, ...)                                                                                   \
    template <class T> inline void NAME(const LocalTensor<T>& dst, const LocalTensor<T>& a, const LocalTensor<T>& b, int32_t n) { \
        static_assert(is_one_of<T, __VA_ARGS__>, "type matrix: " #NAME " has no such type on A2");                         \
        T *d = kp_out(dst, n), *p = kp_in(a, n), *q = kp_in(b, n);                                                          \
        for (int32_t i = 0; i < n; i++) {                                                                                  \
            T x = p[i], y = q[i];                                                                                          \
            d[i] = static_cast<T>(EXPRESSION);                                                                             \
        }                                                                                                                  \
    }
KP_BINARY(Add, kp_sum(x, y), int32_t, float)
KP_BINARY(Sub, kp_difference(x, y), int32_t, float)
KP_BINARY(Mul, kp_product(x, y), int32_t, float)
KP_BINARY(Div, x / y, float)
KP_BINARY(Max, x > y || y != y ? x : y, int32_t, float)
KP_BINARY(Min, x < y || y != y ? x : y, int32_t, float)
KP_BINARY(And, x & y, int16_t, uint16_t)
KP_BINARY(Or, x | y, int16_t, uint16_t)
#undef KP_BINARY

// A tensor and a scalar of its own type.
#define KP_SCALAR(NAME, EXPRESSION)                                                                          \
    template <class T, class U> inline void NAME(const LocalTensor<T>& dst, const LocalTensor<T>& a, U y, int32_t n) { \
        static_assert(is_one_of<T, int32_t, float>, "type matrix: " #NAME " has no such type on A2");        \
        static_assert(std::is_same_v<T, U>, "scalar type: " #NAME " takes the tensor's own type");           \
        T *d = kp_out(dst, n), *p = kp_in(a, n);                                                              \
        for (int32_t i = 0; i < n; i++) {                                                                    \
            T x = p[i];                                                                                      \
            d[i] = EXPRESSION;                                                                               \
        }                                                                                                    \
    }
KP_SCALAR(Adds, kp_sum(x, y))
KP_SCALAR(Muls, kp_product(x, y))
KP_SCALAR(Maxs, x > y || y != y ? x : y)
KP_SCALAR(Mins, x < y || y != y ? x : y)
#undef KP_SCALAR

#define KP_UNARY(NAME, EXPRESSION)                                                                     \
    template <class T> inline void NAME(const LocalTensor<T>& dst, const LocalTensor<T>& a, int32_t n) { \
        static_assert(is_one_of<T, float>, "type matrix: " #NAME " has no such type on A2");           \
        T *d = kp_out(dst, n), *p = kp_in(a, n);                                                        \
        for (int32_t i = 0; i < n; i++) {                                                              \
            T x = p[i];                                                                                \
            d[i] = static_cast<T>(EXPRESSION);                                                         \
        }                                                                                              \
    }
KP_UNARY(Exp, ::exp(double(x)))
KP_UNARY(Ln, ::log(double(x)))
KP_UNARY(Sqrt, ::sqrt(double(x)))
KP_UNARY(Abs, x < 0 ? -x : x == 0 ? T(0) : x)
#undef KP_UNARY

template <class T> inline void Not(const LocalTensor<T>& dst, const LocalTensor<T>& a, int32_t n) {
    static_assert(is_one_of<T, int16_t, uint16_t>, "type matrix: Not has no such type on A2");
    T *d = kp_out(dst, n), *p = kp_in(a, n);
    for (int32_t i = 0; i < n; i++) d[i] = static_cast<T>(~p[i]);
}

#define KP_SHIFT(NAME, SIGN)                                                                                   \
    template <class T, class U> inline void NAME(const LocalTensor<T>& dst, const LocalTensor<T>& a, U y, int32_t n) { \
        static_assert(is_one_of<T, int16_t, uint16_t, int32_t, uint32_t>, "type matrix: " #NAME " has no such type on A2"); \
        static_assert(std::is_same_v<T, U>, "scalar type: " #NAME " takes the tensor's own type");             \
        T *d = kp_out(dst, n), *p = kp_in(a, n);                                                                \
        for (int32_t i = 0; i < n; i++) d[i] = static_cast<T>(p[i] SIGN y);                                    \
    }
KP_SHIFT(ShiftLeft, <<)
KP_SHIFT(ShiftRight, >>)
#undef KP_SHIFT

template <class T, class U> inline void Duplicate(const LocalTensor<T>& dst, U value, int32_t n) {
    static_assert(is_one_of<T, int16_t, uint16_t, int32_t, uint32_t, float>, "type matrix: Duplicate has no such type on A2");
    static_assert(std::is_same_v<T, U>, "scalar type: Duplicate takes the tensor's own type");
    T* d = kp_out(dst, n);
    for (int32_t i = 0; i < n; i++) d[i] = value;
}

template <class T> inline void CreateVecIndex(const LocalTensor<T>& dst, T first, uint32_t n) {
    static_assert(is_one_of<T, int16_t, int32_t, float>, "type matrix: CreateVecIndex has no such type on A2");
    T* d = kp_out(dst, n);
    for (uint32_t i = 0; i < n; i++) d[i] = first + static_cast<T>(i);
}

// Offsets in bytes, 32 bits; dst must not be src or the offsets (npu-dialects 1, row 5).
template <class T> inline void Gather(const LocalTensor<T>& dst, const LocalTensor<T>& src, const LocalTensor<uint32_t>& offsets, uint32_t base, uint32_t n) {
    static_assert(is_one_of<T, int16_t, uint16_t, int32_t, uint32_t, float>, "type matrix: Gather has no such type on A2");
    if (n == 0) return;
    T *d = kp_out(dst, n), *s = kp_in(src, src.GetSize());
    uint32_t* o = kp_in(offsets, n);
    if (static_cast<void*>(d) == s || static_cast<void*>(d) == o) kp::fail(59, "Gather in place");
    for (uint32_t i = 0; i < n; i++) {
        uint64_t at = uint64_t(base) + o[i];
        if (at % sizeof(T)) kp::fail(59, "Gather from byte %llu, which begins no element", static_cast<unsigned long long>(at));
        if (at / sizeof(T) >= src.GetSize()) kp::fail(51, "Gather from element %llu of a tensor of %u", static_cast<unsigned long long>(at / sizeof(T)), src.GetSize());
        d[i] = s[at / sizeof(T)];
    }
}

// Eight elements a repeat, each to all of a block of 32 bytes; strides in such blocks (npu-dialects 2.5, cann-api.csv).
struct BrcbRepeatParams {
    uint16_t dstBlkStride;
    uint16_t dstRepStride;
};

template <class T> inline void Brcb(const LocalTensor<T>& dst, const LocalTensor<T>& src, uint8_t repeats, const BrcbRepeatParams& p) {
    static_assert(is_one_of<T, int16_t, uint16_t, int32_t, uint32_t, float>, "type matrix: Brcb has no such type on A2");
    if (repeats == 0) return;
    const uint32_t per_block = 32 / sizeof(T), last = (repeats - 1) * p.dstRepStride + 7 * p.dstBlkStride;
    T *d = kp_out(dst, (last + 1) * per_block), *s = kp_in(src, repeats * 8);
    if (static_cast<void*>(d) == s) kp::fail(59, "Brcb in place");
    for (uint32_t r = 0; r < repeats; r++)
        for (uint32_t b = 0; b < 8; b++)
            for (uint32_t i = 0; i < per_block; i++) d[(r * p.dstRepStride + b * p.dstBlkStride) * per_block + i] = s[r * 8 + b];
}

enum class CMPMODE { LT, GT, LE, GE, EQ, NE };

template <class T> inline bool kp_compare(T a, T b, CMPMODE m) {
    switch (m) {
    case CMPMODE::LT: return a < b;
    case CMPMODE::GT: return a > b;
    case CMPMODE::LE: return a <= b;
    case CMPMODE::GE: return a >= b;
    case CMPMODE::EQ: return a == b;
    default: return a < b || a > b;
    }
}

template <class T> inline void kp_compare_check(CMPMODE mode, uint32_t n) {
    static_assert(is_one_of<T, int32_t, float>, "type matrix: Compare has no such type on A2");
    if (std::is_same_v<T, int32_t> && mode != CMPMODE::EQ) kp::fail(60, "Compare of int32 knows EQ only");
    if (n * sizeof(T) % 256) kp::fail(60, "Compare of %u elements, which are no multiple of 256 bytes", n);
}

template <class T> inline void Compare(const LocalTensor<uint8_t>& dst, const LocalTensor<T>& a, const LocalTensor<T>& b, CMPMODE mode, uint32_t n) {
    kp_compare_check<T>(mode, n);
    uint8_t* d = kp_out(dst, n / 8);
    T *p = kp_in(a, n), *q = kp_in(b, n);
    std::vector<uint8_t> bits(n / 8);
    for (uint32_t i = 0; i < n; i++) bits[i / 8] |= uint8_t(kp_compare(p[i], q[i], mode) << (i % 8));
    memcpy(d, bits.data(), n / 8);
}

template <class T, class U> inline void CompareScalar(const LocalTensor<uint8_t>& dst, const LocalTensor<T>& a, U b, CMPMODE mode, uint32_t n) {
    static_assert(std::is_same_v<T, U>, "scalar type: CompareScalar takes the tensor's own type");
    kp_compare_check<T>(mode, n);
    uint8_t* d = kp_out(dst, n / 8);
    T* p = kp_in(a, n);
    std::vector<uint8_t> bits(n / 8);
    for (uint32_t i = 0; i < n; i++) bits[i / 8] |= uint8_t(kp_compare(p[i], b, mode) << (i % 8));
    memcpy(d, bits.data(), n / 8);
}

enum class SELMODE { VSEL_CMPMASK_SPR, VSEL_TENSOR_SCALAR_MODE, VSEL_TENSOR_TENSOR_MODE };

// Select moves bits, as no document promises (npu-dialects 11, row 2); a test may have a machine that selects numbers: NaN is one, and what is too small for a float is 0.
inline bool kp_selects_numbers;
inline uint32_t kp_selected(uint32_t bits) {
    if (!kp_selects_numbers || ((bits & 0x7f800000u) == 0x7f800000u && (bits & 0x7fffffu) == 0)) return bits;
    return (bits & 0x7f800000u) == 0x7f800000u ? 0x7fc00000u : bits & 0x7f800000u ? bits : bits & 0x80000000u;
}

// Moves bits: float only, which is also how int32 is selected (npu-dialects 2.9). A set bit takes the first.
template <class T> inline void Select(const LocalTensor<T>& dst, const LocalTensor<uint8_t>& mask, const LocalTensor<T>& a, const LocalTensor<T>& b, SELMODE mode, uint32_t n) {
    static_assert(is_one_of<T, float>, "type matrix: Select has no such type on A2");
    if (mode != SELMODE::VSEL_TENSOR_TENSOR_MODE) kp::fail(61, "Select of two tensors in another mode");
    uint32_t *d = reinterpret_cast<uint32_t*>(kp_out(dst, n)), *p = reinterpret_cast<uint32_t*>(kp_in(a, n)), *q = reinterpret_cast<uint32_t*>(kp_in(b, n));
    uint8_t* m = kp_in(mask, (n + 7) / 8);
    for (uint32_t i = 0; i < n; i++) d[i] = kp_selected(m[i / 8] >> (i % 8) & 1 ? p[i] : q[i]);
}

template <class T, class U> inline void Select(const LocalTensor<T>& dst, const LocalTensor<uint8_t>& mask, const LocalTensor<T>& a, U b, SELMODE mode, uint32_t n) {
    static_assert(is_one_of<T, float>, "type matrix: Select has no such type on A2");
    static_assert(std::is_same_v<T, U>, "scalar type: Select takes the tensor's own type");
    if (mode != SELMODE::VSEL_TENSOR_SCALAR_MODE) kp::fail(61, "Select of a tensor and a scalar in another mode");
    uint32_t *d = reinterpret_cast<uint32_t*>(kp_out(dst, n)), *p = reinterpret_cast<uint32_t*>(kp_in(a, n)), other;
    memcpy(&other, &b, 4);
    uint8_t* m = kp_in(mask, (n + 7) / 8);
    for (uint32_t i = 0; i < n; i++) d[i] = kp_selected(m[i / 8] >> (i % 8) & 1 ? p[i] : other);
}

// A tree inside each 256 bytes, then one after the other (npu-dialects 2.8).
template <class T> inline void ReduceSum(const LocalTensor<T>& dst, const LocalTensor<T>& src, const LocalTensor<T>& work, int32_t n) {
    static_assert(is_one_of<T, float>, "type matrix: ReduceSum has no such type on A2");
    T *s = kp_in(src, n), *d = kp_out(dst, 1);
    kp_out(work, (n + 63) / 64);
    T sum = 0;
    for (int32_t from = 0; from < n; from += 64) {
        T part[64] = {};
        for (int32_t i = 0; i < 64 && from + i < n; i++) part[i] = s[from + i];
        for (int32_t half = 32; half > 0; half /= 2)
            for (int32_t i = 0; i < half; i++) part[i] += part[i + half];
        sum += part[0];
    }
    d[0] = sum;
}

template <class T> inline void ReduceMax(const LocalTensor<T>& dst, const LocalTensor<T>& src, const LocalTensor<T>& work, int32_t n) {
    static_assert(is_one_of<T, float>, "type matrix: ReduceMax has no such type on A2");
    T *s = kp_in(src, n), *d = kp_out(dst, 1);
    kp_out(work, (n + 63) / 64);
    T most = s[0];
    for (int32_t i = 1; i < n; i++) most = s[i] > most || most != most ? s[i] : most;
    d[0] = most;
}

template <class T> inline void ReduceMin(const LocalTensor<T>& dst, const LocalTensor<T>& src, const LocalTensor<T>& work, int32_t n) {
    static_assert(is_one_of<T, float>, "type matrix: ReduceMin has no such type on A2");
    T *s = kp_in(src, n), *d = kp_out(dst, 1);
    kp_out(work, (n + 63) / 64);
    T least = s[0];
    for (int32_t i = 1; i < n; i++) least = s[i] < least || least != least ? s[i] : least;
    d[0] = least;
}

enum class RoundMode { CAST_NONE, CAST_RINT, CAST_FLOOR, CAST_CEIL, CAST_ROUND, CAST_TRUNC };

inline float kp_round(float x, RoundMode m) {
    switch (m) {
    case RoundMode::CAST_FLOOR: return floorf(x);
    case RoundMode::CAST_CEIL: return ceilf(x);
    case RoundMode::CAST_ROUND: return roundf(x);
    case RoundMode::CAST_TRUNC: return truncf(x);
    default: return rintf(x);
    }
}

} // namespace AscendC

#include "kp_a2_cast.h"
