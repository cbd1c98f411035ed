// Hyperbolic, error and gamma functions.
#include "math.h"

// e^a, and half of that where it might not be a double
INLINE double half_exp(double a) {
    double b = a > 1000 ? 1000 : a, d = b - LN2_HIGH;
    return a > 709 ? kp_exp_of(d, ((b - d) - LN2_HIGH) - LN2_LOW) : kp_exp_of(a, 0);
}
OWN double kp_sinh_f64(double x) {
    double a = magnitude(x);
    double m = kp_expm1_f64(a > 1 ? 1 : a), e = half_exp(a);
    double y = a < 1 ? 0.5 * (m + m / (m + 1)) : a > 709 ? e : 0.5 * e - 0.5 / e;
    return x != x || x == 0 ? x : with_sign(y, x);
}
OWN double kp_cosh_f64(double x) {
    double a = magnitude(x), e = half_exp(a);
    return a > 709 ? e : 0.5 * e + 0.5 / e;
}
OWN double kp_tanh_f64(double x) {
    double a = magnitude(x);
    double m = kp_expm1_f64(2 * (a > 25 ? 25 : a));
    double y = a < 0.5 ? m / (m + 2) : 1 - 2 / (m + 2);
    return x != x || x == 0 ? x : with_sign(y, x);
}
OWN double kp_asinh_f64(double x) {
    double a = magnitude(x), q = a * a;
    double y = a > 0x1p28 ? kp_log_of(a, 0) + LN2_HIGH : kp_log1p_f64(a + q / (1 + root(1 + q)));
    return x != x || x == 0 ? x : with_sign(y, x);
}
OWN double kp_acosh_f64(double x) {
    double t = x - 1;
    double y = x > 0x1p28 ? kp_log_of(x, 0) + LN2_HIGH : kp_log1p_f64(t + root(2 * t + t * t));
    return x < 1 ? NOT_A_NUMBER : y;
}
OWN double kp_atanh_f64(double x) {
    double a = magnitude(x);
    double y = 0.5 * kp_log1p_f64(2 * a / (1 - a));
    return a > 1 ? NOT_A_NUMBER : x != x || x == 0 ? x : with_sign(a == 1 ? INFINITE : y, x);
}


INLINE double erf_near(double x) {
    double z = x * x;
    return x * POLYNOMIAL(z, -0x1.29b9f1b3df556p-38, 0x1.7f072188e194dp-34, -0x1.4e607b41a6416p-30, 0x1.fc4356498c2d9p-27, -0x1.5f6d925a0bc7ap-23, 0x1.b9e6509b9867dp-20,
                          -0x1.f4d2561aeafd4p-17, 0x1.f9a326c233146p-14, -0x1.c02db3feeb579p-11, 0x1.565bcd0e6502dp-8, -0x1.b82ce312889bap-6, 0x1.ce2f21a042bdep-4,
                          -0x1.812746b0379e7p-2, 0x1.20dd750429b6dp+0);
}
// erfc for 1/2 <= x
INLINE double erfc_far(double x) {
    double b = x > 28 ? 28 : x, u = 1 / (1 + 0.5 * b);
    double g = u * POLYNOMIAL(u, 0x1.34ecb76a5ee66p-6, -0x1.16f31a3b2ac00p-4, -0x1.086274f616492p-2, 0x1.37077cf3f060dp+1, -0x1.05bc2aa604c20p+3, 0x1.08efd946ebbe6p+4, -0x1.6bafd6fbc0fffp+4,
                              0x1.628a31741c79ap+4, -0x1.f6aebfd8b74e8p+3, 0x1.0b993b8e156cap+3, -0x1.c8ffcc213a679p+1, 0x1.3e54f125ce617p+0, -0x1.1125c98df07f7p-2,
                              0x1.031e52d73978dp-4, -0x1.090d34f7ff8c6p-4, -0x1.c4b7ebeffceb7p-5, -0x1.2ac99edf0ed7ep-8, 0x1.57132b72e3096p-4, 0x1.69147b5a9d3fdp-3,
                              0x1.f98390148bd06p-3, 0x1.20dd74fa68739p-2, 0x1.20dd7504440acp-2);
    double q = b * b;
    return g * kp_exp_of(-q, -fma(b, b, -q));
}
OWN double kp_erf_f64(double x) {
    double a = magnitude(x);
    double y = a < 1 ? erf_near(a) : 1 - erfc_far(a);
    return x != x || x == 0 ? x : with_sign(y, x);
}
OWN double kp_erfc_f64(double x) {
    double a = magnitude(x);
    double far = erfc_far(a < 0.5 ? 0.5 : a);
    double y = a < 0.5 ? 1 - erf_near(x) : x > 0 ? far : 2 - far;
    return x != x ? x : y;
}

// Lanczos' sum with g = 7, good enough for a float's.
INLINE double lanczos(double x) {
    double s = 0.99999999999980993;
    s += 676.5203681218851 / (x + 1);
    s += -1259.1392167224028 / (x + 2);
    s += 771.32342877765313 / (x + 3);
    s += -176.61502916214059 / (x + 4);
    s += 12.507343278686905 / (x + 5);
    s += -0.13857109526572012 / (x + 6);
    s += 9.9843695780195716e-6 / (x + 7);
    s += 1.5056327351493116e-7 / (x + 8);
    return s;
}
INLINE double log_gamma_right(double x) { // x >= 0.5
    double z = x - 1, t = z + 7.5;
    return 0.91893853320467274178 + (z + 0.5) * kp_log_of(t, 0) - t + kp_log_of(lanczos(z), 0);
}
float kp_lgamma_f32(float v) {
    double x = v, whole = __builtin_floor(x);
    if (x <= 0 && whole == x) return (float)INFINITE;
    if (magnitude(x) == INFINITE) return (float)INFINITE;
    double s = kp_sinpi_f64(x), a = x < 0.5 ? 1 - x : x;
    double right = a == 1 || a == 2 ? 0 : log_gamma_right(a);
    return (float)(x < 0.5 ? kp_log_of(PI / magnitude(s), 0) - right : right);
}
float kp_tgamma_f32(float v) {
    double x = v;
    if (x == 0) return (float)(1 / x);
    if (x < 0 && (__builtin_floor(x) == x || x == -INFINITE)) return (float)NOT_A_NUMBER;
    double a = x < 0.5 ? 1 - x : x;
    double g = kp_exp_of(log_gamma_right(a > 200 ? 200 : a), 0);
    return (float)(x != x ? x : x < 0.5 ? PI / (kp_sinpi_f64(x) * g) : x > 200 ? INFINITE : g);
}


OF_FLOAT(sinh) OF_FLOAT(cosh) OF_FLOAT(tanh) OF_FLOAT(asinh) OF_FLOAT(acosh) OF_FLOAT(atanh) OF_FLOAT(erf) OF_FLOAT(erfc)
