// Surfaces: bytes along x, rows, planes or layers; what lies outside is decided by a boundary mode. Rows have no gaps.
#pragma once
#include "kp_texture.h"

namespace kp {
namespace surface {
enum mode { zero, clamp, trap };

// The first byte of an access of n bytes; null where nothing is accessed.
inline char* at(KP_SURFACE_OBJECT object, int x, int y, int z, int n, mode outside, const char* what) {
    const texture::words& t = texture::of(object);
    int row = t.width * t.channels * host::texel_bits(t) / 8;
    if (x % n != 0) fail(52, "a %s of %d bytes at byte %d of a surface's row", what, n, x);
    if (x < 0 || x > row - n || y < 0 || y >= t.height || z < 0 || z >= t.depth) {
        if (outside == zero) return nullptr;
        if (outside == trap) fail(51, "a %s outside of a surface: byte %d, row %d, layer %d of %d x %d x %d", what, x, y, z, row, t.height, t.depth);
        x = x < 0 ? 0 : x > row - n ? row - n : x, y = texture::within(y, t.height), z = texture::within(z, t.depth);
    }
    return t.data + (static_cast<size_t>(z) * t.height + y) * t.pitch + x;
}
template <class T> inline T read(KP_SURFACE_OBJECT o, int x, int y, int z, mode outside) {
    T v = T();
    if (const char* p = at(o, x, y, z, sizeof v, outside, "read")) memcpy(&v, p, sizeof v);
    return v;
}
template <class T> inline void write(T v, KP_SURFACE_OBJECT o, int x, int y, int z, mode outside) {
    if (char* p = at(o, x, y, z, sizeof v, outside, "write")) memcpy(p, &v, sizeof v);
}
} // namespace surface

// CUDA's functions: three modes, and a trap where none is named.
namespace words_surface {
typedef KP_SURFACE_OBJECT kp_object;
inline surface::mode mode_of(int m) { return m == 0 ? surface::zero : m == 1 ? surface::clamp : surface::trap; }
template <class T> inline T surf1Dread(kp_object s, int x, int m = 2) { return surface::read<T>(s, x, 0, 0, mode_of(m)); }
template <class T> inline T surf2Dread(kp_object s, int x, int y, int m = 2) { return surface::read<T>(s, x, y, 0, mode_of(m)); }
template <class T> inline T surf3Dread(kp_object s, int x, int y, int z, int m = 2) { return surface::read<T>(s, x, y, z, mode_of(m)); }
template <class T> inline T surf1DLayeredread(kp_object s, int x, int layer, int m = 2) { return surface::read<T>(s, x, 0, layer, mode_of(m)); }
template <class T> inline T surf2DLayeredread(kp_object s, int x, int y, int layer, int m = 2) { return surface::read<T>(s, x, y, layer, mode_of(m)); }
template <class T> inline void surf1Dread(T* v, kp_object s, int x, int m = 2) { *v = surf1Dread<T>(s, x, m); }
template <class T> inline void surf2Dread(T* v, kp_object s, int x, int y, int m = 2) { *v = surf2Dread<T>(s, x, y, m); }
template <class T> inline void surf3Dread(T* v, kp_object s, int x, int y, int z, int m = 2) { *v = surf3Dread<T>(s, x, y, z, m); }
template <class T> inline void surf1DLayeredread(T* v, kp_object s, int x, int layer, int m = 2) { *v = surf1DLayeredread<T>(s, x, layer, m); }
template <class T> inline void surf2DLayeredread(T* v, kp_object s, int x, int y, int layer, int m = 2) { *v = surf2DLayeredread<T>(s, x, y, layer, m); }
template <class T> inline void surf1Dwrite(T v, kp_object s, int x, int m = 2) { surface::write(v, s, x, 0, 0, mode_of(m)); }
template <class T> inline void surf2Dwrite(T v, kp_object s, int x, int y, int m = 2) { surface::write(v, s, x, y, 0, mode_of(m)); }
template <class T> inline void surf3Dwrite(T v, kp_object s, int x, int y, int z, int m = 2) { surface::write(v, s, x, y, z, mode_of(m)); }
template <class T> inline void surf1DLayeredwrite(T v, kp_object s, int x, int layer, int m = 2) { surface::write(v, s, x, 0, layer, mode_of(m)); }
template <class T> inline void surf2DLayeredwrite(T v, kp_object s, int x, int y, int layer, int m = 2) { surface::write(v, s, x, y, layer, mode_of(m)); }
} // namespace words_surface

// HIP's functions: reads through a pointer only, and the mode is there to be named (HIP 5.2: amd_surface_functions.h ignores it).
namespace words_surface_hip {
typedef KP_SURFACE_OBJECT kp_object;
template <class T> inline void surf1Dread(T* v, kp_object s, int x, int = 0) { *v = surface::read<T>(s, x, 0, 0, surface::zero); }
template <class T> inline void surf2Dread(T* v, kp_object s, int x, int y, int = 0) { *v = surface::read<T>(s, x, y, 0, surface::zero); }
template <class T> inline void surf3Dread(T* v, kp_object s, int x, int y, int z, int = 0) { *v = surface::read<T>(s, x, y, z, surface::zero); }
template <class T> inline void surf1DLayeredread(T* v, kp_object s, int x, int layer, int = 0) { *v = surface::read<T>(s, x, 0, layer, surface::zero); }
template <class T> inline void surf2DLayeredread(T* v, kp_object s, int x, int y, int layer, int = 0) { *v = surface::read<T>(s, x, y, layer, surface::zero); }
template <class T> inline void surf1Dwrite(T v, kp_object s, int x, int = 0) { surface::write(v, s, x, 0, 0, surface::zero); }
template <class T> inline void surf2Dwrite(T v, kp_object s, int x, int y, int = 0) { surface::write(v, s, x, y, 0, surface::zero); }
template <class T> inline void surf3Dwrite(T v, kp_object s, int x, int y, int z, int = 0) { surface::write(v, s, x, y, z, surface::zero); }
template <class T> inline void surf1DLayeredwrite(T v, kp_object s, int x, int layer, int = 0) { surface::write(v, s, x, 0, layer, surface::zero); }
template <class T> inline void surf2DLayeredwrite(T v, kp_object s, int x, int y, int layer, int = 0) { surface::write(v, s, x, y, layer, surface::zero); }
} // namespace words_surface_hip
} // namespace kp
