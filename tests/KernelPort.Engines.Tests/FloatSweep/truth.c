/* Answers of functions of one float against the truth, rounded once. The truth is computed in double, by the C library's vectors where it has some; where that does not decide the
   rounding, and before an answer is called further off than any before it, in 113 bits. */
#define _GNU_SOURCE
#include <math.h>
#include <stdint.h>

/* GCC takes the vectors of glibc's libmvec for these; their answers are within 4 units of a double's last place. */
#define VECTORS(name) __attribute__((__simd__("notinbranch"))) double name(double);
VECTORS(cbrt) VECTORS(exp) VECTORS(exp2) VECTORS(exp10) VECTORS(expm1) VECTORS(log) VECTORS(log2) VECTORS(log10) VECTORS(log1p) VECTORS(sin) VECTORS(cos) VECTORS(tan)
VECTORS(asin) VECTORS(acos) VECTORS(atan) VECTORS(sinh) VECTORS(cosh) VECTORS(tanh) VECTORS(asinh) VECTORS(acosh) VECTORS(atanh) VECTORS(erf) VECTORS(erfc)

typedef _Float128 wide;
typedef struct { int64_t worst; int64_t apart; uint32_t at; } result;

enum { CHUNK = 1024 };
static const int64_t NOTHING_LIKE_IT = INT64_C(1) << 32;

static float of_bits(uint32_t bits) { union { uint32_t bits; float value; } u = {bits}; return u.value; }
static int32_t bits_of(float value) { union { float value; int32_t bits; } u = {value}; return u.bits; }

/* The floats between two; none between two NaNs. A NaN and a number, and the two zeros, are nothing like each other. */
static int64_t distance(float a, float b) {
  if (a != a || b != b) return (a != a) == (b != b) ? 0 : NOTHING_LIKE_IT;
  if (a == 0 && b == 0) return bits_of(a) == bits_of(b) ? 0 : NOTHING_LIKE_IT;
  int64_t x = bits_of(a) < 0 ? -(int64_t)(bits_of(a) & INT32_MAX) : bits_of(a);
  int64_t y = bits_of(b) < 0 ? -(int64_t)(bits_of(b) & INT32_MAX) : bits_of(b);
  return x > y ? x - y : y - x;
}

/* Turns of half a circle: what is left after whole ones, and its sine. */
static wide sine_of_half_turns(wide x) {
  wide r = x - 2 * rintf128(x / 2);
  wide folded = r > 0.5f ? 1 - r : r < -0.5f ? -1 - r : r;
  return folded == 0 ? copysignf128(0, x) : sinf128(folded * acosf128(-1));
}
static wide cosine_of_half_turns(wide x) {
  wide r = fabsf128(x - 2 * rintf128(x / 2));
  return r == 0.5f ? 0 : r > 0.75f ? -cosf128((1 - r) * acosf128(-1)) : r > 0.25f ? sinf128((0.5f - r) * acosf128(-1)) : cosf128(r * acosf128(-1));
}
static double fast_sinpi(double x) {
  double r = x - 2 * rint(x / 2);
  double folded = r > 0.5 ? 1 - r : r < -0.5 ? -1 - r : r;
  return copysign(1, folded == 0 ? x : folded) * fabs(sin(folded * M_PI));
}
static double fast_cospi(double x) {
  double r = fabs(x - 2 * rint(x / 2));
  double sine = sin((r > 0.75 ? r - 0.5 : 0.5 - r) * M_PI);
  return r > 0.75 || r <= 0.25 ? (r > 0.75 ? -1 : 1) * cos((r > 0.75 ? 1 - r : r) * M_PI) : sine;
}

/* Half of erfc(-x sqrt(1/2)), with the rest of the product. */
static double fast_normcdf(double x) {
  const double root = 0.7071067811865476, rest = -4.833646656726457e-17;
  double t = x * -root, off = fma(x, -rest, fma(x, -root, -t));
  double answer = erfc(t) - exp(-t * t) * M_2_SQRTPI * off;
  return 0.5 * (off == off ? answer : erfc(t));
}

/* A function NAME, its value for a double X and for a wide X. */
#define FUNCTION(NAME, IN_DOUBLE, WIDE)                                                                                             \
  static float rounded_##NAME(float value) { wide x = value; return (float)(WIDE); }                                                \
  void NAME##_compare(const float *answers, uint32_t first, uint32_t step, int64_t count, double absolute, result *out) {           \
    const double either_way = 0x1p-48;                                                                                              \
    for (int64_t from = 0; from < count; from += CHUNK) {                                                                           \
      int many = count - from < CHUNK ? (int)(count - from) : CHUNK;                                                                \
      double truths[CHUNK];                                                                                                         \
      for (int i = 0; i < many; i++) { double x = of_bits(first + (uint32_t)(from + i) * step); truths[i] = (IN_DOUBLE); }          \
      int other = 0;                                                                                                                \
      for (int i = 0; i < many; i++) {                                                                                              \
        float low = (float)(truths[i] * (1 - either_way)), high = (float)(truths[i] * (1 + either_way));                            \
        int same = (bits_of(low) == bits_of(high)) & (bits_of(low) == bits_of(answers[from + i]));                                  \
        int nan = (truths[i] != truths[i]) & (answers[from + i] != answers[from + i]);                                              \
        other += !(same | nan);                                                                                                     \
      }                                                                                                                             \
      if (!other) continue;                                                                                                         \
      for (int i = 0; i < many; i++) {                                                                                              \
        float answer = answers[from + i];                                                                                           \
        float low = (float)(truths[i] * (1 - either_way)), high = (float)(truths[i] * (1 + either_way));                            \
        int decided = low == high || (low != low && high != high);                                                                  \
        int64_t far = distance(answer, low);                                                                                        \
        if (decided && far == 0) continue;                                                                                          \
        if (absolute > 0 && fabs(answer - truths[i]) <= absolute) continue;                                                         \
        uint32_t bits = first + (uint32_t)(from + i) * step;                                                                        \
        if (!decided || far > out->worst) far = distance(answer, rounded_##NAME(of_bits(bits)));                                    \
        out->apart += far > 0;                                                                                                      \
        if (far > out->worst) { out->worst = far; out->at = bits; }                                                                 \
      }                                                                                                                             \
    }                                                                                                                               \
  }

FUNCTION(sqrtf, sqrt(x), sqrtf128(x))
FUNCTION(rsqrtf, 1 / sqrt(x), 1 / sqrtf128(x))
FUNCTION(cbrtf, cbrt(x), cbrtf128(x))
FUNCTION(rcbrtf, 1 / cbrt(x), 1 / cbrtf128(x))
FUNCTION(expf, exp(x), expf128(x))
FUNCTION(exp2f, exp2(x), exp2f128(x))
FUNCTION(exp10f, exp10(x), exp10f128(x))
FUNCTION(expm1f, expm1(x), expm1f128(x))
FUNCTION(logf, log(x), logf128(x))
FUNCTION(log2f, log2(x), log2f128(x))
FUNCTION(log10f, log10(x), log10f128(x))
FUNCTION(log1pf, log1p(x), log1pf128(x))
FUNCTION(sinf, sin(x), sinf128(x))
FUNCTION(cosf, cos(x), cosf128(x))
FUNCTION(tanf, tan(x), tanf128(x))
FUNCTION(sinpif, fast_sinpi(x), sine_of_half_turns(x))
FUNCTION(cospif, fast_cospi(x), cosine_of_half_turns(x))
FUNCTION(asinf, asin(x), asinf128(x))
FUNCTION(acosf, acos(x), acosf128(x))
FUNCTION(atanf, atan(x), atanf128(x))
FUNCTION(sinhf, sinh(x), sinhf128(x))
FUNCTION(coshf, cosh(x), coshf128(x))
FUNCTION(tanhf, tanh(x), tanhf128(x))
FUNCTION(asinhf, asinh(x), asinhf128(x))
FUNCTION(acoshf, acosh(x), acoshf128(x))
FUNCTION(atanhf, atanh(x), atanhf128(x))
FUNCTION(erff, erf(x), erff128(x))
FUNCTION(erfcf, erfc(x), erfcf128(x))
FUNCTION(normcdff, fast_normcdf(x), erfcf128(-x * sqrtf128(0.5f)) / 2)
FUNCTION(lgammaf, lgamma(x), lgammaf128(x))
FUNCTION(tgammaf, tgamma(x), tgammaf128(x))
FUNCTION(__frcp_rn, 1 / x, 1 / x)
FUNCTION(floorf, floor(x), floorf128(x))
FUNCTION(ceilf, ceil(x), ceilf128(x))
FUNCTION(truncf, trunc(x), truncf128(x))
FUNCTION(roundf, round(x), roundf128(x))
FUNCTION(rintf, rint(x), rintf128(x))
FUNCTION(fabsf, fabs(x), fabsf128(x))
FUNCTION(__saturatef, x > 0 ? (x < 1 ? x : 1) : 0, x > 0 ? (x < 1 ? x : 1) : 0)
