// Exponentials, logarithms, powers.
#include "math.h"

// e^(r + low) - 1 for |r| <= ln 2 / 2
INLINE pair small_exp(double x, double lost) {
    double r = x + lost, low = (x - r) + lost;
    double q = POLYNOMIAL(r, 0x1.1f7340dbc337ep-29, 0x1.af4e554377204p-26, 0x1.27e4db46cddd1p-22, 0x1.71de01fdbf9cap-19, 0x1.a01a01a6e1e2ap-16, 0x1.a01a01abf85abp-13,
                          0x1.6c16c16c162c3p-10, 0x1.11111111100bep-7, 0x1.5555555555556p-5, 0x1.5555555555557p-3, 0.5);
    return sum_of(r, fma(r * r, q, low));
}
INLINE double plus_one(pair p) { return 1 + (p.high + p.low); }
// e^(x + low); low is far below x
OWN double kp_exp_of(double x, double low) {
    double b = x > 710 ? 710 : x < -746 ? -746 : x;
    double n = nearest(b * 0x1.71547652b82fep+0);
    double r = fma(-n, LN2_HIGH, b);
    double y = scaled(plus_one(small_exp(r, fma(-n, LN2_LOW, low))), (int)n);
    return x != x ? x : y;
}
OWN double kp_exp_f64(double x) { return kp_exp_of(x, 0); }
OWN double kp_exp2_f64(double x) {
    double b = x > 1025 ? 1025 : x < -1080 ? -1080 : x;
    double n = nearest(b), f = b - n;
    double r = f * LN2_HIGH;
    double y = scaled(plus_one(small_exp(r, fma(f, LN2_HIGH, -r) + f * LN2_LOW)), (int)n);
    return x != x ? x : y;
}
OWN double kp_exp10_f64(double x) {
    double b = x > 310 ? 310 : x < -325 ? -325 : x;
    double r = b * 0x1.26bb1bbb55516p+1;
    double y = kp_exp_of(r, fma(b, 0x1.26bb1bbb55516p+1, -r) + b * -0x1.f48ad494ea3e9p-53);
    return x != x ? x : y;
}
OWN double kp_expm1_f64(double x) {
    double b = x < -50 ? -50 : x > 50 ? 50 : x;
    double n = nearest(b * 0x1.71547652b82fep+0);
    pair p = small_exp(fma(-n, LN2_HIGH, b), -n * LN2_LOW);
    double unit = power_of_two((int)n);
    double w = unit - 1, t = unit * p.high, y = w + t; // two numbers of either size
    double v = y - w;
    double rest = (w - (y - v)) + (t - v);
    return x > 50 ? kp_exp_of(x, 0) : x == 0 || x != x ? x : y + (rest + unit * p.low);
}


// log(1 + f) - f + f*f/2 for 1 + f between the roots of 1/2 and of 2
INLINE double log_tail(double f) {
    double s = f / (2 + f), z = s * s;
    double r = z * POLYNOMIAL(z, 0x1.2b738e2aa39afp-3, 0x1.39fc2aa6d2eafp-3, 0x1.7462c5b8a82a8p-3, 0x1.c71c62a977f06p-3, 0x1.2492492e20726p-2, 0x1.9999999995137p-2,
                              0x1.5555555555558p-1);
    return s * (0.5 * f * f + r);
}
typedef struct { int exponent; double f; } taken_apart;
INLINE taken_apart take_apart(double x) {
    int denormal = x < 0x1p-1022;
    u64 b = bits(denormal ? x * 0x1p54 : x);
    int e = (int)(b >> 52) - 1023 - (denormal ? 54 : 0);
    double m = number((b & 0xfffffffffffffull) | 0x3ff0000000000000ull);
    int large = m > 0x1.6a09e667f3bcdp+0;
    return (taken_apart){e + large, (large ? m * 0.5 : m) - 1};
}
INLINE double of_log(double x, double y) { return x != x || x == INFINITE ? x : x < 0 ? NOT_A_NUMBER : x == 0 ? -INFINITE : y; }
// log(x) where what was lost of x is low
OWN double kp_log_of(double x, double low) {
    taken_apart t = take_apart(x);
    double h = 0.5 * t.f * t.f;
    return of_log(x, fma(t.exponent, LN2_HIGH, t.f - (h - (log_tail(t.f) + fma(t.exponent, LN2_LOW, low)))));
}
OWN double kp_log_f64(double x) { return kp_log_of(x, 0); }
INLINE double log_by(double x, double unit, double high, double low) { // a logarithm whose unit is one of 2
    taken_apart t = take_apart(x);
    double h = 0.5 * t.f * t.f, tail = log_tail(t.f);
    pair l = sum_of(t.f, tail - h);
    double p = l.high * high;
    double rest = fma(l.high, high, -p) + fma(l.high, low, l.low * high);
    pair s = sum_of(t.exponent * unit, p);
    return of_log(x, t.exponent == 0 ? p + rest : s.high + (s.low + rest));
}
OWN double kp_log2_f64(double x) { return log_by(x, 1, 0x1.71547652b82fep+0, 0x1.777d0ffda0d24p-56); }
OWN double kp_log10_f64(double x) {
    taken_apart t = take_apart(x);
    double h = 0.5 * t.f * t.f, tail = log_tail(t.f);
    pair l = sum_of(t.f, tail - h);
    double p = l.high * 0x1.bcb7b1526e50ep-2;
    double rest = fma(l.high, 0x1.bcb7b1526e50ep-2, -p) + fma(l.high, 0x1.95355baaafad3p-57, l.low * 0x1.bcb7b1526e50ep-2);
    double e = t.exponent, high = e * 0x1.34413509f79ffp-2;
    double low = fma(e, 0x1.34413509f79ffp-2, -high) + e * -0x1.9dc1da994fd21p-59;
    pair s = sum_of(high, p);
    return of_log(x, e == 0 ? p + rest : s.high + (s.low + (low + rest)));
}
OWN double kp_log1p_f64(double x) {
    double u = 1 + x;
    double lost = magnitude(x) < 1 ? x - (u - 1) : 1 - (u - x);
    double y = kp_log_of(u, u == 0 || u == INFINITE ? 0 : lost / u);
    return magnitude(x) < 0x1p-54 ? x : y;
}


// log |x| as a pair, for finite x above 0
INLINE pair log_pair(double x) {
    taken_apart t = take_apart(x);
    double d = 2 + t.f, s = t.f / d;
    pair den = sum_of(2, t.f);
    double lost = (fma(-s, den.high, t.f) - s * den.low) / d;
    pair ps = sum_of(s, lost), z = product_of(ps, ps);
    // 2s (1 + z/3 + z*z/5 + ...)
    double r = z.high * z.high * POLYNOMIAL(z.high, 0x1.e0605b57dc192p-5, 0x1.df78008697c8ep-5, 0x1.1118decc12f70p-4, 0x1.3b139566166d5p-4, 0x1.745d177b994aep-4, 0x1.c71c71c6e97bbp-4,
                                            0x1.2492492492525p-3, 0x1.999999999999ap-3);
    pair third = product_of(z, (pair){0x1.5555555555555p-2, 0x1.5555555555555p-56});
    pair factor = total((pair){1, 0}, total(third, (pair){r, 0}));
    pair l = product_of((pair){2 * ps.high, 2 * ps.low}, factor);
    double e = t.exponent, high = e * LN2_HIGH;
    if (e == 0) return l;
    return total((pair){high, fma(e, LN2_HIGH, -high) + e * LN2_LOW}, l);
}
OWN double kp_pow_f64(double x, double y) {
    double a = magnitude(x);
    pair l = log_pair(a == 0 || a == INFINITE || a != a ? 1 : a);
    double limited = y > 0x1p70 ? 0x1p70 : y < -0x1p70 ? -0x1p70 : y;
    double p = limited * l.high;
    double rest = fma(limited, l.high, -p) + limited * l.low;
    double r = magnitude(p) > 800 ? kp_exp_of(p, 0) : kp_exp_of(p, rest);
    double half = y * 0.5;
    int whole = __builtin_trunc(y) == y, odd = whole && __builtin_trunc(half) != half && magnitude(y) < 0x1p53;
    if (a == 0) r = y > 0 ? 0 : INFINITE;
    if (a == INFINITE) r = y > 0 ? INFINITE : 0;
    if (magnitude(y) == INFINITE) r = a == 1 ? 1 : (a > 1) == (y > 0) ? INFINITE : 0;
    if (x < 0 && !whole && a != INFINITE) r = NOT_A_NUMBER;
    if ((bits(x) >> 63) && odd) r = -r;
    if (x != x || y != y) r = NOT_A_NUMBER;
    return x == 1 || y == 0 ? 1 : r;
}
OWN double kp_cbrt_f64(double x) {
    double a = magnitude(x);
    if (a == 0 || a == INFINITE || a != a) return x;
    double m = a < 0x1p-900 ? a * 0x1p150 : a > 0x1p900 ? a * 0x1p-150 : a;
    // A third of the exponent, then steps that treble the right bits.
    double t = number(bits(m) / 3 + 0x2a9f7893782da1ceull);
    for (int i = 0; i < 3; i++) {
        double c = t * t * t;
        t = t * ((c + 2 * m) / (2 * c + m));
    }
    double s = t * t, e = fma(t, s, -m) + t * fma(t, t, -s);
    t = t - e / (3 * s);
    return with_sign(a < 0x1p-900 ? t * 0x1p-50 : a > 0x1p900 ? t * 0x1p50 : t, x);
}
OWN double kp_rcbrt_f64(double x) { return 1 / kp_cbrt_f64(x); }
OWN double kp_hypot_f64(double x, double y) {
    double a = magnitude(x), b = magnitude(y);
    double large = a > b ? a : b, small = a > b ? b : a;
    if (a == INFINITE || b == INFINITE) return INFINITE;
    if (a != a || b != b) return NOT_A_NUMBER;
    if (large == 0) return 0;
    double up = large > 0x1p500 ? 0x1p-600 : large < 0x1p-400 ? 0x1p600 : 1, down = large > 0x1p500 ? 0x1p600 : large < 0x1p-400 ? 0x1p-600 : 1;
    large *= up;
    small *= up;
    double h = root(fma(large, large, small * small));
    // One step towards the root of the exact sum.
    double hh = h * h, ll = large * large;
    double e = (hh - ll - small * small) + (fma(h, h, -hh) - fma(large, large, -ll) - fma(small, small, -(small * small)));
    return (h - e / (2 * h)) * down;
}


OF_FLOAT(exp) OF_FLOAT(exp2) OF_FLOAT(exp10) OF_FLOAT(expm1)
OF_FLOAT(log) OF_FLOAT(log2) OF_FLOAT(log10) OF_FLOAT(log1p)
OF_FLOAT(cbrt) OF_FLOAT(rcbrt)
float kp_pow_f32(float x, float y) { return (float)kp_pow_f64(x, y); }
float kp_hypot_f32(float x, float y) {
    double a = magnitude(x), b = magnitude(y);
    return (float)(a == INFINITE || b == INFINITE ? INFINITE : root(a * a + b * b));
}
