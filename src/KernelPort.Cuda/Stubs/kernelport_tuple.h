#pragma once
// thrust::tuple and what goes with it, for machines on which no Thrust is known. Where there is one after all, it stands.
#define KERNELPORT_TUPLE <thrust/tuple.h>
#if __has_include(<thrust/tuple.h>)
#include KERNELPORT_TUPLE
#else
#include "cuda_runtime.h"
#include <stddef.h>
#include <type_traits>
namespace thrust {
template <class... T> class tuple;
template <> class tuple<> {
public:
    template <class F> __host__ __device__ bool equals(const F &) const { return true; }
    template <class F> __host__ __device__ bool before(const F &) const { return false; }
};
template <size_t N, class T> struct tuple_element;
template <class H, class... R> struct tuple_element<0, tuple<H, R...>> { typedef H type; };
template <size_t N, class H, class... R> struct tuple_element<N, tuple<H, R...>> : tuple_element<N - 1, tuple<R...>> {};
template <size_t N, class T> struct tuple_element<N, const T> { typedef const typename tuple_element<N, T>::type type; };
template <class T> struct tuple_size;
template <class... T> struct tuple_size<tuple<T...>> { static const size_t value = sizeof...(T); };
template <class T> struct tuple_size<const T> : tuple_size<T> {};
template <class H, class... R> class tuple<H, R...> {
public:
    H head;
    tuple<R...> tail;
    __host__ __device__ tuple() : head(), tail() {}
    __host__ __device__ tuple(const H &first, const R &...rest) : head(first), tail(rest...) {}
    tuple(const tuple &) = default;
    template <class F, class... G, class = typename std::enable_if<sizeof...(G) == sizeof...(R)>::type>
    __host__ __device__ tuple(const tuple<F, G...> &other) : head(other.head), tail(other.tail) {}
    // through references too: tie(a, b) = t
    __host__ __device__ tuple &operator=(const tuple &other) {
        head = other.head;
        tail = other.tail;
        return *this;
    }
    template <class F, class... G> __host__ __device__ tuple &operator=(const tuple<F, G...> &other) {
        head = other.head;
        tail = other.tail;
        return *this;
    }
    template <int N> __host__ __device__ typename tuple_element<N, tuple>::type &get() {
        if constexpr (N == 0) return head;
        else return tail.template get<N - 1>();
    }
    template <int N> __host__ __device__ const typename tuple_element<N, tuple>::type &get() const {
        if constexpr (N == 0) return head;
        else return tail.template get<N - 1>();
    }
    template <class F> __host__ __device__ bool equals(const F &other) const { return head == other.head && tail.equals(other.tail); }
    template <class F> __host__ __device__ bool before(const F &other) const { return head < other.head || (!(other.head < head) && tail.before(other.tail)); }
};
template <int N, class... T> inline __host__ __device__ typename tuple_element<N, tuple<T...>>::type &get(tuple<T...> &t) { return t.template get<N>(); }
template <int N, class... T> inline __host__ __device__ const typename tuple_element<N, tuple<T...>>::type &get(const tuple<T...> &t) { return t.template get<N>(); }
template <class... T> inline __host__ __device__ tuple<T...> make_tuple(const T &...values) { return tuple<T...>(values...); }
template <class... T> inline __host__ __device__ tuple<T &...> tie(T &...places) { return tuple<T &...>(places...); }
template <class... T, class... U> inline __host__ __device__ bool operator==(const tuple<T...> &a, const tuple<U...> &b) { return a.equals(b); }
template <class... T, class... U> inline __host__ __device__ bool operator!=(const tuple<T...> &a, const tuple<U...> &b) { return !a.equals(b); }
template <class... T, class... U> inline __host__ __device__ bool operator<(const tuple<T...> &a, const tuple<U...> &b) { return a.before(b); }
template <class... T, class... U> inline __host__ __device__ bool operator>(const tuple<T...> &a, const tuple<U...> &b) { return b.before(a); }
template <class... T, class... U> inline __host__ __device__ bool operator<=(const tuple<T...> &a, const tuple<U...> &b) { return !b.before(a); }
template <class... T, class... U> inline __host__ __device__ bool operator>=(const tuple<T...> &a, const tuple<U...> &b) { return !a.before(b); }
}
#endif
