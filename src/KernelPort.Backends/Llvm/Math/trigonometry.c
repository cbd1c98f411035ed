// Functions of angles.
#include "math.h"

INLINE double small_sin(double x, double low) {
    double z = x * x;
    double s = POLYNOMIAL(z, 0x1.5e098556d302ep-33, -0x1.ae60069e53ef1p-26, 0x1.71de379252004p-19, -0x1.a01a019e80693p-13, 0x1.1111111110ba5p-7, -0x1.5555555555555p-3);
    return x + fma(x * z, s, low * (1 - 0.5 * z));
}
INLINE double small_cos(double x, double low) {
    double z = x * x, h = 0.5 * z, w = 1 - h;
    double c = POLYNOMIAL(z, -0x1.907c0e63adbb6p-37, 0x1.1eeb66b683028p-29, -0x1.27e4fa15bd814p-22, 0x1.a01a019f4d0edp-16, -0x1.6c16c16c16960p-10, 0x1.5555555555555p-5);
    return w + (((1 - w) - h) + fma(z * z, c, -x * low));
}

// 2 / pi in 64-bit pieces, the point behind the first; large numbers ask for more and more of them.
static const __attribute__((address_space(4))) u64 kp_two_over_pi[21] = {
    0, 0xa2f9836e4e441529ull, 0xfc2757d1f534ddc0ull, 0xdb6295993c439041ull, 0xfe5163abdebbc561ull, 0xb7246e3a424dd2e0ull, 0x06492eea09d1921cull,
    0xfe1deb1cb129a73eull, 0xe88235f52ebb4484ull, 0xe99c7026b45f7e41ull, 0x3991d639835339f4ull, 0x9c845f8bbdf9283bull, 0x1ff897ffde05980full, 0xef2f118b5a0a6d1full,
    0x6d367ecf27cb09b7ull, 0x4f463f669e5fea2dull, 0x7527bac7ebe5f17bull, 0x3d0739f78a5292eaull, 0x6bfb5fb11f8d5d08ull, 0x56033046fc7b6babull, 0xf0cfbc209af4361dull};

typedef struct { int quarter; double high, low; } reduced;
// x = m * 2^e times 256 bits of 2 / pi: those before only make whole turns, and the point is behind bit 224 whatever x is.
static OWN reduced kp_reduce_large(double x) {
    u64 b = bits(x), m = (b & 0xfffffffffffffull) | 0x10000000000000ull;
    int start = (int)(b >> 52 & 0x7ff) - 1075 + 32, word = start / 64, shift = start % 64;
    u64 p[4], carry = 0;
#pragma clang loop unroll(full)
    for (int i = 3; i >= 0; i--) {
        u64 h = kp_two_over_pi[word + i], l = shift && word + i < 20 ? kp_two_over_pi[word + i + 1] >> (64 - shift) : 0;
        unsigned __int128 t = (unsigned __int128)m * (h << shift | l) + carry;
        p[i] = (u64)t;
        carry = (u64)(t >> 64);
    }
    int quarter = (int)(p[0] >> 32 & 3);
    u64 first = p[0] << 32 | p[1] >> 32, second = p[1] << 32 | p[2] >> 32, third = p[2] << 32 | p[3] >> 32;
    double sign = b >> 63 ? -1 : 1, nearer = 1;
    if (first >> 63) { // to the nearest whole number
        quarter++;
        nearer = -1;
        first = ~first;
        second = ~second;
        third = ~third;
    }
    int zeros = first ? __builtin_clzll(first) : 64;
    if (zeros == 64) {
        first = second;
        second = third;
        zeros += __builtin_clzll(first | 1);
    }
    int left = zeros & 63;
    first = left ? first << left | second >> (64 - left) : first;
    second <<= left;
    pair f = {(double)(first >> 11) * 0x1p-53, (double)((first & 0x7ff) << 53 | second >> 11) * 0x1p-117};
    pair r = product_of(f, (pair){PI_2_HIGH, PI_2_LOW});
    double unit = sign * nearer * power_of_two(-zeros);
    return (reduced){sign < 0 ? -quarter : quarter, r.high * unit, r.low * unit};
}
INLINE reduced reduce(double x) {
    double a = magnitude(x);
    if (a <= 0x1.921fb54442d18p-1) return (reduced){0, x, 0};
    if (a > 0x1p20) return a < INFINITE ? kp_reduce_large(x) : (reduced){0, NOT_A_NUMBER, 0};
    double n = nearest(x * 0x1.45f306dc9c883p-1);
    double t = fma(-n, PI_2_HIGH, x);
    double p = n * PI_2_LOW, lost = fma(n, PI_2_LOW, -p);
    double r = t - p;
    double low = (t - r) - p;
    low = low - lost - n * PI_2_LOWEST;
    pair whole = sum_of(r, low);
    return (reduced){(int)n, whole.high, whole.low};
}
INLINE double turned(reduced r, int more) {
    int q = r.quarter + more;
    double v = q & 1 ? small_cos(r.high, r.low) : small_sin(r.high, r.low);
    return q & 2 ? -v : v;
}
OWN double kp_sin_f64(double x) { return x == 0 ? x : turned(reduce(x), 0); }
OWN double kp_cos_f64(double x) { return turned(reduce(x), 1); }
OWN double kp_tan_f64(double x) {
    reduced r = reduce(x);
    double s = small_sin(r.high, r.low), c = small_cos(r.high, r.low);
    return x == 0 ? x : r.quarter & 1 ? -c / s : s / c;
}
INLINE double of_pi(double x, int more) {
    double n = nearest(x * 2), t = fma(n, -0.5, x);
    double h = t * PI;
    reduced r = {(int)(i64)(magnitude(n) < 0x1p62 ? n : 0), h, fma(t, PI, -h) + t * (2 * PI_2_LOW)};
    return magnitude(x) < INFINITE ? turned(r, more) : NOT_A_NUMBER;
}
// A sine that is 0 has the sign of x.
OWN double kp_sinpi_f64(double x) {
    double y = of_pi(x, 0);
    return y == 0 ? with_sign(0, x) : y;
}
OWN double kp_cospi_f64(double x) {
    double y = of_pi(x, 1);
    return y == 0 ? 0 : y;
}
INLINE double small_atan(double x) {
    double z = x * x;
    double p = POLYNOMIAL(z, 0x1.0ac7d2dc4c828p-6, -0x1.1b2e7e3386b79p-5, 0x1.74dbcb5c2167ap-5, -0x1.ac7a216389ddfp-5, 0x1.e19a0439b3b4bp-5, -0x1.110e875de57ebp-4, 0x1.3b1392d04b71cp-4,
                          -0x1.745d165d9ee17p-4, 0x1.c71c71c30300bp-4, -0x1.249249248d7cap-3, 0x1.9999999999953p-3, -0x1.5555555555555p-2);
    return x * z * p; // what is to be added to x
}
// atan(y / x) for y, x >= 0, in eighths of a turn plus something small
INLINE double atan_of(double y, double x) {
    int flip = y > x;
    double n = flip ? x : y, d = flip ? y : x;
    int middle = n > 0x1.a827999fcef32p-2 * d;
    double a = middle ? n - d : n, b = middle ? n + d : d;
    double t = a / b;
    double low = b < 0x1p1000 && b > 0x1p-900 ? (fma(-t, b, a) - (middle ? t * ((n - (b - d)) ) : 0)) / b : 0;
    if (!(magnitude(low) < 1)) low = 0;
    double base = middle ? PI_2_HIGH / 2 : 0, base_low = middle ? PI_2_LOW / 2 : 0;
    double rest = small_atan(t) + (low + base_low);
    if (!flip) {
        pair s = sum_of(base, t);
        return middle ? s.high + (s.low + rest) : t + rest;
    }
    pair s = sum_of(PI_2_HIGH, -base), u = sum_of(s.high, -t);
    return u.high + (u.low + ((PI_2_LOW - rest) + s.low));
}
OWN double kp_atan_f64(double x) {
    double a = magnitude(x);
    double y = a == INFINITE ? PI_2_HIGH : atan_of(a, 1);
    return x != x || x == 0 ? x : with_sign(y, x);
}
OWN double kp_atan2_f64(double y, double x) {
    double a = magnitude(y), b = magnitude(x);
    if (x != x || y != y) return NOT_A_NUMBER;
    double r = a == 0 ? 0 : a == INFINITE && b == INFINITE ? PI / 4 : a == INFINITE || b == 0 ? PI_2_HIGH : b == INFINITE ? 0 : atan_of(a, b);
    int left = (int)(bits(x) >> 63);
    return with_sign(left ? (PI - r) + 2 * PI_2_LOW : r, y);
}
INLINE double asin_tail(double z) {
    return z * POLYNOMIAL(z, 0x1.d78189767524ep-6, -0x1.e7a24f548c99fp-7, 0x1.1d661531b222ep-6, 0x1.653a8f8cfd43cp-8, 0x1.524ea8b3aad31p-7, 0x1.78246f32d075cp-7, 0x1.c9cf3759fd8ffp-7,
                          0x1.1c4d343fa57f6p-6, 0x1.6e8bb1d89492bp-6, 0x1.f1c71c1d4aa0dp-6, 0x1.6db6db6e3292ep-5, 0x1.3333333332ec4p-4, 0x1.5555555555556p-3);
}
// asin of the root of z, as a pair
INLINE pair asin_of_root(double z) {
    double s = root(z), low = s == 0 ? 0 : fma(-s, s, z) / (2 * s);
    return (pair){s, fma(s, asin_tail(z), low)};
}
OWN double kp_asin_f64(double x) {
    double a = magnitude(x);
    pair r = asin_of_root(0.5 - 0.5 * a);
    pair s = sum_of(PI_2_HIGH, -2 * r.high);
    double y = a > 0.5 ? s.high + (s.low + (PI_2_LOW - 2 * r.low)) : fma(a, asin_tail(a * a), a);
    return a > 1 ? NOT_A_NUMBER : x != x || x == 0 ? x : with_sign(y, x);
}
OWN double kp_acos_f64(double x) {
    double a = magnitude(x);
    pair r = asin_of_root(0.5 - 0.5 * a);
    pair h = sum_of(PI_2_HIGH, -x);
    double t = a * asin_tail(a * a);
    double near = h.high + (h.low + (PI_2_LOW - with_sign(t, x)));
    pair w = sum_of(PI, -2 * r.high);
    double y = a <= 0.5 ? near : x > 0 ? 2 * (r.high + r.low) : w.high + (w.low + (2 * PI_2_LOW - 2 * r.low));
    return a > 1 ? NOT_A_NUMBER : x != x ? x : y;
}


OF_FLOAT(sin) OF_FLOAT(cos) OF_FLOAT(tan) OF_FLOAT(sinpi) OF_FLOAT(cospi) OF_FLOAT(asin) OF_FLOAT(acos) OF_FLOAT(atan)
float kp_atan2_f32(float y, float x) { return (float)kp_atan2_f64(y, x); }
