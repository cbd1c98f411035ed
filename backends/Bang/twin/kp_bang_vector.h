// Calls of the vector unit with the types that public code gives them (npu-dialects 5: mlu-ops; 11, row 10: no table is public).
#pragma once

#define KP_BINARY(NAME, EXPRESSION, ...)                                                                        \
    template <class T> inline void NAME(T* to, T* a, T* b, int64_t n) {                                          \
        static_assert(kp_bang::is_one_of<T, __VA_ARGS__>, "type matrix: " #NAME " has no such type");           \
        kp_bang::operand(a, n, false), kp_bang::operand(b, n, false), kp_bang::operand(to, n, true);            \
        kp_bang::apart(to, a, n), kp_bang::apart(to, b, n);                                                     \
        for (int64_t i = 0; i < n; i++) {                                                                       \
            const T x = a[i], y = b[i];                                                                         \
            to[i] = static_cast<T>(EXPRESSION);                                                                 \
        }                                                                                                       \
    }
KP_BINARY(__bang_add, kp_bang::sum(x, y), float, int32_t)
KP_BINARY(__bang_sub, kp_bang::difference(x, y), float, int32_t)
KP_BINARY(__bang_mul, kp_bang::product(x, y), float, int32_t)
KP_BINARY(__bang_div, x / y, float)
KP_BINARY(__bang_maxequal, x > y || y != y ? x : y, float)
KP_BINARY(__bang_minequal, x < y || y != y ? x : y, float)
KP_BINARY(__bang_band, x & y, int8_t)
KP_BINARY(__bang_bor, x | y, int8_t)
// Comparisons give 0 or 1 in the type they compare.
KP_BINARY(__bang_lt, x < y, float)
KP_BINARY(__bang_le, x <= y, float)
KP_BINARY(__bang_gt, x > y, float)
KP_BINARY(__bang_ge, x >= y, float)
KP_BINARY(__bang_eq, x == y, float, int32_t)
#undef KP_BINARY

// A tensor and a scalar, which becomes the tensor's type where it is a literal of another.
#define KP_SCALAR(NAME, EXPRESSION, ...)                                                                        \
    template <class T, class U> inline void NAME(T* to, T* a, U scalar, int64_t n) {                             \
        static_assert(kp_bang::is_one_of<T, __VA_ARGS__>, "type matrix: " #NAME " has no such type");           \
        static_assert(std::is_same_v<T, U>, "scalar type: " #NAME " takes the tensor's own type");              \
        const T y = scalar;                                                                                     \
        kp_bang::operand(a, n, false), kp_bang::operand(to, n, true);                                           \
        kp_bang::apart(to, a, n);                                                                               \
        for (int64_t i = 0; i < n; i++) {                                                                       \
            const T x = a[i];                                                                                   \
            to[i] = static_cast<T>(EXPRESSION);                                                                 \
        }                                                                                                       \
    }
KP_SCALAR(__bang_add_scalar, kp_bang::sum(x, y), float, int32_t)
KP_SCALAR(__bang_sub_scalar, kp_bang::difference(x, y), float, int32_t)
KP_SCALAR(__bang_mul_scalar, kp_bang::product(x, y), float, int32_t)
KP_SCALAR(__bang_maxeq_scalar, x > y || y != y ? x : y, float)
KP_SCALAR(__bang_mineq_scalar, x < y || y != y ? x : y, float)
KP_SCALAR(__bang_band_scalar, x & y, int32_t)
KP_SCALAR(__bang_lt_scalar, x < y, float, int32_t)
KP_SCALAR(__bang_ge_scalar, x >= y, float, int32_t)
KP_SCALAR(__bang_le_scalar, x <= y, float)
KP_SCALAR(__bang_gt_scalar, x > y, float)
KP_SCALAR(__bang_eq_scalar, x == y, float, int32_t)
KP_SCALAR(__bang_ne_scalar, x != y, float)
#undef KP_SCALAR

// Division of int32 by one number; rounds to zero, and takes neither 0 nor -1.
inline void __bang_div(int32_t* to, int32_t* a, int32_t by, int64_t n) {
    kp_bang::operand(a, n, false), kp_bang::operand(to, n, true);
    kp_bang::apart(to, a, n);
    if (by == 0 || by == -1) kp::fail(88, "__bang_div of int32 by %d", by);
    for (int64_t i = 0; i < n; i++) to[i] = a[i] / by;
}

inline void __bang_srl(uint32_t* to, uint32_t* a, int by, int64_t n) {
    kp_bang::operand(a, n, false), kp_bang::operand(to, n, true);
    kp_bang::apart(to, a, n);
    if (by < 0 || by > 31) kp::fail(88, "__bang_srl by %d", by);
    for (int64_t i = 0; i < n; i++) to[i] = a[i] >> by;
}

template <class T> inline void __bang_bnot(T* to, T* a, int64_t n) {
    static_assert(kp_bang::is_one_of<T, int8_t>, "type matrix: __bang_bnot has no such type");
    kp_bang::operand(a, n, false), kp_bang::operand(to, n, true);
    kp_bang::apart(to, a, n);
    for (int64_t i = 0; i < n; i++) to[i] = static_cast<T>(~a[i]);
}

#define KP_UNARY(NAME, EXPRESSION)                                                                              \
    template <class T> inline void NAME(T* to, T* a, int64_t n) {                                                \
        static_assert(kp_bang::is_one_of<T, float>, "type matrix: " #NAME " has no such type");                 \
        kp_bang::operand(a, n, false), kp_bang::operand(to, n, true);                                           \
        kp_bang::apart(to, a, n);                                                                               \
        for (int64_t i = 0; i < n; i++) {                                                                       \
            const T x = a[i];                                                                                   \
            to[i] = static_cast<T>(EXPRESSION);                                                                 \
        }                                                                                                       \
    }
KP_UNARY(__bang_abs, fabsf(x))
KP_UNARY(__bang_active_abs, fabsf(x))
KP_UNARY(__bang_floor, floorf(x))
KP_UNARY(__bang_sqrt, ::sqrt(double(x)))
KP_UNARY(__bang_recip, 1.0 / double(x))
KP_UNARY(__bang_log2, ::log2(double(x)))
KP_UNARY(__bang_pow2, ::exp2(double(x)))
KP_UNARY(__bang_active_exphp, ::exp(double(x)))
#undef KP_UNARY

// Elements first, then the value.
template <class T, class U> inline void __bang_write_value(T* to, int64_t n, U value) {
    static_assert(kp_bang::is_one_of<T, float, int32_t>, "type matrix: __bang_write_value has no such type");
    static_assert(std::is_same_v<T, U>, "scalar type: __bang_write_value takes the tensor's own type");
    kp_bang::operand(to, n, true);
    for (int64_t i = 0; i < n; i++) to[i] = value;
}

inline void __bang_incseq(int32_t* to, int64_t n) {
    kp_bang::operand(to, n, true);
    for (int64_t i = 0; i < n; i++) to[i] = int32_t(i);
}

enum mluFusionOpCode { FUSION_FMA, FUSION_FMS, FUSION_FAM, FUSION_FSM };

// a * b + c in one rounding: whether the machine's has one or two, no document says.
inline void __bang_fusion(mluFusionOpCode op, float* to, float* a, float* b, float* c, int64_t n, int64_t m) {
    if (op != FUSION_FMA || n != m) kp::fail(88, "__bang_fusion of another kind than FUSION_FMA of equal lengths");
    kp_bang::operand(a, n, false), kp_bang::operand(b, n, false), kp_bang::operand(c, n, false), kp_bang::operand(to, n, true);
    for (int64_t i = 0; i < n; i++) to[i] = fmaf(a[i], b[i], c[i]);
}

// In an order that no document gives: here halves onto halves.
inline float __bang_sum(float* a, int64_t n) {
    kp_bang::operand(a, n, false);
    kp_bang::steps += (n * 4 + 255) / 256;
    std::vector<float> part(a, a + n);
    size_t size = 1;
    while (size < part.size()) size *= 2;
    part.resize(size, 0.0f);
    for (size_t half = size / 2; half > 0; half /= 2)
        for (size_t i = 0; i < half; i++) part[i] += part[i + half];
    return part[0];
}
