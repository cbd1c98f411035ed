#pragma once
// Operators on pairs of halves, by the functions on them. As templates they give way to a vendor's own.
#include "cuda_runtime.h"
#include <type_traits>
#define KERNELPORT_PAIR(T, R) template <class T> inline __device__ typename std::enable_if<std::is_same<T, half2>::value, R>::type
KERNELPORT_PAIR(T, T) operator+(const T &a, const T &b) { return __hadd2(a, b); }
KERNELPORT_PAIR(T, T) operator-(const T &a, const T &b) { return __hsub2(a, b); }
KERNELPORT_PAIR(T, T) operator*(const T &a, const T &b) { return __hmul2(a, b); }
KERNELPORT_PAIR(T, T) &operator+=(T &a, const T &b) { return a = __hadd2(a, b); }
KERNELPORT_PAIR(T, T) &operator-=(T &a, const T &b) { return a = __hsub2(a, b); }
KERNELPORT_PAIR(T, T) &operator*=(T &a, const T &b) { return a = __hmul2(a, b); }
KERNELPORT_PAIR(T, bool) operator==(const T &a, const T &b) { return __hbeq2(a, b); }
KERNELPORT_PAIR(T, bool) operator<(const T &a, const T &b) { return __hblt2(a, b); }
KERNELPORT_PAIR(T, bool) operator<=(const T &a, const T &b) { return __hble2(a, b); }
KERNELPORT_PAIR(T, bool) operator>(const T &a, const T &b) { return __hbgt2(a, b); }
KERNELPORT_PAIR(T, bool) operator>=(const T &a, const T &b) { return __hbge2(a, b); }
#undef KERNELPORT_PAIR
