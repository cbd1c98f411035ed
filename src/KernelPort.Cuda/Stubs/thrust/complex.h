#pragma once
#include "cuda_runtime.h"
// Complex numbers as CCCL has them (thrust/detail/complex): products by the school rule, quotients scaled by the divisor's size.
#define __KP_COMPLEX inline __host__ __device__
namespace thrust {
template <class T> struct complex {
    typedef T value_type;
    T __re, __im;
    complex() = default;
    __host__ __device__ complex(const T &re) : __re(re), __im(T(0)) {}
    __host__ __device__ complex(const T &re, const T &im) : __re(re), __im(im) {}
    template <class U> __host__ __device__ complex(const complex<U> &z) : __re(T(z.real())), __im(T(z.imag())) {}
    __host__ __device__ T real() const { return __re; }
    __host__ __device__ T imag() const { return __im; }
    __host__ __device__ void real(T re) { __re = re; }
    __host__ __device__ void imag(T im) { __im = im; }
    __host__ __device__ complex &operator=(const T &re) { __re = re; __im = T(0); return *this; }
    __host__ __device__ complex &operator+=(const complex z) { __re = __re + z.__re; __im = __im + z.__im; return *this; }
    __host__ __device__ complex &operator-=(const complex z) { __re = __re - z.__re; __im = __im - z.__im; return *this; }
    __host__ __device__ complex &operator*=(const complex z) { *this = *this * z; return *this; }
    __host__ __device__ complex &operator/=(const complex z) { *this = *this / z; return *this; }
    __host__ __device__ complex &operator+=(const T &z) { __re = __re + z; return *this; }
    __host__ __device__ complex &operator-=(const T &z) { __re = __re - z; return *this; }
    __host__ __device__ complex &operator*=(const T &z) { __re = __re * z; __im = __im * z; return *this; }
    __host__ __device__ complex &operator/=(const T &z) { __re = __re / z; __im = __im / z; return *this; }
};
template <class T> __KP_COMPLEX complex<T> operator+(const complex<T> &a, const complex<T> &b) { return complex<T>(a.real() + b.real(), a.imag() + b.imag()); }
template <class T> __KP_COMPLEX complex<T> operator+(const complex<T> &a, const T &b) { return complex<T>(a.real() + b, a.imag()); }
template <class T> __KP_COMPLEX complex<T> operator+(const T &a, const complex<T> &b) { return complex<T>(a + b.real(), b.imag()); }
template <class T> __KP_COMPLEX complex<T> operator-(const complex<T> &a, const complex<T> &b) { return complex<T>(a.real() - b.real(), a.imag() - b.imag()); }
template <class T> __KP_COMPLEX complex<T> operator-(const complex<T> &a, const T &b) { return complex<T>(a.real() - b, a.imag()); }
template <class T> __KP_COMPLEX complex<T> operator-(const T &a, const complex<T> &b) { return complex<T>(a - b.real(), -b.imag()); }
template <class T> __KP_COMPLEX complex<T> operator*(const complex<T> &a, const complex<T> &b) {
    return complex<T>(a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real());
}
template <class T> __KP_COMPLEX complex<T> operator*(const complex<T> &a, const T &b) { return complex<T>(a.real() * b, a.imag() * b); }
template <class T> __KP_COMPLEX complex<T> operator*(const T &a, const complex<T> &b) { return complex<T>(a * b.real(), a * b.imag()); }
template <class T> __KP_COMPLEX complex<T> operator/(const complex<T> &a, const complex<T> &b) {
    T s = fabs(b.real()) + fabs(b.imag()), o = T(1) / s;
    T ar = a.real() * o, ai = a.imag() * o, br = b.real() * o, bi = b.imag() * o;
    s = br * br + bi * bi;
    o = T(1) / s;
    return complex<T>((ar * br + ai * bi) * o, (ai * br - ar * bi) * o);
}
template <class T> __KP_COMPLEX complex<T> operator/(const complex<T> &a, const T &b) { return complex<T>(a.real() / b, a.imag() / b); }
template <class T> __KP_COMPLEX complex<T> operator/(const T &a, const complex<T> &b) { return complex<T>(a) / b; }
template <class T> __KP_COMPLEX complex<T> operator+(const complex<T> &a) { return a; }
template <class T> __KP_COMPLEX complex<T> operator-(const complex<T> &a) { return complex<T>(-a.real(), -a.imag()); }
template <class T> __KP_COMPLEX bool operator==(const complex<T> &a, const complex<T> &b) { return a.real() == b.real() && a.imag() == b.imag(); }
template <class T> __KP_COMPLEX bool operator!=(const complex<T> &a, const complex<T> &b) { return !(a == b); }
template <class T> __KP_COMPLEX T abs(const complex<T> &z) { return hypot(z.real(), z.imag()); }
template <class T> __KP_COMPLEX T arg(const complex<T> &z) { return atan2(z.imag(), z.real()); }
template <class T> __KP_COMPLEX T norm(const complex<T> &z) { return z.real() * z.real() + z.imag() * z.imag(); }
template <class T> __KP_COMPLEX complex<T> conj(const complex<T> &z) { return complex<T>(z.real(), -z.imag()); }
template <class T> __KP_COMPLEX complex<T> polar(const T &m, const T &theta) { return complex<T>(m * cos(theta), m * sin(theta)); }
template <class T> __KP_COMPLEX complex<T> exp(const complex<T> &z) { return polar(::exp(z.real()), z.imag()); }
} // namespace thrust
#undef __KP_COMPLEX
