// Thrust's function objects, complex numbers and random numbers.
#pragma once
#include "kp_thrust_memory.h"
#include <random>

namespace thrust {
#define KP_BINARY(name, R, expression)                                                                     \
    template <class T = void> struct name {                                                                \
        typedef T first_argument_type;                                                                     \
        typedef T second_argument_type;                                                                    \
        typedef R result_type;                                                                             \
        R operator()(const T& a, const T& b) const { return expression; }                                  \
    };                                                                                                     \
    template <> struct name<void> { template <class A, class B> auto operator()(const A& a, const B& b) const { return expression; } };
KP_BINARY(plus, T, a + b)
KP_BINARY(minus, T, a - b)
KP_BINARY(multiplies, T, a * b)
KP_BINARY(divides, T, a / b)
KP_BINARY(modulus, T, a % b)
KP_BINARY(maximum, T, (a < b ? b : a))
KP_BINARY(minimum, T, (b < a ? b : a))
KP_BINARY(less, bool, a < b)
KP_BINARY(greater, bool, b < a)
KP_BINARY(less_equal, bool, a <= b)
KP_BINARY(greater_equal, bool, a >= b)
KP_BINARY(equal_to, bool, a == b)
KP_BINARY(not_equal_to, bool, a != b)
KP_BINARY(logical_and, bool, (a && b))
KP_BINARY(logical_or, bool, (a || b))
KP_BINARY(bit_and, T, (a & b))
KP_BINARY(bit_or, T, (a | b))
KP_BINARY(bit_xor, T, (a ^ b))
#undef KP_BINARY
template <class T = void> struct negate { T operator()(const T& a) const { return -a; } };
template <class T = void> struct identity { const T& operator()(const T& a) const { return a; } };
template <> struct identity<void> { template <class T> T operator()(T a) const { return a; } };
template <class T = void> struct square { T operator()(const T& a) const { return a * a; } };
template <class T = void> struct logical_not { bool operator()(const T& a) const { return !a; } };
template <class A, class R> struct unary_function { typedef A argument_type; typedef R result_type; };
template <class A, class B, class R> struct binary_function { typedef A first_argument_type; typedef B second_argument_type; typedef R result_type; };

template <class T> using complex = std::complex<T>;
using std::abs;
using std::arg;
using std::conj;
using std::exp;
using std::norm;
using std::polar;
using std::pow;
using std::sqrt;

// The engines are the standard's; thrust's distributions are not, so another sequence comes out of them.
typedef std::minstd_rand default_random_engine;
typedef std::minstd_rand minstd_rand;
typedef std::minstd_rand0 minstd_rand0;
typedef std::ranlux24 ranlux24;
typedef std::mt19937 mt19937;
template <class T = double> struct uniform_real_distribution {
    T low, high;
    uniform_real_distribution(T a = 0, T b = 1) : low(a), high(b) {}
    template <class E> T operator()(E& e) const { return low + (high - low) * static_cast<T>((static_cast<double>(e()) - e.min()) / (static_cast<double>(e.max()) - e.min() + 1.0)); }
};
template <class T = int> struct uniform_int_distribution {
    T low, high;
    uniform_int_distribution(T a = 0, T b = std::numeric_limits<T>::max()) : low(a), high(b) {}
    template <class E> T operator()(E& e) const {
        return static_cast<T>(low + static_cast<T>((static_cast<double>(e()) - e.min()) / (static_cast<double>(e.max()) - e.min() + 1.0) * (static_cast<double>(high) - low + 1.0)));
    }
};
template <class T = double> using normal_distribution = std::normal_distribution<T>;
namespace random {
using thrust::default_random_engine;
using thrust::normal_distribution;
using thrust::uniform_int_distribution;
using thrust::uniform_real_distribution;
} // namespace random
} // namespace thrust
