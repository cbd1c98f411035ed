// Thrust's iterators that make values as they go: counting, constant, transformed, zipped, permuted, discarding.
#pragma once
#include "kp_thrust_memory.h"

namespace thrust {
namespace iterators {
template <class Self, class V, class R> struct facade {
    typedef V value_type;
    typedef R reference;
    typedef V* pointer;
    typedef ptrdiff_t difference_type;
    typedef std::random_access_iterator_tag iterator_category;
    Self& operator++() { return move(1); }
    Self operator++(int) {
        Self old = me();
        move(1);
        return old;
    }
    Self& operator--() { return move(-1); }
    Self operator--(int) {
        Self old = me();
        move(-1);
        return old;
    }
    Self& operator+=(ptrdiff_t n) { return move(n); }
    Self& operator-=(ptrdiff_t n) { return move(-n); }
    friend Self operator+(Self a, ptrdiff_t n) { return a.advanced(n); }
    friend Self operator-(Self a, ptrdiff_t n) { return a.advanced(-n); }
    friend ptrdiff_t operator-(const Self& a, const Self& b) { return a.distance_from(b); }
    friend bool operator==(const Self& a, const Self& b) { return a.distance_from(b) == 0; }
    friend bool operator!=(const Self& a, const Self& b) { return a.distance_from(b) != 0; }
    friend bool operator<(const Self& a, const Self& b) { return a.distance_from(b) < 0; }
    R operator[](ptrdiff_t n) const { return *(me().advanced(n)); }

private:
    Self& move(ptrdiff_t n) { return static_cast<Self&>(*this) = me().advanced(n); }
    const Self& me() const { return static_cast<const Self&>(*this); }
};
} // namespace iterators

template <class V> struct counting_iterator : iterators::facade<counting_iterator<V>, V, V> {
    V at;
    explicit counting_iterator(V v = V()) : at(v) {}
    V operator*() const { return at; }
    counting_iterator advanced(ptrdiff_t n) const { return counting_iterator(static_cast<V>(at + n)); }
    ptrdiff_t distance_from(const counting_iterator& o) const { return static_cast<ptrdiff_t>(at) - static_cast<ptrdiff_t>(o.at); }
};
template <class V> inline counting_iterator<V> make_counting_iterator(V v) { return counting_iterator<V>(v); }

template <class V> struct constant_iterator : iterators::facade<constant_iterator<V>, V, V> {
    V value;
    ptrdiff_t at;
    explicit constant_iterator(V v = V(), ptrdiff_t n = 0) : value(v), at(n) {}
    V operator*() const { return value; }
    constant_iterator advanced(ptrdiff_t n) const { return constant_iterator(value, at + n); }
    ptrdiff_t distance_from(const constant_iterator& o) const { return at - o.at; }
};
template <class V> inline constant_iterator<V> make_constant_iterator(V v) { return constant_iterator<V>(v); }

template <class F, class I> using transformed = typename std::decay<decltype(std::declval<F>()(*std::declval<I>()))>::type;
template <class F, class I, class = void, class = void> struct transform_iterator : iterators::facade<transform_iterator<F, I>, transformed<F, I>, transformed<F, I>> {
    I at;
    mutable F f;
    transform_iterator(I i, F g) : at(i), f(g) {}
    transform_iterator(const transform_iterator&) = default;
    transform_iterator& operator=(const transform_iterator& o) { // functions may be lambdas, which cannot be assigned
        at = o.at;
        return *this;
    }
    transformed<F, I> operator*() const { return f(*at); }
    transform_iterator advanced(ptrdiff_t n) const { return transform_iterator(at + n, f); }
    ptrdiff_t distance_from(const transform_iterator& o) const { return at - o.at; }
};
template <class I, class F> inline transform_iterator<F, I> make_transform_iterator(I i, F f) { return transform_iterator<F, I>(i, f); }

template <class Tuple> struct zip_iterator;
template <class... I> struct zip_iterator<std::tuple<I...>>
    : iterators::facade<zip_iterator<std::tuple<I...>>, std::tuple<typename std::iterator_traits<I>::value_type...>, std::tuple<decltype(*std::declval<I>())...>> {
    std::tuple<I...> at;
    typedef std::tuple<decltype(*std::declval<I>())...> refs;
    zip_iterator(std::tuple<I...> t) : at(t) {}
    refs operator*() const {
        return std::apply([](const auto&... i) { return refs(*i...); }, at);
    }
    const std::tuple<I...>& get_iterator_tuple() const { return at; }
    zip_iterator advanced(ptrdiff_t n) const {
        return std::apply([n](const auto&... i) { return zip_iterator(std::tuple<I...>(i + n...)); }, at);
    }
    ptrdiff_t distance_from(const zip_iterator& o) const { return std::get<0>(at) - std::get<0>(o.at); }
};
template <class... I> inline zip_iterator<std::tuple<I...>> make_zip_iterator(std::tuple<I...> t) { return zip_iterator<std::tuple<I...>>(t); }
template <class I, class J, class... K> inline zip_iterator<std::tuple<I, J, K...>> make_zip_iterator(I i, J j, K... k) { return zip_iterator<std::tuple<I, J, K...>>(std::make_tuple(i, j, k...)); }

template <class E, class M>
struct permutation_iterator : iterators::facade<permutation_iterator<E, M>, typename std::iterator_traits<E>::value_type, decltype(*std::declval<E>())> {
    E elements;
    M map;
    permutation_iterator(E e, M m) : elements(e), map(m) {}
    decltype(*std::declval<E>()) operator*() const { return elements[static_cast<ptrdiff_t>(*map)]; }
    permutation_iterator advanced(ptrdiff_t n) const { return permutation_iterator(elements, map + n); }
    ptrdiff_t distance_from(const permutation_iterator& o) const { return map - o.map; }
};
template <class E, class M> inline permutation_iterator<E, M> make_permutation_iterator(E e, M m) { return permutation_iterator<E, M>(e, m); }

struct discard_iterator : iterators::facade<discard_iterator, int, int&> {
    ptrdiff_t at = 0;
    int& operator*() const {
        static int sink;
        return sink;
    }
    discard_iterator advanced(ptrdiff_t n) const {
        discard_iterator d;
        d.at = at + n;
        return d;
    }
    ptrdiff_t distance_from(const discard_iterator& o) const { return at - o.at; }
};
inline discard_iterator make_discard_iterator() { return discard_iterator(); }

} // namespace thrust
