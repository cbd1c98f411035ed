#pragma once
namespace thrust {
template <class T = void> struct plus;
template <class T = void> struct minus;
template <class T = void> struct multiplies;
template <class T = void> struct minimum;
template <class T = void> struct maximum;
template <class T = void> struct less;
template <class T = void> struct greater;
template <class T = void> struct equal_to;
template <class T = void> struct identity;
template <class A, class R> struct unary_function;
template <class A, class B, class R> struct binary_function;
}
