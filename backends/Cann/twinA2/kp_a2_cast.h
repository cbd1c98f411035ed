// Conversions between types (npu-dialects 2.7): the pairs A2 has, but those with int4, int64 and a scale.
#pragma once

namespace AscendC {

// Half by its bits, to nearest even and with infinities (CTRL[48] = 1).
inline float kp_number(half h) {
    uint32_t magnitude = h.bits & 0x7fffu;
    float x = magnitude >= 0x7c00u ? (magnitude > 0x7c00u ? NAN : INFINITY) : ldexpf(float(magnitude >= 0x400u ? (magnitude & 0x3ffu) | 0x400u : magnitude), magnitude >= 0x400u ? int(magnitude >> 10) - 25 : -24);
    return h.bits & 0x8000u ? -x : x;
}
inline float kp_number(bfloat16_t b) {
    uint32_t bits = uint32_t(b.bits) << 16;
    float x;
    memcpy(&x, &bits, 4);
    return x;
}
template <class T> inline T kp_number(T x) { return x; }

inline half kp_half(float x) {
    half h;
    uint16_t sign = signbit(x) ? 0x8000u : 0;
    if (x != x) { h.bits = 0x7fffu; return h; }
    double magnitude = fabs(double(x));
    if (magnitude >= 65520.0) { h.bits = sign | 0x7c00u; return h; }
    int exponent = magnitude < 6.103515625e-05 ? -14 : ilogb(magnitude);
    // In units of the last place: at most 2048, which carries into the exponent by itself.
    uint32_t units = uint32_t(nearbyint(ldexp(magnitude, 10 - exponent)));
    h.bits = uint16_t(sign | (units + (uint32_t(exponent + 14) << 10)));
    return h;
}

inline bfloat16_t kp_bfloat(float x) {
    uint32_t bits;
    memcpy(&bits, &x, 4);
    bfloat16_t b;
    b.bits = x != x ? 0x7fffu : uint16_t((bits + 0x7fffu + ((bits >> 16) & 1u)) >> 16);
    return b;
}

// To integers it saturates; 0 of NaN.
template <class D> inline D kp_whole(float x) {
    const double least = double(std::numeric_limits<D>::min()), most = double(std::numeric_limits<D>::max());
    return x != x ? D(0) : x <= least ? std::numeric_limits<D>::min() : double(x) >= most ? std::numeric_limits<D>::max() : D(x);
}

template <class D, class S> inline constexpr bool kp_has_cast =
    (is_one_of<D, float> && is_one_of<S, float, half, bfloat16_t, int16_t, int32_t>) || (is_one_of<D, half> && is_one_of<S, float, int8_t, uint8_t, int16_t>)
    || (is_one_of<S, half> && is_one_of<D, int8_t, uint8_t, int16_t, int32_t>) || (is_one_of<S, float> && is_one_of<D, bfloat16_t, int16_t, int32_t>)
    || (is_one_of<S, bfloat16_t> && is_one_of<D, int32_t>) || (is_one_of<S, int32_t> && is_one_of<D, int16_t>);

template <class D, class S> inline void Cast(const LocalTensor<D>& dst, const LocalTensor<S>& src, RoundMode m, uint32_t n) {
    static_assert(kp_has_cast<D, S>, "type matrix: Cast has no such pair on A2");
    D* d = kp_out(dst, n);
    S* s = kp_in(src, n);
    // A step takes as many numbers as there are of the wider type.
    if (sizeof(S) > sizeof(D)) kp_a2::vector_steps += (n * sizeof(S) + 255) / 256 - (n * sizeof(D) + 255) / 256;
    std::vector<S> from(s, s + n);
    for (uint32_t i = 0; i < n; i++) {
        auto x = kp_number(from[i]);
        if constexpr (std::is_same_v<D, half>) {
            d[i] = kp_half(float(x));
        } else if constexpr (std::is_same_v<D, bfloat16_t>) {
            d[i] = kp_bfloat(x);
        } else if constexpr (std::is_same_v<D, float>) {
            d[i] = std::is_same_v<S, float> ? kp_round(float(x), m) : static_cast<float>(x);
        } else if constexpr (std::is_same_v<S, int32_t>) {
            d[i] = static_cast<D>(x < -32768 ? -32768 : x > 32767 ? 32767 : x);
        } else {
            d[i] = kp_whole<D>(kp_round(float(x), m));
        }
    }
}

} // namespace AscendC
