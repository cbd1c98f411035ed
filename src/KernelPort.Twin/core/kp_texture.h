// What a texture unit does with a coordinate: address modes, point and linear filters, conversion to the type asked for.
#pragma once
#include "kp_launch.h"
#include <math.h>
#include <type_traits>

namespace kp {
namespace host {
struct texture_words {
    char* data;
    int width, height, depth, kind, bits, channels; // kind: 0 signed, 1 unsigned, 2 float
    size_t pitch;
    int mode[3]; // 0 wrap, 1 clamp, 2 mirror, 3 border
    float border[4];
    bool linear, normalized, unit; // unit: integers become fractions of their range
};
template <class T> auto texel_scalar(int) -> typename flat<T>::scalar;
template <class T> auto texel_scalar(...) -> T;
} // namespace host

namespace texture {
typedef host::texture_words words;

inline int place(int i, int n, int mode) {
    if (i >= 0 && i < n) return i;
    if (mode == 0) return (i % n + n) % n;
    if (mode == 2) {
        int m = (i % (2 * n) + 2 * n) % (2 * n);
        return m < n ? m : 2 * n - 1 - m;
    }
    return mode == 3 ? -1 : i < 0 ? 0 : n - 1;
}
// Wrap and mirror are for normalised coordinates; for others they clamp.
inline int mode_of(const words& t, int axis) { return !t.normalized && (t.mode[axis] == 0 || t.mode[axis] == 2) ? 1 : t.mode[axis]; }

inline const char* texel(const words& t, int x, int y, int z) {
    x = place(x, t.width, mode_of(t, 0)), y = place(y, t.height, mode_of(t, 1)), z = place(z, t.depth, mode_of(t, 2));
    if (x < 0 || y < 0 || z < 0) return nullptr;
    return t.data + (static_cast<size_t>(z) * t.height + y) * t.pitch + static_cast<size_t>(x) * t.channels * t.bits / 8;
}
inline double channel(const words& t, const char* p, int c) {
    if (!p) return t.border[c];
    p += c * t.bits / 8;
    double v = 0, range = 1;
    switch (t.kind * 100 + t.bits) {
    case 8: v = *reinterpret_cast<const signed char*>(p), range = 127; break;
    case 16: v = *reinterpret_cast<const short*>(p), range = 32767; break;
    case 32: v = *reinterpret_cast<const int*>(p), range = 2147483647.0; break;
    case 108: v = *reinterpret_cast<const unsigned char*>(p), range = 255; break;
    case 116: v = *reinterpret_cast<const unsigned short*>(p), range = 65535; break;
    case 132: v = *reinterpret_cast<const unsigned int*>(p), range = 4294967295.0; break;
    case 232: v = *reinterpret_cast<const float*>(p); break;
    default: fail(50, "a texture of %d-bit elements of kind %d", t.bits, t.kind);
    }
    return t.unit && t.kind != 2 ? v / range : v;
}
template <class T> inline T value(const words& t, double (&c)[4]) {
    typedef decltype(host::texel_scalar<T>(0)) S;
    S s[sizeof(T) / sizeof(S)];
    for (size_t i = 0; i < sizeof(T) / sizeof(S); i++) s[i] = static_cast<S>(static_cast<int>(i) < t.channels ? c[i] : 0);
    T v;
    memcpy(&v, s, sizeof(T));
    return v;
}
template <class T> inline T fetch(const words& t, int x, int y, int z) {
    const char* p = texel(t, x, y, z);
    double c[4];
    for (int i = 0; i < 4; i++) c[i] = i < t.channels ? channel(t, p, i) : 0;
    return value<T>(t, c);
}
// Where a coordinate falls: the lower texel and how far towards the next, in steps of 1/256.
inline void split(float x, int& i, double& a) {
    double b = static_cast<double>(x) - 0.5;
    i = static_cast<int>(floor(b));
    a = floor((b - i) * 256 + 0.5) / 256;
}
template <class T> inline T read(const words& t, float x, float y, float z, int dimensions, int layer = -1) {
    if (t.normalized) x *= t.width, y *= t.height, z *= t.depth;
    if (!t.linear) {
        return fetch<T>(t, static_cast<int>(floorf(x)), dimensions > 1 ? static_cast<int>(floorf(y)) : 0, layer >= 0 ? layer : dimensions > 2 ? static_cast<int>(floorf(z)) : 0);
    }
    int i, j = 0, k = layer >= 0 ? layer : 0;
    double a, b = 0, c = 0, out[4] = {};
    split(x, i, a);
    if (dimensions > 1) split(y, j, b);
    if (dimensions > 2) split(z, k, c);
    for (int n = 0; n < 8; n++) {
        double w = (n & 1 ? a : 1 - a) * (n & 2 ? b : 1 - b) * (n & 4 ? c : 1 - c);
        if (w == 0) continue;
        const char* p = texel(t, i + (n & 1), j + (n >> 1 & 1), k + (n >> 2));
        for (int q = 0; q < t.channels; q++) out[q] += w * channel(t, p, q);
    }
    return value<T>(t, out);
}
inline const words& of(unsigned long long object) { return *reinterpret_cast<const words*>(object); }
} // namespace texture

namespace words_texture {
template <class T> inline T tex1Dfetch(unsigned long long o, int i) {
    const texture::words& t = texture::of(o);
    if (i < 0 || i >= t.width) return T();
    return texture::fetch<T>(t, i, 0, 0);
}
template <class T> inline T tex1D(unsigned long long o, float x) { return texture::read<T>(texture::of(o), x, 0, 0, 1); }
template <class T> inline T tex2D(unsigned long long o, float x, float y) { return texture::read<T>(texture::of(o), x, y, 0, 2); }
template <class T> inline T tex3D(unsigned long long o, float x, float y, float z) { return texture::read<T>(texture::of(o), x, y, z, 3); }
template <class T> inline T tex2DLayered(unsigned long long o, float x, float y, int layer) { return texture::read<T>(texture::of(o), x, y, 0, 2, layer); }
template <class T> inline T tex2DLod(unsigned long long o, float x, float y, float) { return tex2D<T>(o, x, y); }
template <class T> inline void tex1Dfetch(T* v, unsigned long long o, int i) { *v = tex1Dfetch<T>(o, i); }
template <class T> inline void tex2D(T* v, unsigned long long o, float x, float y) { *v = tex2D<T>(o, x, y); }
// Surfaces count bytes along x.
template <class T> inline T surf2Dread(unsigned long long s, int x, int y, int = 0) {
    const texture::words& t = texture::of(s);
    T v;
    memcpy(&v, t.data + static_cast<size_t>(y) * t.pitch + x, sizeof v);
    return v;
}
template <class T> inline void surf2Dread(T* v, unsigned long long s, int x, int y, int = 0) { *v = surf2Dread<T>(s, x, y); }
template <class T> inline void surf2Dwrite(T v, unsigned long long s, int x, int y, int = 0) {
    const texture::words& t = texture::of(s);
    if (x < 0 || y < 0 || y >= t.height || x + sizeof v > t.pitch) return;
    memcpy(t.data + static_cast<size_t>(y) * t.pitch + x, &v, sizeof v);
}
} // namespace words_texture
} // namespace kp
