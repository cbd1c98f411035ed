// What a texture unit does with a coordinate: address modes, point and linear filters, conversion to the type asked for.
#pragma once
#include "kp_launch.h"
#include <math.h>
#include <type_traits>

#ifndef KP_TEXTURE_OBJECT // what a texture and a surface object are
#define KP_TEXTURE_OBJECT unsigned long long
#define KP_SURFACE_OBJECT unsigned long long
#endif

namespace kp {
namespace host {
// What an object stands for, laid out as texts that read textures from memory declare it (kp_texture of TextureUnit.cu), so that they take the same objects.
struct texture_words {
    char* data;
    long long pitch;
    int width, height, depth;
    int kind; // 0 to 7: signed and unsigned of 8, 16 and 32 bits, half, float
    int channels, linear, normalized;
    int unit;    // integers become fractions of their range
    int mode[3]; // 0 wrap, 1 clamp, 2 mirror, 3 border
    float border[4];
};
inline int texel_bits(const texture_words& t) { return t.kind < 2 ? 8 : t.kind < 4 || t.kind == 6 ? 16 : 32; }
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
    return t.data + (static_cast<size_t>(z) * t.height + y) * t.pitch + static_cast<size_t>(x) * t.channels * host::texel_bits(t) / 8;
}
inline double half_value(unsigned short h) {
    int e = h >> 10 & 31, m = h & 1023;
    double v = e == 0 ? ldexp(m, -24) : e < 31 ? ldexp(m + 1024, e - 25) : m ? NAN : INFINITY;
    return h >> 15 ? -v : v;
}
inline double channel(const words& t, const char* p, int c) {
    if (!p) return t.border[c];
    p += c * host::texel_bits(t) / 8;
    double v = 0, range = 1;
    switch (t.kind) {
    case 0: v = *reinterpret_cast<const signed char*>(p), range = 127; break;
    case 1: v = *reinterpret_cast<const unsigned char*>(p), range = 255; break;
    case 2: v = *reinterpret_cast<const short*>(p), range = 32767; break;
    case 3: v = *reinterpret_cast<const unsigned short*>(p), range = 65535; break;
    case 4: v = *reinterpret_cast<const int*>(p), range = 2147483647.0; break;
    case 5: v = *reinterpret_cast<const unsigned int*>(p), range = 4294967295.0; break;
    case 6: v = half_value(*reinterpret_cast<const unsigned short*>(p)); break;
    default: v = *reinterpret_cast<const float*>(p);
    }
    if (!t.unit || t.kind > 5) return v;
    return v / range < -1 ? -1 : v / range; // the most negative number lies beyond -1
}
template <class T> inline T value(int channels, double (&c)[4]) {
    typedef decltype(host::texel_scalar<T>(0)) S;
    S s[sizeof(T) / sizeof(S)];
    for (size_t i = 0; i < sizeof(T) / sizeof(S); i++) s[i] = static_cast<S>(static_cast<int>(i) < channels ? c[i] : 0);
    T v;
    memcpy(&v, s, sizeof(T));
    return v;
}
template <class T> inline T fetch(const words& t, int x, int y, int z) {
    const char* p = texel(t, x, y, z);
    double c[4];
    for (int i = 0; i < 4; i++) c[i] = i < t.channels ? channel(t, p, i) : 0;
    return value<T>(t.channels, c);
}
inline int floor_of(float x) { return x != x ? 0 : static_cast<int>(fmin(fmax(floor(static_cast<double>(x)), -1073741824.0), 1073741823.0)); }
// The texel whose middle is at or below a coordinate.
inline int below(float x) {
    int i = floor_of(x);
    return static_cast<double>(x) - i >= 0.5 ? i : i - 1;
}
// Where a coordinate is among the middles of texels, in steps of 1/256, halves up: the texel below, and in the lowest eight bits the weight of the one above.
inline long long steps(float x) { return fabsf(x) < 1073741824.0f ? static_cast<long long>(floor((static_cast<double>(x) - 0.5) * 256 + 0.5)) : floor_of(x) * 256LL; }
template <class T> inline T read(const words& t, float x, float y, float z, int dimensions, int layer = -1) {
    if (t.normalized) x *= t.width, y *= t.height, z *= t.depth;
    if (!t.linear) {
        return fetch<T>(t, floor_of(x), dimensions > 1 ? floor_of(y) : 0, layer >= 0 ? layer : dimensions > 2 ? floor_of(z) : 0);
    }
    long long a = steps(x), b = dimensions > 1 ? steps(y) : 0, c = dimensions > 2 ? steps(z) : (layer >= 0 ? layer : 0) * 256LL;
    double out[4] = {};
    for (int n = 0; n < 8; n++) {
        int w = static_cast<int>((n & 1 ? a & 255 : 256 - (a & 255)) * (n & 2 ? b & 255 : 256 - (b & 255)) * (n & 4 ? c & 255 : 256 - (c & 255)));
        if (w == 0) continue;
        const char* p = texel(t, static_cast<int>(a >> 8) + (n & 1), static_cast<int>(b >> 8) + (n >> 1 & 1), static_cast<int>(c >> 8) + (n >> 2));
        // Products and sums are floats, each rounded once.
        for (int q = 0; q < t.channels; q++) out[q] = static_cast<float>(out[q] + static_cast<float>(w / 16777216.0 * static_cast<float>(channel(t, p, q))));
    }
    return value<T>(t.channels, out);
}
template <class O> inline const words& of(O object) { return *(const words*)object; }
inline int within(int i, int n) { return i < 0 ? 0 : i < n ? i : n - 1; }
// A layer is no coordinate: one that does not exist is the nearest that does.
inline int layer_of(KP_TEXTURE_OBJECT object, int layer) { return within(layer, of(object).depth); }
// One channel of the four texels around a place, counter-clockwise from the lower left.
template <class T> inline T gather(const words& t, float x, float y, int c) {
    int i = below(t.normalized ? x * t.width : x), j = below(t.normalized ? y * t.height : y);
    double out[4] = {channel(t, texel(t, i, j + 1, 0), c), channel(t, texel(t, i + 1, j + 1, 0), c), channel(t, texel(t, i + 1, j, 0), c), channel(t, texel(t, i, j, 0), c)};
    return value<T>(4, out);
}
// The programming guide's table of faces, under "Cubemap Textures".
template <class T> inline T cube(const words& t, float x, float y, float z, int layer) {
    float ax = fabsf(x), ay = fabsf(y), az = fabsf(z), m, u, v;
    int face;
    if (ax >= ay && ax >= az) face = x >= 0 ? 0 : 1, m = ax, u = x >= 0 ? -z : z, v = -y;
    else if (ay >= az) face = y >= 0 ? 2 : 3, m = ay, u = x, v = y >= 0 ? z : -z;
    else face = z >= 0 ? 4 : 5, m = az, u = z >= 0 ? x : -x, v = -y;
    words flat = t;
    flat.normalized = true;
    return read<T>(flat, (u / m + 1) / 2, (v / m + 1) / 2, 0, 2, within(layer, t.depth / 6) * 6 + face);
}
} // namespace texture

// The texture functions.
namespace words_texture {
typedef KP_TEXTURE_OBJECT kp_object;
template <class T> inline T tex1Dfetch(kp_object o, int i) {
    const texture::words& t = texture::of(o);
    if (i < 0 || i >= t.width) return T();
    return texture::fetch<T>(t, i, 0, 0);
}
template <class T> inline T tex1D(kp_object o, float x) { return texture::read<T>(texture::of(o), x, 0, 0, 1); }
template <class T> inline T tex2D(kp_object o, float x, float y) { return texture::read<T>(texture::of(o), x, y, 0, 2); }
template <class T> inline T tex3D(kp_object o, float x, float y, float z) { return texture::read<T>(texture::of(o), x, y, z, 3); }
template <class T> inline T tex1DLayered(kp_object o, float x, int layer) { return texture::read<T>(texture::of(o), x, 0, 0, 1, texture::layer_of(o, layer)); }
template <class T> inline T tex2DLayered(kp_object o, float x, float y, int layer) { return texture::read<T>(texture::of(o), x, y, 0, 2, texture::layer_of(o, layer)); }
template <class T> inline T texCubemap(kp_object o, float x, float y, float z) { return texture::cube<T>(texture::of(o), x, y, z, 0); }
template <class T> inline T texCubemapLayered(kp_object o, float x, float y, float z, int layer) { return texture::cube<T>(texture::of(o), x, y, z, layer); }
template <class T> inline T tex2Dgather(kp_object o, float x, float y, int channel = 0) { return texture::gather<T>(texture::of(o), x, y, channel); }
// There are no mipmaps: every level is the only one.
template <class T> inline T tex1DLod(kp_object o, float x, float) { return tex1D<T>(o, x); }
template <class T> inline T tex2DLod(kp_object o, float x, float y, float) { return tex2D<T>(o, x, y); }
template <class T> inline T tex3DLod(kp_object o, float x, float y, float z, float) { return tex3D<T>(o, x, y, z); }
template <class T> inline T tex1DLayeredLod(kp_object o, float x, int layer, float) { return tex1DLayered<T>(o, x, layer); }
template <class T> inline T tex2DLayeredLod(kp_object o, float x, float y, int layer, float) { return tex2DLayered<T>(o, x, y, layer); }
template <class T> inline T texCubemapLod(kp_object o, float x, float y, float z, float) { return texCubemap<T>(o, x, y, z); }
template <class T> inline T texCubemapLayeredLod(kp_object o, float x, float y, float z, int layer, float) { return texCubemapLayered<T>(o, x, y, z, layer); }
template <class T> inline T tex1DGrad(kp_object o, float x, float, float) { return tex1D<T>(o, x); }
template <class T> inline T tex2DGrad(kp_object o, float x, float y, vec::float2, vec::float2) { return tex2D<T>(o, x, y); }
template <class T> inline T tex3DGrad(kp_object o, float x, float y, float z, vec::float4, vec::float4) { return tex3D<T>(o, x, y, z); }
template <class T> inline T tex1DLayeredGrad(kp_object o, float x, int layer, float, float) { return tex1DLayered<T>(o, x, layer); }
template <class T> inline T tex2DLayeredGrad(kp_object o, float x, float y, int layer, vec::float2, vec::float2) { return tex2DLayered<T>(o, x, y, layer); }
// Each with its result through a pointer.
template <class T, class... A> inline void tex1Dfetch(T* v, kp_object o, A... a) { *v = tex1Dfetch<T>(o, a...); }
template <class T, class... A> inline void tex1D(T* v, kp_object o, A... a) { *v = tex1D<T>(o, a...); }
template <class T, class... A> inline void tex2D(T* v, kp_object o, A... a) { *v = tex2D<T>(o, a...); }
template <class T, class... A> inline void tex3D(T* v, kp_object o, A... a) { *v = tex3D<T>(o, a...); }
template <class T, class... A> inline void tex1DLayered(T* v, kp_object o, A... a) { *v = tex1DLayered<T>(o, a...); }
template <class T, class... A> inline void tex2DLayered(T* v, kp_object o, A... a) { *v = tex2DLayered<T>(o, a...); }
template <class T, class... A> inline void texCubemap(T* v, kp_object o, A... a) { *v = texCubemap<T>(o, a...); }
template <class T, class... A> inline void tex2DLod(T* v, kp_object o, A... a) { *v = tex2DLod<T>(o, a...); }
} // namespace words_texture
} // namespace kp
