// Thrust's algorithms, in order and one after the other. Each may be given a policy first, which changes nothing.
#pragma once
#include "kp_thrust_functional.h"
#include "kp_thrust_iterators.h"

namespace thrust {
#define KP_WITH_POLICY(name)                                                                               \
    template <class... A> inline auto name(const policy::any&, A... a) { return name(a...); }

template <class I, class O> inline O copy(I b, I e, O o) {
    for (; b != e; ++b, ++o) *o = *b;
    return o;
}
template <class I, class N, class O> inline O copy_n(I b, N n, O o) { return thrust::copy(b, b + n, o); }
template <class I, class O, class P> inline O copy_if(I b, I e, O o, P p) {
    for (; b != e; ++b)
        if (p(*b)) *o++ = *b;
    return o;
}
template <class I, class S, class O, class P> inline O copy_if(I b, I e, S s, O o, P p) {
    for (; b != e; ++b, ++s)
        if (p(*s)) *o++ = *b;
    return o;
}
template <class I, class T> inline void fill(I b, I e, const T& v) {
    for (; b != e; ++b) *b = v;
}
template <class I, class N, class T> inline I fill_n(I b, N n, const T& v) {
    fill(b, b + n, v);
    return b + n;
}
template <class I, class F> inline void generate(I b, I e, F f) {
    for (; b != e; ++b) *b = f();
}
template <class I, class T, class S> inline void sequence(I b, I e, T first, S step) {
    for (T v = first; b != e; ++b, v = static_cast<T>(v + step)) *b = v;
}
template <class I, class T> inline void sequence(I b, I e, T first) { sequence(b, e, first, T(1)); }
template <class I> inline void sequence(I b, I e) { sequence(b, e, typename std::iterator_traits<I>::value_type(0)); }
template <class I, class F> inline I for_each(I b, I e, F f) {
    for (; b != e; ++b) f(*b);
    return b;
}
template <class I, class N, class F> inline I for_each_n(I b, N n, F f) { return for_each(b, b + n, f); }
template <class I, class O, class F> inline O transform(I b, I e, O o, F f) {
    for (; b != e; ++b, ++o) *o = f(*b);
    return o;
}
template <class I, class J, class O, class F> inline O transform(I b, I e, J j, O o, F f) {
    for (; b != e; ++b, ++j, ++o) *o = f(*b, *j);
    return o;
}
template <class I, class T, class F> inline T reduce(I b, I e, T v, F f) {
    for (; b != e; ++b) v = f(v, *b);
    return v;
}
template <class I, class T> inline T reduce(I b, I e, T v) { return reduce(b, e, v, [](const T& x, const T& y) { return static_cast<T>(x + y); }); }
template <class I> inline typename std::iterator_traits<I>::value_type reduce(I b, I e) { return reduce(b, e, typename std::iterator_traits<I>::value_type()); }
template <class I, class F, class T, class G> inline T transform_reduce(I b, I e, F f, T v, G g) {
    for (; b != e; ++b) v = g(v, f(*b));
    return v;
}
template <class I, class J, class T> inline T inner_product(I b, I e, J j, T v) {
    for (; b != e; ++b, ++j) v = v + *b * *j;
    return v;
}
template <class I, class J, class T, class F, class G> inline T inner_product(I b, I e, J j, T v, F f, G g) {
    for (; b != e; ++b, ++j) v = f(v, g(*b, *j));
    return v;
}
template <class I, class O, class F> inline O inclusive_scan(I b, I e, O o, F f) {
    if (b == e) return o;
    typename std::iterator_traits<I>::value_type sum = *b;
    *o = sum;
    for (++b, ++o; b != e; ++b, ++o) *o = sum = f(sum, *b);
    return o;
}
template <class I, class O> inline O inclusive_scan(I b, I e, O o) { return inclusive_scan(b, e, o, plus<>()); }
template <class I, class O, class T, class F> inline O exclusive_scan(I b, I e, O o, T v, F f) {
    for (; b != e; ++b, ++o) {
        T next = f(v, *b);
        *o = v;
        v = next;
    }
    return o;
}
template <class I, class O, class T> inline O exclusive_scan(I b, I e, O o, T v) { return exclusive_scan(b, e, o, v, plus<>()); }
template <class I, class O> inline O exclusive_scan(I b, I e, O o) { return exclusive_scan(b, e, o, typename std::iterator_traits<I>::value_type()); }
template <class K, class I, class O> inline O inclusive_scan_by_key(K b, K e, I i, O o) {
    typename std::iterator_traits<I>::value_type sum{};
    for (K k = b; k != e; ++k, ++i, ++o) *o = sum = k == b || !(*(k - 1) == *k) ? *i : sum + *i;
    return o;
}
template <class I, class F, class O> inline O transform_inclusive_scan(I b, I e, O o, F f) { return inclusive_scan(make_transform_iterator(b, f), make_transform_iterator(e, f), o); }
template <class I, class O> inline O adjacent_difference(I b, I e, O o) { return std::adjacent_difference(b, e, o); }
template <class I, class O, class F> inline O adjacent_difference(I b, I e, O o, F f) { return std::adjacent_difference(b, e, o, f); }

template <class I, class C> inline void stable_sort(I b, I e, C c) {
    std::vector<typename std::iterator_traits<I>::value_type> all(b, e);
    std::stable_sort(all.begin(), all.end(), c);
    thrust::copy(all.begin(), all.end(), b);
}
template <class I> inline void stable_sort(I b, I e) { stable_sort(b, e, less<>()); }
template <class I, class C> inline void sort(I b, I e, C c) { stable_sort(b, e, c); }
template <class I> inline void sort(I b, I e) { stable_sort(b, e, less<>()); }
template <class K, class V, class C> inline void stable_sort_by_key(K b, K e, V v, C c) {
    std::vector<typename std::iterator_traits<K>::value_type> keys(b, e);
    std::vector<typename std::iterator_traits<V>::value_type> values(v, v + static_cast<ptrdiff_t>(keys.size()));
    std::vector<size_t> order(keys.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](size_t x, size_t y) { return c(keys[x], keys[y]); });
    for (size_t i : order) {
        *b = keys[i], *v = values[i];
        ++b, ++v;
    }
}
template <class K, class V> inline void stable_sort_by_key(K b, K e, V v) { stable_sort_by_key(b, e, v, less<>()); }
template <class K, class V, class C> inline void sort_by_key(K b, K e, V v, C c) { stable_sort_by_key(b, e, v, c); }
template <class K, class V> inline void sort_by_key(K b, K e, V v) { stable_sort_by_key(b, e, v, less<>()); }
template <class I> inline bool is_sorted(I b, I e) { return std::is_sorted(b, e); }
template <class I, class C> inline bool is_sorted(I b, I e, C c) { return std::is_sorted(b, e, c); }

template <class I, class P> inline I remove_if(I b, I e, P p) {
    I o = b;
    for (; b != e; ++b)
        if (!p(*b)) *o++ = *b;
    return o;
}
template <class I, class S, class P> inline I remove_if(I b, I e, S s, P p) {
    I o = b;
    for (; b != e; ++b, ++s)
        if (!p(*s)) *o++ = *b;
    return o;
}
template <class I, class T> inline I remove(I b, I e, const T& v) {
    return remove_if(b, e, [&](const auto& x) { return x == v; });
}
template <class I, class O, class P> inline O remove_copy_if(I b, I e, O o, P p) {
    return copy_if(b, e, o, [&](const auto& x) { return !p(x); });
}
template <class I, class P, class T> inline void replace_if(I b, I e, P p, const T& v) {
    for (; b != e; ++b)
        if (p(*b)) *b = v;
}
template <class I, class T> inline void replace(I b, I e, const T& old, const T& v) {
    replace_if(b, e, [&](const auto& x) { return x == old; }, v);
}
template <class I> inline I unique(I b, I e) { return std::unique(b, e); }
template <class I, class P> inline I unique(I b, I e, P p) { return std::unique(b, e, p); }
template <class I, class O> inline O unique_copy(I b, I e, O o) { return std::unique_copy(b, e, o); }
template <class K, class V, class L, class W> inline std::pair<L, W> unique_by_key_copy(K b, K e, V v, L l, W w) {
    for (K k = b; k != e; ++k, ++v)
        if (k == b || !(*(k - 1) == *k)) *l++ = *k, *w++ = *v;
    return {l, w};
}
template <class K, class V> inline std::pair<K, V> unique_by_key(K b, K e, V v) {
    if (b == e) return {b, v};
    K l = b, k = b;
    V w = v;
    for (++k, ++v; k != e; ++k, ++v)
        if (!(*l == *k)) *++l = *k, *++w = *v;
    return {l + 1, w + 1};
}
template <class K, class V, class L, class W, class P, class F> inline std::pair<L, W> reduce_by_key(K b, K e, V v, L l, W w, P same, F f) {
    while (b != e) {
        typename std::iterator_traits<K>::value_type key = *b;
        typename std::iterator_traits<V>::value_type sum = *v;
        for (++b, ++v; b != e && same(key, *b); ++b, ++v) sum = f(sum, *v);
        *l++ = key, *w++ = sum;
    }
    return {l, w};
}
template <class K, class V, class L, class W, class P> inline std::pair<L, W> reduce_by_key(K b, K e, V v, L l, W w, P same) { return reduce_by_key(b, e, v, l, w, same, plus<>()); }
template <class K, class V, class L, class W> inline std::pair<L, W> reduce_by_key(K b, K e, V v, L l, W w) { return reduce_by_key(b, e, v, l, w, equal_to<>(), plus<>()); }
template <class I, class M, class O> inline void scatter(I b, I e, M m, O o) {
    for (; b != e; ++b, ++m) o[*m] = *b;
}
template <class M, class I, class O> inline O gather(M b, M e, I i, O o) {
    for (; b != e; ++b, ++o) *o = i[*b];
    return o;
}
template <class I, class T> inline ptrdiff_t count(I b, I e, const T& v) { return std::count(b, e, v); }
template <class I, class P> inline ptrdiff_t count_if(I b, I e, P p) { return std::count_if(b, e, p); }
template <class I, class T> inline I find(I b, I e, const T& v) { return std::find(b, e, v); }
template <class I, class P> inline I find_if(I b, I e, P p) { return std::find_if(b, e, p); }
template <class I, class P> inline bool all_of(I b, I e, P p) { return std::all_of(b, e, p); }
template <class I, class P> inline bool any_of(I b, I e, P p) { return std::any_of(b, e, p); }
template <class I, class P> inline bool none_of(I b, I e, P p) { return std::none_of(b, e, p); }
template <class I, class J> inline bool equal(I b, I e, J j) { return std::equal(b, e, j); }
template <class I> inline I max_element(I b, I e) { return std::max_element(b, e); }
template <class I, class C> inline I max_element(I b, I e, C c) { return std::max_element(b, e, c); }
template <class I> inline I min_element(I b, I e) { return std::min_element(b, e); }
template <class I, class C> inline I min_element(I b, I e, C c) { return std::min_element(b, e, c); }
template <class I> inline std::pair<I, I> minmax_element(I b, I e) { return {std::min_element(b, e), std::max_element(b, e)}; }
template <class I> inline void reverse(I b, I e) { std::reverse(b, e); }
template <class I, class E> inline void shuffle(I b, I e, E&& engine) { std::shuffle(b, e, engine); }
template <class I, class T> inline I lower_bound(I b, I e, const T& v) { return std::lower_bound(b, e, v); }
template <class I, class T> inline I upper_bound(I b, I e, const T& v) { return std::upper_bound(b, e, v); }
template <class I, class J, class O> inline O lower_bound(I b, I e, J from, J to, O o) {
    for (; from != to; ++from, ++o) *o = static_cast<typename std::iterator_traits<O>::value_type>(std::lower_bound(b, e, *from) - b);
    return o;
}
template <class I, class J, class O> inline O upper_bound(I b, I e, J from, J to, O o) {
    for (; from != to; ++from, ++o) *o = static_cast<typename std::iterator_traits<O>::value_type>(std::upper_bound(b, e, *from) - b);
    return o;
}
template <class I, class J, class O> inline O merge(I b, I e, J c, J d, O o) { return std::merge(b, e, c, d, o); }
template <class I, class P> inline I partition(I b, I e, P p) { return std::stable_partition(b, e, p); }
template <class I, class F> inline void tabulate(I b, I e, F f) {
    for (ptrdiff_t n = 0; b != e; ++b, ++n) *b = f(n);
}
template <class I, class J> inline J swap_ranges(I b, I e, J j) { return std::swap_ranges(b, e, j); }

KP_WITH_POLICY(copy) KP_WITH_POLICY(copy_n) KP_WITH_POLICY(copy_if) KP_WITH_POLICY(fill) KP_WITH_POLICY(fill_n) KP_WITH_POLICY(generate) KP_WITH_POLICY(sequence)
KP_WITH_POLICY(for_each) KP_WITH_POLICY(for_each_n) KP_WITH_POLICY(transform) KP_WITH_POLICY(reduce) KP_WITH_POLICY(transform_reduce) KP_WITH_POLICY(inner_product)
KP_WITH_POLICY(inclusive_scan) KP_WITH_POLICY(exclusive_scan) KP_WITH_POLICY(inclusive_scan_by_key) KP_WITH_POLICY(adjacent_difference) KP_WITH_POLICY(stable_sort)
KP_WITH_POLICY(sort) KP_WITH_POLICY(stable_sort_by_key) KP_WITH_POLICY(sort_by_key) KP_WITH_POLICY(is_sorted) KP_WITH_POLICY(remove_if) KP_WITH_POLICY(remove)
KP_WITH_POLICY(remove_copy_if) KP_WITH_POLICY(replace_if) KP_WITH_POLICY(replace) KP_WITH_POLICY(unique) KP_WITH_POLICY(unique_copy) KP_WITH_POLICY(unique_by_key)
KP_WITH_POLICY(unique_by_key_copy) KP_WITH_POLICY(reduce_by_key) KP_WITH_POLICY(scatter) KP_WITH_POLICY(gather) KP_WITH_POLICY(count) KP_WITH_POLICY(count_if)
KP_WITH_POLICY(find) KP_WITH_POLICY(find_if) KP_WITH_POLICY(all_of) KP_WITH_POLICY(any_of) KP_WITH_POLICY(none_of) KP_WITH_POLICY(equal) KP_WITH_POLICY(max_element)
KP_WITH_POLICY(min_element) KP_WITH_POLICY(minmax_element) KP_WITH_POLICY(reverse) KP_WITH_POLICY(shuffle) KP_WITH_POLICY(lower_bound) KP_WITH_POLICY(upper_bound)
KP_WITH_POLICY(merge) KP_WITH_POLICY(partition) KP_WITH_POLICY(tabulate) KP_WITH_POLICY(swap_ranges)
#undef KP_WITH_POLICY

} // namespace thrust
