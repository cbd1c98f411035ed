// Operators, iterators and small types of CUB's that all its algorithms use.
#pragma once
#include "kp_atomics.h"
#include <algorithm>
#include <iterator>
#include <limits>
#include <vector>

#ifndef KP_CUB
#define KP_CUB cub
#endif

namespace KP_CUB {

struct Sum { template <class A, class B> auto operator()(const A& a, const B& b) const -> decltype(a + b) { return a + b; } };
struct Max { template <class A, class B> auto operator()(const A& a, const B& b) const -> typename std::common_type<A, B>::type { return a < b ? b : a; } };
struct Min { template <class A, class B> auto operator()(const A& a, const B& b) const -> typename std::common_type<A, B>::type { return b < a ? b : a; } };
struct Equality { template <class A, class B> bool operator()(const A& a, const B& b) const { return a == b; } };
struct Inequality { template <class A, class B> bool operator()(const A& a, const B& b) const { return !(a == b); } };

template <class K, class V> struct KeyValuePair {
    typedef K Key;
    typedef V Value;
    K key;
    V value;
};
struct ArgMax {
    template <class K, class V> KeyValuePair<K, V> operator()(const KeyValuePair<K, V>& a, const KeyValuePair<K, V>& b) const {
        return b.value > a.value || (a.value == b.value && b.key < a.key) ? b : a;
    }
};
struct ArgMin {
    template <class K, class V> KeyValuePair<K, V> operator()(const KeyValuePair<K, V>& a, const KeyValuePair<K, V>& b) const {
        return b.value < a.value || (a.value == b.value && b.key < a.key) ? b : a;
    }
};

template <class T> struct DoubleBuffer {
    T* d_buffers[2];
    int selector;
    DoubleBuffer() : d_buffers{nullptr, nullptr}, selector(0) {}
    DoubleBuffer(T* a, T* b) : d_buffers{a, b}, selector(0) {}
    T* Current() { return d_buffers[selector]; }
    T* Alternate() { return d_buffers[selector ^ 1]; }
};

// What an iterator of CUB's needs to be one of C++'s.
template <class Self, class V> struct random_access {
    typedef V value_type;
    typedef V reference;
    typedef V* pointer;
    typedef ptrdiff_t difference_type;
    typedef std::random_access_iterator_tag iterator_category;
    Self& operator++() { return self() = self() + 1; }
    Self operator++(int) {
        Self old = self();
        self() = self() + 1;
        return old;
    }
    Self& operator--() { return self() = self() + -1; }
    template <class D> Self& operator+=(D n) { return self() = self() + static_cast<difference_type>(n); }
    template <class D> V operator[](D n) const { return *(me() + static_cast<difference_type>(n)); }
    Self& self() { return static_cast<Self&>(*this); }
    const Self& me() const { return static_cast<const Self&>(*this); }
};
template <class V, class O = ptrdiff_t> struct CountingInputIterator : random_access<CountingInputIterator<V, O>, V> {
    V at;
    explicit CountingInputIterator(V v = V()) : at(v) {}
    V operator*() const { return at; }
    CountingInputIterator operator+(ptrdiff_t n) const { return CountingInputIterator(static_cast<V>(at + n)); }
    ptrdiff_t operator-(const CountingInputIterator& o) const { return static_cast<ptrdiff_t>(at - o.at); }
    bool operator==(const CountingInputIterator& o) const { return at == o.at; }
    bool operator!=(const CountingInputIterator& o) const { return at != o.at; }
};
template <class V, class O = ptrdiff_t> struct ConstantInputIterator : random_access<ConstantInputIterator<V, O>, V> {
    V value;
    explicit ConstantInputIterator(V v = V()) : value(v) {}
    V operator*() const { return value; }
    ConstantInputIterator operator+(ptrdiff_t) const { return *this; }
};
template <class V, class F, class I, class O = ptrdiff_t> struct TransformInputIterator : random_access<TransformInputIterator<V, F, I, O>, V> {
    I at;
    F f;
    TransformInputIterator(I i, F g) : at(i), f(g) {}
    TransformInputIterator& operator=(const TransformInputIterator& o) {
        at = o.at;
        return *this;
    }
    TransformInputIterator(const TransformInputIterator&) = default;
    V operator*() const { return f(*at); }
    TransformInputIterator operator+(ptrdiff_t n) const { return TransformInputIterator(at + n, f); }
};
template <class I, class O = ptrdiff_t, class V = typename std::iterator_traits<I>::value_type>
struct ArgIndexInputIterator : random_access<ArgIndexInputIterator<I, O, V>, KeyValuePair<O, V>> {
    I at;
    O n;
    explicit ArgIndexInputIterator(I i, O k = 0) : at(i), n(k) {}
    KeyValuePair<O, V> operator*() const { return KeyValuePair<O, V>{n, at[n]}; }
    ArgIndexInputIterator operator+(ptrdiff_t k) const { return ArgIndexInputIterator(at, static_cast<O>(n + k)); }
};

// The lanes of this thread's logical warp, and values of them whatever their size.
struct thread_lanes {
    kp::lanes members;
    int first, rank, count;
    static thread_lanes of(int width) {
        int lane = kp::g.self->lane, first = lane / width * width;
        thread_lanes w = {0, first, lane - first, 0};
        kp::warp& warp = kp::g.blk->warps[kp::g.self->warp_id];
        for (int l = first; l < first + width && l < KP_WARP_WIDTH; l++) {
            if (!warp.lane_threads[l]) continue;
            w.members |= static_cast<kp::lanes>(1) << l;
            w.count++;
        }
        return w;
    }
    template <class T> T get(T v, int from, kp::site at) const {
        uint64_t words[(sizeof(T) + 7) / 8] = {};
        memcpy(words, &v, sizeof(T));
        for (uint64_t& w : words) w = kp::shuffle<kp::shuffle_index>("warp algorithm", kp::lane_mask{true, members}, w, first + from, KP_WARP_WIDTH, at);
        T r = v;
        memcpy(&r, words, sizeof(T));
        return r;
    }
};

} // namespace KP_CUB
