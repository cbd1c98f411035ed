// Arithmetic and conversions rounded towards zero, up and down: the nearest result, and one step from it where what it leaves out has the wrong sign.
#include "math.h"

enum direction { TO_ZERO, UP, DOWN };

INLINE double beside(double x, int up) {
    u64 b = bits(x);
    if (x == 0) return number(up ? 1 : 1ull << 63 | 1);
    return number(up == !(b >> 63) ? b + 1 : b - 1);
}
INLINE float beside_float(float x, int up) {
    u32 b = __builtin_bit_cast(u32, x);
    if (x == 0) return __builtin_bit_cast(float, up ? 1u : 1u << 31 | 1u);
    return __builtin_bit_cast(float, up == !(b >> 31) ? b + 1 : b - 1);
}
// Which way to go from y when the exact result is y + rest; 0 for none.
INLINE int step(double y, double rest, int to) {
    if (to == TO_ZERO) to = bits(y) >> 63 ? UP : DOWN;
    return y != y ? 0 : to == UP && rest > 0 ? 1 : to == DOWN && rest < 0 ? -1 : 0;
}
INLINE double steered(double y, double rest, int to) {
    int s = y == 0 && to == TO_ZERO ? 0 : step(y, rest, to);
    return s ? beside(y, s > 0) : y;
}
INLINE float steered_float(float y, double rest, int to) {
    int s = y == 0 && to == TO_ZERO ? 0 : step(y, rest, to);
    return s ? beside_float(y, s > 0) : y;
}
INLINE int finite(double x) { return magnitude(x) < INFINITE; }
INLINE double lost_of_sum(double a, double b, double s) {
    double t = s - a;
    return (a - (s - t)) + (b - t);
}
// A sum of 0 is -0 when rounded down, but for that of two zeroes above.
INLINE int is_negative_zero(double a, double b, double s, int to) { return s == 0 && to == DOWN && (bits(a) >> 63 || bits(b) >> 63); }

INLINE double add(double a, double b, int to) {
    double s = a + b;
    if (is_negative_zero(a, b, s, to)) return -0.0;
    return steered(s, finite(s) ? lost_of_sum(a, b, s) : finite(a) && finite(b) ? -s : 0, to);
}
INLINE double mul(double a, double b, int to) {
    double p = a * b;
    if (!finite(p)) return steered(p, finite(a) && finite(b) ? -p : 0, to);
    double small = magnitude(a) < magnitude(b) ? a : b, large = magnitude(a) < magnitude(b) ? b : a;
    double unit = magnitude(p) < 0x1p-900 ? 0x1p540 : 1;
    // A product that vanishes may do so in any unit.
    double rest = p == 0 && a != 0 && b != 0 ? with_sign(1, p) : fma(small * unit, large, -(p * unit));
    return steered(p, rest, to);
}
INLINE double divide(double a, double b, int to) {
    double q = a / b;
    if (!finite(a) || !finite(b) || b == 0) return q;
    if (!finite(q)) return steered(q, -q, to);
    double unit = magnitude(a) < 0x1p-900 ? 0x1p200 : 1;
    double r = fma(-(q * unit), b, a * unit);
    return steered(q, b < 0 ? -r : r, to);
}
INLINE double square_root(double a, int to) {
    double s = root(a);
    if (!finite(s) || s == 0) return s;
    int tiny = a < 0x1p-900;
    double t = tiny ? s * 0x1p100 : s;
    return steered(s, fma(-t, t, tiny ? a * 0x1p200 : a), to);
}
// In double a float's product is exact, and of sums, quotients and roots the sign of the rest is.
INLINE float to_float(double y, double rest, int to) {
    float f = (float)y;
    if (f != f || !finite(y)) return f;
    double near = finite(f) ? y - (double)f : -f;
    return steered_float(f, near != 0 ? near : rest, to);
}
INLINE float add_float(float a, float b, int to) {
    double s = (double)a + b;
    if (is_negative_zero(a, b, s, to)) return -0.0f;
    return to_float(s, finite(s) ? lost_of_sum(a, b, s) : 0, to);
}
INLINE float divide_float(float a, float b, int to) {
    double q = (double)a / b;
    double r = finite(a) && finite(b) && b != 0 ? fma(-q, b, a) : 0;
    return to_float(q, b < 0 ? -r : r, to);
}
INLINE float square_root_float(float a, int to) {
    double s = root(a);
    return to_float(s, finite(s) ? fma(-s, s, a) : 0, to);
}
// A whole number with so many bits, and its sign, as a double that has no more.
INLINE double of_whole(u64 m, int negative, int precision, int to) {
    int n = m ? 64 - __builtin_clzll(m) - precision : 0;
    n = n < 0 ? 0 : n;
    u64 kept = m >> n, rest = m & ((1ull << n) - 1);
    if (rest && to != TO_ZERO && (to == UP) == !negative) kept++;
    double y = (double)kept * power_of_two(n);
    return negative ? -y : y;
}
INLINE u64 size_of(i64 x) { return x < 0 ? 0 - (u64)x : (u64)x; }

#define IN_DIRECTION(name, to)                                                                                    \
    double kp_add_##name##_f64(double a, double b) { return add(a, b, to); }                                      \
    double kp_sub_##name##_f64(double a, double b) { return add(a, -b, to); }                                     \
    double kp_mul_##name##_f64(double a, double b) { return mul(a, b, to); }                                      \
    double kp_div_##name##_f64(double a, double b) { return divide(a, b, to); }                                   \
    double kp_sqrt_##name##_f64(double a) { return square_root(a, to); }                                          \
    float kp_add_##name##_f32(float a, float b) { return add_float(a, b, to); }                                   \
    float kp_sub_##name##_f32(float a, float b) { return add_float(a, -b, to); }                                  \
    float kp_mul_##name##_f32(float a, float b) { return to_float((double)a * b, 0, to); }                        \
    float kp_div_##name##_f32(float a, float b) { return divide_float(a, b, to); }                                \
    float kp_sqrt_##name##_f32(float a) { return square_root_float(a, to); }                                      \
    float kp_convert_##name##_f32_f64(double x) { return to_float(x, 0, to); }                                    \
    float kp_convert_##name##_f32_i32(int x) { return (float)of_whole(size_of(x), x < 0, 24, to); }               \
    float kp_convert_##name##_f32_u32(u32 x) { return (float)of_whole(x, 0, 24, to); }                            \
    float kp_convert_##name##_f32_i64(i64 x) { return (float)of_whole(size_of(x), x < 0, 24, to); }               \
    float kp_convert_##name##_f32_u64(u64 x) { return (float)of_whole(x, 0, 24, to); }                            \
    double kp_convert_##name##_f64_i64(i64 x) { return of_whole(size_of(x), x < 0, 53, to); }                     \
    double kp_convert_##name##_f64_u64(u64 x) { return of_whole(x, 0, 53, to); }
IN_DIRECTION(rz, TO_ZERO)
IN_DIRECTION(ru, UP)
IN_DIRECTION(rd, DOWN)
