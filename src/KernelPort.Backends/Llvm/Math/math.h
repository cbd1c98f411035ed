// What the functions of CUDA's math library are made of here, for machines that come without one. Everything is computed in double with fused multiply-add; a float function
// rounds once more, so it is correctly rounded but for rare cases. Coefficients are Chebyshev fits made for these ranges.
#pragma once
#define INLINE static inline __attribute__((always_inline))
#define OWN __attribute__((noinline)) // a function of its own in math.ll
typedef unsigned int u32;
typedef long long i64;
typedef unsigned long long u64;

#define INFINITE __builtin_inf()
#define NOT_A_NUMBER __builtin_nan("")
#define LN2_HIGH 0x1.62e42fefa39efp-1
#define LN2_LOW 0x1.abc9e3b39803fp-56
#define PI_2_HIGH 0x1.921fb54442d18p+0
#define PI_2_LOW 0x1.1a62633145c07p-54
#define PI_2_LOWEST -0x1.f1976b7ed8fbcp-110
#define PI 0x1.921fb54442d18p+1

INLINE double fma(double a, double b, double c) { return __builtin_fma(a, b, c); }
INLINE double magnitude(double x) { return __builtin_fabs(x); }
INLINE double root(double x) { return __builtin_sqrt(x); }
INLINE double nearest(double x) { return __builtin_rint(x); }
INLINE u64 bits(double x) { return __builtin_bit_cast(u64, x); }
INLINE double number(u64 b) { return __builtin_bit_cast(double, b); }
INLINE double power_of_two(int n) { return number((u64)(n + 1023) << 52); }
INLINE double with_sign(double x, double sign) { return __builtin_copysign(x, sign); }

// Highest coefficient first.
INLINE double polynomial(double x, const double* c, int n) {
    double sum = c[0];
#pragma clang loop unroll(full)
    for (int i = 1; i < n; i++) sum = fma(sum, x, c[i]);
    return sum;
}
#define POLYNOMIAL(x, ...) polynomial(x, (const double[]){__VA_ARGS__}, sizeof((const double[]){__VA_ARGS__}) / sizeof(double))

// A number as a sum of two.
typedef struct { double high, low; } pair;
INLINE pair sum_of(double a, double b) { // |a| >= |b|, or a is 0
    double s = a + b;
    return (pair){s, b - (s - a)};
}
INLINE pair product_of(pair a, pair b) {
    double p = a.high * b.high;
    return sum_of(p, fma(a.high, b.high, -p) + (a.high * b.low + a.low * b.high));
}
INLINE pair total(pair a, pair b) { // |a| >= |b|
    pair s = sum_of(a.high, b.high);
    return sum_of(s.high, s.low + (a.low + b.low));
}

// x * 2^n where the product of x and the first factor is exact: one rounding, also among the denormals.
INLINE double scaled(double x, int n) {
    int half = n / 2;
    return x * power_of_two(half) * power_of_two(n - half);
}

OWN double kp_exp_of(double x, double low); // e^(x + low); low is far below x
OWN double kp_log_of(double x, double low); // log(x) where what was lost of x is low
OWN double kp_expm1_f64(double x);
OWN double kp_log1p_f64(double x);
OWN double kp_sinpi_f64(double x);

#define OF_FLOAT(name) \
    float kp_##name##_f32(float x) { return (float)kp_##name##_f64(x); }
