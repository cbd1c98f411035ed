// Remainders, which are exact, and powers of two.
#include "math.h"

OWN double kp_fmod_f64(double x, double y) {
    double a = magnitude(x), b = magnitude(y);
    if (x != x || y != y || a == INFINITE || b == 0) return NOT_A_NUMBER;
    if (a < b) return x;
    // Bit by bit, as in long division: the divisor times a power of two is a double where it does not exceed the rest.
    int n = (int)(bits(a) >> 52) - (int)(bits(b) >> 52) + 1;
    int denormal = b < 0x1p-1022;
    if (denormal) {
        b *= 0x1p54;
        n = (int)(bits(a) >> 52) - ((int)(bits(b) >> 52) - 54) + 1;
    }
    double rest = a;
    for (; n >= 0; n--) {
        double step = scaled(b, denormal ? n - 54 : n);
        if (step <= rest) rest -= step;
    }
    return with_sign(rest, x);
}
OWN double kp_remainder_f64(double x, double y) {
    double b = magnitude(y);
    if (x != x || y != y || magnitude(x) == INFINITE || b == 0) return NOT_A_NUMBER;
    if (b == INFINITE) return x;
    double a = magnitude(b < 0x1p1022 ? kp_fmod_f64(x, 2 * b) : x);
    // The quotient is even so far; twice the rest may be too large a number, half of the divisor too small a one.
    int small = b < 0x1p-1021;
    double twice = 2 * a, half = 0.5 * b;
    if (small ? twice > b : a > half) {
        a -= b;
        if (small ? 2 * a >= b : a >= half) a -= b;
    }
    return with_sign(1, x) * a == 0 ? with_sign(0, x) : with_sign(1, x) * a;
}
OWN double kp_ldexp_f64(double x, int n) {
    double a = magnitude(x);
    if (a == 0 || !(a < INFINITE)) return x;
    int denormal = a < 0x1p-1022;
    u64 b = bits(denormal ? a * 0x1p54 : a);
    int e = (int)(b >> 52) - 1023 - (denormal ? 54 : 0);
    double m = number((b & 0xfffffffffffffull) | 0x3ff0000000000000ull);
    n = n > 4000 ? 4000 : n < -4000 ? -4000 : n;
    int to = e + n;
    double y = to > 1023 ? INFINITE : to < -1100 ? 0 : scaled(m, to);
    return with_sign(y, x);
}


float kp_fmod_f32(float x, float y) { return (float)kp_fmod_f64(x, y); }
float kp_remainder_f32(float x, float y) { return (float)kp_remainder_f64(x, y); }
float kp_ldexp_f32(float x, int n) { return (float)kp_ldexp_f64(x, n); }
