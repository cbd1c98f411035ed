// How far the functions are from the C library's long double ones, in units of the last place: one line a function, the range, the greatest error and where.
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ONE(n) double kp_##n(double) __asm__("kp." #n ".f64"); float kp_##n##_f(float) __asm__("kp." #n ".f32");
#define TWO(n) double kp_##n(double, double) __asm__("kp." #n ".f64");
ONE(exp) ONE(exp2) ONE(exp10) ONE(expm1) ONE(log) ONE(log2) ONE(log10) ONE(log1p) ONE(sin) ONE(cos) ONE(tan) ONE(sinpi) ONE(cospi) ONE(asin) ONE(acos) ONE(atan)
ONE(sinh) ONE(cosh) ONE(tanh) ONE(asinh) ONE(acosh) ONE(atanh) ONE(cbrt) ONE(rcbrt) ONE(erf) ONE(erfc)
TWO(pow) TWO(atan2) TWO(hypot) TWO(fmod) TWO(remainder)
float kp_lgamma(float) __asm__("kp.lgamma.f32");
float kp_tgamma(float) __asm__("kp.tgamma.f32");
double kp_ldexp(double, int) __asm__("kp.ldexp.f64");

static uint64_t state = 88172645463325252ull;
static uint64_t next(void) {
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}
static double between(double a, double b) { return a + (b - a) * (next() >> 11) * 0x1p-53; }
static double any(void) {
    uint64_t b = next();
    double d;
    memcpy(&d, &b, 8);
    return d;
}
// bits: of the type's precision; least: its smallest denormal
static double error(double got, long double want, int bits, double least) {
    double w = bits == 24 ? (float)want : (double)want;
    if (isnan(w) || isnan(got)) return isnan(w) && isnan(got) ? 0 : 1e9;
    if (isinf(w) || isinf(got)) return w == got ? 0 : 1e9;
    if (got == 0 && w == 0) return signbit(got) == signbit(w) ? 0 : 1e9;
    int e;
    frexp(w, &e);
    double unit = ldexp(1, e - bits);
    return fabsl((long double)got - want) / (unit < least ? least : unit);
}
static const double edges[] = {0.0, -0.0, 1, -1, INFINITY, -INFINITY, NAN, 0x1p-1074, -0x1p-1074, 0x1.fffffffffffffp1023, 0.5, -0.5, 2, -3, 3, 10, 100, 1000, 1024, -1022, -1074, -2};
enum { EDGES = sizeof edges / sizeof *edges };

static long double sinpil_(long double x) {
    long double n = rintl(x * 2), t = (x - n / 2) * M_PIl;
    int q = (int)fmodl(n, 4) & 3;
    long double v = q & 1 ? cosl(t) : sinl(t);
    v = q & 2 ? -v : v;
    return v == 0 ? copysignl(0, x) : v;
}
static long double cospil_(long double x) {
    long double n = rintl(x * 2), t = (x - n / 2) * M_PIl;
    int q = ((int)fmodl(n, 4) + 1) & 3;
    long double v = q & 1 ? cosl(t) : sinl(t);
    v = q & 2 ? -v : v;
    return v == 0 ? 0 : v;
}
static long double rcbrtl_(long double x) { return 1 / cbrtl(x); }

static int count;
static void one(const char* name, double f(double), long double exact(long double), double low, double high) {
    double most = 0, at = 0;
    for (int i = 0; i < count + EDGES; i++) {
        double x = i < EDGES ? edges[i] : low == high ? any() : between(low, high);
        if (i < EDGES && low != high) continue;
        double e = error(f(x), exact(x), 53, 0x1p-1074);
        if (e > most) most = e, at = x;
    }
    printf("%s.f64 %.3f %a\n", name, most, at);
}
static void one_float(const char* name, float f(float), long double exact(long double), double low, double high) {
    double most = 0, at = 0;
    for (int i = 0; i < count + EDGES; i++) {
        uint32_t b = (uint32_t)next();
        float x;
        memcpy(&x, &b, 4);
        x = i < EDGES ? (float)edges[i] : low == high ? x : (float)between(low, high);
        if (i < EDGES && low != high) continue;
        double e = error(f(x), exact(x), 24, 0x1p-149);
        if (e > most) most = e, at = x;
    }
    printf("%s.f32 %.3f %a\n", name, most, at);
}
static void two(const char* name, double f(double, double), long double exact(long double, long double), double low, double high, double from, double to) {
    double most = 0, a = 0, b = 0;
    for (int i = 0; i < count + EDGES * EDGES; i++) {
        int edge = i < EDGES * EDGES;
        if (edge && low != high) continue;
        double x = edge ? edges[i / EDGES] : low == high ? any() : between(low, high), y = edge ? edges[i % EDGES] : low == high ? any() : between(from, to);
        double e = error(f(x, y), exact(x, y), 53, 0x1p-1074);
        if (e > most) most = e, a = x, b = y;
    }
    printf("%s.f64 %.3f %a %a\n", name, most, a, b);
}
#define BOTH(n, exact, low, high) one(#n, kp_##n, exact, low, high); one_float(#n, kp_##n##_f, exact, low, high);
#define EVERYWHERE(n, exact) BOTH(n, exact, 0, 0)

int main(int argc, char** argv) {
    count = argc > 1 ? atoi(argv[1]) : 20000;
    EVERYWHERE(exp, expl) BOTH(exp, expl, -104, 90) BOTH(exp, expl, -1, 1)
    EVERYWHERE(exp2, exp2l) BOTH(exp2, exp2l, -150, 128) EVERYWHERE(exp10, exp10l) BOTH(exp10, exp10l, -45, 38)
    EVERYWHERE(expm1, expm1l) BOTH(expm1, expm1l, -1, 1) BOTH(expm1, expm1l, -40, 80)
    EVERYWHERE(log, logl) BOTH(log, logl, 0.5, 2) EVERYWHERE(log2, log2l) BOTH(log2, log2l, 0.5, 2) EVERYWHERE(log10, log10l) BOTH(log10, log10l, 0.5, 2)
    EVERYWHERE(log1p, log1pl) BOTH(log1p, log1pl, -1, 1)
    EVERYWHERE(sin, sinl) BOTH(sin, sinl, -7, 7) BOTH(sin, sinl, -1e6, 1e6) EVERYWHERE(cos, cosl) BOTH(cos, cosl, -7, 7) EVERYWHERE(tan, tanl) BOTH(tan, tanl, -7, 7)
    BOTH(sinpi, sinpil_, -9, 9) BOTH(cospi, cospil_, -9, 9)
    EVERYWHERE(asin, asinl) BOTH(asin, asinl, -1, 1) EVERYWHERE(acos, acosl) BOTH(acos, acosl, -1, 1) EVERYWHERE(atan, atanl) BOTH(atan, atanl, -5, 5)
    EVERYWHERE(sinh, sinhl) BOTH(sinh, sinhl, -3, 3) BOTH(sinh, sinhl, -89, 89) EVERYWHERE(cosh, coshl) BOTH(cosh, coshl, -89, 89) EVERYWHERE(tanh, tanhl) BOTH(tanh, tanhl, -3, 3)
    EVERYWHERE(asinh, asinhl) BOTH(asinh, asinhl, -3, 3) EVERYWHERE(acosh, acoshl) BOTH(acosh, acoshl, 1, 5) EVERYWHERE(atanh, atanhl) BOTH(atanh, atanhl, -1, 1)
    EVERYWHERE(cbrt, cbrtl) EVERYWHERE(rcbrt, rcbrtl_) EVERYWHERE(erf, erfl) BOTH(erf, erfl, -6, 6) EVERYWHERE(erfc, erfcl) BOTH(erfc, erfcl, -6, 10)
    two("pow", kp_pow, powl, 0, 0, 0, 0);
    two("pow", kp_pow, powl, 0, 10, -300, 300);
    two("pow", kp_pow, powl, 0.9, 1.1, -6000, 6000);
    two("atan2", kp_atan2, atan2l, 0, 0, 0, 0);
    two("atan2", kp_atan2, atan2l, -3, 3, -3, 3);
    two("hypot", kp_hypot, hypotl, 0, 0, 0, 0);
    two("hypot", kp_hypot, hypotl, -3, 3, -3, 3);
    two("fmod", kp_fmod, fmodl, 0, 0, 0, 0);
    two("fmod", kp_fmod, fmodl, -100, 100, -3, 3);
    two("remainder", kp_remainder, remainderl, 0, 0, 0, 0);
    two("remainder", kp_remainder, remainderl, -100, 100, -3, 3);
    one_float("lgamma", kp_lgamma, lgammal, -9, 40);
    one_float("tgamma", kp_tgamma, tgammal, -9, 35);
    double most = 0, at = 0;
    for (int i = 0; i < count; i++) {
        double x = any();
        int n = (int)(next() % 4400) - 2200;
        double e = error(kp_ldexp(x, n), ldexp(x, n), 53, 0x1p-1074);
        if (e > most) most = e, at = x;
    }
    printf("ldexp.f64 %.3f %a\n", most, at);
    return 0;
}
