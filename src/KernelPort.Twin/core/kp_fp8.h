// Eight-bit floats (OCP OFP8: E4M3 without infinities, largest 448; E5M2, largest 57344; OCP MX: E8M0, powers of two only). Conversions
// are exact: to the nearest, ties to even, from the value itself and not by way of another format.
#pragma once
#include "kp_half.h"

namespace kp {
namespace fp8 {

template <int MantissaBits, int Bias, unsigned char LargestCode, bool HasInfinity> struct format {
    static float to_float(unsigned char b) {
        int e = (b & 0x7F) >> MantissaBits, m = b & ((1 << MantissaBits) - 1);
        float sign = b & 0x80 ? -1.0f : 1.0f;
        if ((b & 0x7F) > LargestCode) return HasInfinity && m == 0 ? sign * __builtin_inff() : __builtin_nanf("");
        return sign * (e ? ldexpf(static_cast<float>((1 << MantissaBits) + m), e - Bias - MantissaBits) : ldexpf(static_cast<float>(m), 1 - Bias - MantissaBits));
    }
    static unsigned char of(double v, bool saturate) {
        if (v != v) return 0x7F; // no sign
        unsigned char sign = signbit(v) ? 0x80 : 0;
        double x = fabs(v);
        int e = 1 - Bias;
        if (x > 0 && !isinf(x) && ilogb(x) > e) e = ilogb(x);
        double q = isinf(x) ? x : nearbyint(ldexp(x, MantissaBits - e)); // steps of the last place; ties to even
        if (isinf(x) || ldexp(q, e - MantissaBits) > static_cast<double>(to_float(LargestCode))) {
            return static_cast<unsigned char>(sign | (saturate ? LargestCode : HasInfinity ? LargestCode + 1 : 0x7F));
        }
        // a step beyond the last carries into the exponent by itself
        return static_cast<unsigned char>(sign | static_cast<int>(q) + ((e + Bias - 1) << MantissaBits));
    }
};
typedef format<3, 7, 0x7E, false> e4m3;
typedef format<2, 15, 0x7B, true> e5m2;

// A power of two; what lies between goes towards zero, or up.
struct e8m0 {
    static float to_float(unsigned char b) { return b == 0xFF ? __builtin_nanf("") : ldexpf(1.0f, b - 127); }
    static unsigned char of(double v, bool saturate, bool up) {
        if (v != v) return 0xFF;
        double x = fabs(v);
        if (isinf(x)) return saturate ? 0xFE : 0xFF;
        if (x <= ldexp(1.0, -127)) return 0;
        int e = ilogb(x) + (up && ldexp(1.0, ilogb(x)) < x);
        return static_cast<unsigned char>(e + 127 > 0xFE ? (saturate ? 0xFE : 0xFF) : e + 127);
    }
};

// One number: made from any other, saturating, and read as float.
template <class Format> struct number {
    unsigned char __x;
    number() = default;
    template <class T, class = typename std::enable_if<std::is_arithmetic<T>::value>::type> explicit number(T v) : __x(Format::of(static_cast<double>(v), true)) {}
    template <class H> explicit number(small::number<H> h) : __x(Format::of(static_cast<double>(h.f()), true)) {}
    operator float() const { return Format::to_float(__x); }
    explicit operator double() const { return static_cast<double>(Format::to_float(__x)); }
    template <class H> explicit operator small::number<H>() const { return small::number<H>(Format::to_float(__x)); }
};
template <class Format> struct alignas(2) pair {
    unsigned short __x;
    pair() = default;
    explicit pair(vec::float2 f) : __x(static_cast<unsigned short>(Format::of(static_cast<double>(f.x), true) | Format::of(static_cast<double>(f.y), true) << 8)) {}
    operator vec::float2() const { return vec::float2{Format::to_float(static_cast<unsigned char>(__x)), Format::to_float(static_cast<unsigned char>(__x >> 8))}; }
};
template <class Format> struct alignas(4) quad {
    unsigned int __x;
    quad() = default;
    explicit quad(vec::float4 f) : __x(0) {
        double all[4] = {static_cast<double>(f.x), static_cast<double>(f.y), static_cast<double>(f.z), static_cast<double>(f.w)};
        for (int i = 0; i < 4; i++) __x |= static_cast<unsigned int>(Format::of(all[i], true)) << (8 * i);
    }
    operator vec::float4() const {
        auto at = [this](int i) { return Format::to_float(static_cast<unsigned char>(__x >> (8 * i))); };
        return vec::float4{at(0), at(1), at(2), at(3)};
    }
};

} // namespace fp8
} // namespace kp
