// CUDA's sixteen-bit floats for host text: conversions to the nearest, ties to even; arithmetic in float, rounded once. Made by KernelPort.
#ifndef KP_CUDA_HALF_H
#define KP_CUDA_HALF_H
#include <math.h>
#include <stdint.h>
#include <string.h>

template <class To, class From> inline To kp_bits(From from)
{
    static_assert(sizeof(To) == sizeof(From), "bits of one size");
    To to;
    memcpy(&to, &from, sizeof to);
    return to;
}

struct kp_half_format {
    static uint16_t of(float f)
    {
        const uint32_t b = kp_bits<uint32_t>(f), sign = b >> 16 & 0x8000u, magnitude = b & 0x7FFFFFFFu;
        if (magnitude > 0x7F800000u) return 0x7FFF;
        if (magnitude >= 0x47800000u) return uint16_t(sign | 0x7C00u);
        // Below the least normal half: in units of the least one that is not, which the processor rounds to.
        if (magnitude < 0x38800000u) return uint16_t(sign | uint32_t(lrintf(kp_bits<float>(magnitude) * 16777216.0f)));
        const uint32_t rounded = magnitude + 0xFFFu + (magnitude >> 13 & 1u);
        return uint16_t(sign | (rounded - 0x38000000u) >> 13);
    }
    static float to(uint16_t h)
    {
        const uint32_t sign = uint32_t(h & 0x8000) << 16, exponent = h >> 10 & 31, fraction = h & 1023;
        if (exponent == 31) return kp_bits<float>(sign | 0x7F800000u | (fraction != 0 ? 0x7FFFFFu : 0u));
        const float magnitude = exponent == 0 ? float(fraction) * 5.9604644775390625e-8f : kp_bits<float>((exponent + 112) << 23 | fraction << 13);
        return kp_bits<float>(sign | kp_bits<uint32_t>(magnitude));
    }
};

struct kp_bfloat16_format {
    static uint16_t of(float f)
    {
        const uint32_t b = kp_bits<uint32_t>(f);
        return (b & 0x7FFFFFFFu) > 0x7F800000u ? 0x7FFF : uint16_t((b + 0x7FFFu + (b >> 16 & 1u)) >> 16);
    }
    static float to(uint16_t h) { return kp_bits<float>(uint32_t(h) << 16); }
};

// What a double loses to a float is kept as an odd last bit, so that it is rounded once.
inline float kp_odd_float(double d)
{
    const float f = float(d);
    const uint32_t b = kp_bits<uint32_t>(f);
    if (double(f) == d || f != f || isinf(f) || (b & 1u)) return f;
    return kp_bits<float>(fabs(double(f)) > fabs(d) ? b - 1 : b + 1);
}

template <class Format> struct kp_small {
    uint16_t x;
    kp_small() = default;
    kp_small(float f) : x(Format::of(f)) {}
    kp_small(double d) : x(Format::of(kp_odd_float(d))) {}
    template <class I, class = decltype(I() % 1)> kp_small(I i) : x(Format::of(kp_odd_float(double(i)))) {}
    operator float() const { return Format::to(x); }
    kp_small& operator+=(kp_small b) { return *this = *this + b; }
    kp_small& operator-=(kp_small b) { return *this = *this - b; }
    kp_small& operator*=(kp_small b) { return *this = *this * b; }
    kp_small& operator/=(kp_small b) { return *this = *this / b; }
    friend kp_small operator+(kp_small a, kp_small b) { return float(a) + float(b); }
    friend kp_small operator-(kp_small a, kp_small b) { return float(a) - float(b); }
    friend kp_small operator*(kp_small a, kp_small b) { return float(a) * float(b); }
    friend kp_small operator/(kp_small a, kp_small b) { return float(a) / float(b); }
    friend kp_small operator-(kp_small a)
    {
        a.x ^= 0x8000;
        return a;
    }
    friend bool operator==(kp_small a, kp_small b) { return float(a) == float(b); }
    friend bool operator!=(kp_small a, kp_small b) { return float(a) != float(b); }
    friend bool operator<(kp_small a, kp_small b) { return float(a) < float(b); }
    friend bool operator>(kp_small a, kp_small b) { return float(a) > float(b); }
    friend bool operator<=(kp_small a, kp_small b) { return float(a) <= float(b); }
    friend bool operator>=(kp_small a, kp_small b) { return float(a) >= float(b); }
};

// Names of their own, by which templates over them are known.
struct __half : kp_small<kp_half_format> {
    using kp_small::kp_small;
    __half() = default;
    __half(kp_small<kp_half_format> h) : kp_small(h) {}
};
struct __nv_bfloat16 : kp_small<kp_bfloat16_format> {
    using kp_small::kp_small;
    __nv_bfloat16() = default;
    __nv_bfloat16(kp_small<kp_bfloat16_format> h) : kp_small(h) {}
};
struct alignas(4) __half2 { __half x, y; };
struct alignas(4) __nv_bfloat162 { __nv_bfloat16 x, y; };
typedef __half half;
typedef __half2 half2;
typedef __nv_bfloat16 nv_bfloat16;
typedef __nv_bfloat162 nv_bfloat162;

inline __half __float2half(float f) { return __half(f); }
inline __half __float2half_rn(float f) { return __half(f); }
inline __half __double2half(double d) { return __half(d); }
inline float __half2float(__half h) { return float(h); }
inline unsigned short __half_as_ushort(__half h) { return h.x; }
inline __half __ushort_as_half(unsigned short bits)
{
    __half h;
    h.x = bits;
    return h;
}
inline __half2 __floats2half2_rn(float a, float b) { return {__half(a), __half(b)}; }
inline __half2 __float2half2_rn(float f) { return {__half(f), __half(f)}; }
inline __half2 __halves2half2(__half a, __half b) { return {a, b}; }
inline __half2 make_half2(__half a, __half b) { return {a, b}; }
inline __half __low2half(__half2 h) { return h.x; }
inline __half __high2half(__half2 h) { return h.y; }
inline float __low2float(__half2 h) { return float(h.x); }
inline float __high2float(__half2 h) { return float(h.y); }
inline __nv_bfloat16 __float2bfloat16(float f) { return __nv_bfloat16(f); }
inline __nv_bfloat16 __float2bfloat16_rn(float f) { return __nv_bfloat16(f); }
inline __nv_bfloat16 __double2bfloat16(double d) { return __nv_bfloat16(d); }
inline float __bfloat162float(__nv_bfloat16 h) { return float(h); }
inline __nv_bfloat162 __floats2bfloat162_rn(float a, float b) { return {__nv_bfloat16(a), __nv_bfloat16(b)}; }
#endif
