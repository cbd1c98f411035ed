// Device-wide algorithms of CUB's: asked without storage they say how much they want, then do their work in order.
#pragma once
#include "kp_cub_types.h"
#include <map>

namespace KP_CUB {
namespace detail {
#ifdef KP_API
typedef KP_API(Error_t) error;
static const error success = KP_API(Success);
#else
typedef int error;
static const error success = 0;
#endif
inline bool asks(void* temp, size_t& bytes) {
    if (temp) return false;
    bytes = 256;
    return true;
}
} // namespace detail
#define KP_CUB_ASKED if (detail::asks(temp, bytes)) return detail::success

template <class I> using value_of = typename std::decay<decltype(*std::declval<I>())>::type;

struct DeviceReduce {
    template <class I, class O, class N, class F, class T, class... S> static detail::error Reduce(void* temp, size_t& bytes, I in, O out, N n, F f, T first, S...) {
        KP_CUB_ASKED;
        value_of<I> sum = first;
        for (N i = 0; i < n; i++) sum = f(sum, in[i]);
        *out = sum;
        return detail::success;
    }
    template <class I, class O, class N, class... S> static detail::error Sum(void* temp, size_t& bytes, I in, O out, N n, S...) { return Reduce(temp, bytes, in, out, n, KP_CUB::Sum(), value_of<I>()); }
    template <class I, class O, class N, class... S> static detail::error Max(void* temp, size_t& bytes, I in, O out, N n, S...) {
        return Reduce(temp, bytes, in, out, n, KP_CUB::Max(), std::numeric_limits<value_of<I>>::lowest());
    }
    template <class I, class O, class N, class... S> static detail::error Min(void* temp, size_t& bytes, I in, O out, N n, S...) {
        return Reduce(temp, bytes, in, out, n, KP_CUB::Min(), std::numeric_limits<value_of<I>>::max());
    }
    template <class I, class O, class N, class... S> static detail::error ArgMax(void* temp, size_t& bytes, I in, O out, N n, S...) { return arg(temp, bytes, in, out, n, [](auto a, auto b) { return a < b; }); }
    template <class I, class O, class N, class... S> static detail::error ArgMin(void* temp, size_t& bytes, I in, O out, N n, S...) { return arg(temp, bytes, in, out, n, [](auto a, auto b) { return b < a; }); }
    template <class K, class U, class I, class A, class R, class F, class N, class... S>
    static detail::error ReduceByKey(void* temp, size_t& bytes, K keys, U unique, I in, A sums, R runs, F f, N n, S...) {
        KP_CUB_ASKED;
        N k = 0;
        for (N i = 0; i < n;) {
            auto key = keys[i];
            auto sum = in[i];
            for (i++; i < n && keys[i] == key; i++) sum = f(sum, in[i]);
            unique[k] = key;
            sums[k++] = sum;
        }
        *runs = k;
        return detail::success;
    }

private:
    template <class I, class O, class N, class F> static detail::error arg(void* temp, size_t& bytes, I in, O out, N n, F worse) {
        KP_CUB_ASKED;
        N best = 0;
        for (N i = 1; i < n; i++)
            if (worse(in[best], in[i])) best = i;
        (*out).key = best;
        (*out).value = in[best];
        return detail::success;
    }
};

struct DeviceScan {
    template <class I, class O, class F, class N, class... S> static detail::error InclusiveScan(void* temp, size_t& bytes, I in, O out, F f, N n, S...) {
        KP_CUB_ASKED;
        if (n > 0) {
            value_of<I> sum = in[0];
            out[0] = sum;
            for (N i = 1; i < n; i++) out[i] = sum = f(sum, in[i]);
        }
        return detail::success;
    }
    template <class I, class O, class F, class T, class N, class... S> static detail::error ExclusiveScan(void* temp, size_t& bytes, I in, O out, F f, T first, N n, S...) {
        KP_CUB_ASKED;
        T sum = first;
        for (N i = 0; i < n; i++) {
            T next = f(sum, in[i]);
            out[i] = sum;
            sum = next;
        }
        return detail::success;
    }
    template <class I, class O, class N, class... S> static detail::error InclusiveSum(void* temp, size_t& bytes, I in, O out, N n, S...) { return InclusiveScan(temp, bytes, in, out, Sum(), n); }
    template <class I, class O, class N, class... S> static detail::error ExclusiveSum(void* temp, size_t& bytes, I in, O out, N n, S...) {
        return ExclusiveScan(temp, bytes, in, out, Sum(), value_of<I>(), n);
    }
};

struct DeviceRadixSort {
    template <class K, class N, class... S> static detail::error SortKeys(void* temp, size_t& bytes, const K* in, K* out, N n, S...) { return keys(temp, bytes, in, out, n, std::less<K>()); }
    template <class K, class N, class... S> static detail::error SortKeysDescending(void* temp, size_t& bytes, const K* in, K* out, N n, S...) { return keys(temp, bytes, in, out, n, std::greater<K>()); }
    template <class K, class N, class... S> static detail::error SortKeys(void* temp, size_t& bytes, DoubleBuffer<K>& k, N n, S...) { return both(temp, bytes, k, n, std::less<K>()); }
    template <class K, class N, class... S> static detail::error SortKeysDescending(void* temp, size_t& bytes, DoubleBuffer<K>& k, N n, S...) { return both(temp, bytes, k, n, std::greater<K>()); }
    template <class K, class V, class N, class... S> static detail::error SortPairs(void* temp, size_t& bytes, const K* ki, K* ko, const V* vi, V* vo, N n, S...) { return pairs(temp, bytes, ki, ko, vi, vo, n, std::less<K>()); }
    template <class K, class V, class N, class... S> static detail::error SortPairsDescending(void* temp, size_t& bytes, const K* ki, K* ko, const V* vi, V* vo, N n, S...) { return pairs(temp, bytes, ki, ko, vi, vo, n, std::greater<K>()); }
    template <class K, class V, class N, class... S> static detail::error SortPairs(void* temp, size_t& bytes, DoubleBuffer<K>& k, DoubleBuffer<V>& v, N n, S...) { return both(temp, bytes, k, v, n, std::less<K>()); }
    template <class K, class V, class N, class... S> static detail::error SortPairsDescending(void* temp, size_t& bytes, DoubleBuffer<K>& k, DoubleBuffer<V>& v, N n, S...) { return both(temp, bytes, k, v, n, std::greater<K>()); }

private:
    template <class K, class N, class C> static detail::error keys(void* temp, size_t& bytes, const K* in, K* out, N n, C c) {
        KP_CUB_ASKED;
        std::copy(in, in + n, out);
        std::stable_sort(out, out + n, c);
        return detail::success;
    }
    template <class K, class V, class N, class C> static detail::error pairs(void* temp, size_t& bytes, const K* ki, K* ko, const V* vi, V* vo, N n, C c) {
        KP_CUB_ASKED;
        std::vector<std::pair<K, V>> all;
        for (N i = 0; i < n; i++) all.emplace_back(ki[i], vi[i]);
        std::stable_sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return c(a.first, b.first); });
        for (N i = 0; i < n; i++) ko[i] = all[i].first, vo[i] = all[i].second;
        return detail::success;
    }
    template <class K, class N, class C> static detail::error both(void* temp, size_t& bytes, DoubleBuffer<K>& k, N n, C c) {
        detail::error e = keys(temp, bytes, k.Current(), k.Alternate(), n, c);
        if (temp) k.selector ^= 1;
        return e;
    }
    template <class K, class V, class N, class C> static detail::error both(void* temp, size_t& bytes, DoubleBuffer<K>& k, DoubleBuffer<V>& v, N n, C c) {
        detail::error e = pairs(temp, bytes, k.Current(), k.Alternate(), v.Current(), v.Alternate(), n, c);
        if (temp) k.selector ^= 1, v.selector ^= 1;
        return e;
    }
};

struct DeviceSelect {
    template <class I, class F, class O, class C, class N, class... S> static detail::error Flagged(void* temp, size_t& bytes, I in, F flags, O out, C chosen, N n, S...) {
        KP_CUB_ASKED;
        N k = 0;
        for (N i = 0; i < n; i++)
            if (flags[i]) out[k++] = in[i];
        *chosen = k;
        return detail::success;
    }
    template <class I, class O, class C, class N, class F, class... S> static detail::error If(void* temp, size_t& bytes, I in, O out, C chosen, N n, F f, S...) {
        KP_CUB_ASKED;
        N k = 0;
        for (N i = 0; i < n; i++)
            if (f(in[i])) out[k++] = in[i];
        *chosen = k;
        return detail::success;
    }
    template <class I, class O, class C, class N, class... S> static detail::error Unique(void* temp, size_t& bytes, I in, O out, C chosen, N n, S...) {
        KP_CUB_ASKED;
        N k = 0;
        for (N i = 0; i < n; i++)
            if (i == 0 || !(in[i] == in[i - 1])) out[k++] = in[i];
        *chosen = k;
        return detail::success;
    }
};

struct DeviceRunLengthEncode {
    template <class I, class U, class L, class C, class N, class... S> static detail::error Encode(void* temp, size_t& bytes, I in, U unique, L lengths, C runs, N n, S...) {
        KP_CUB_ASKED;
        N k = 0;
        for (N i = 0; i < n;) {
            N from = i;
            while (i < n && in[i] == in[from]) i++;
            unique[k] = in[from];
            lengths[k++] = i - from;
        }
        *runs = k;
        return detail::success;
    }
};

struct DeviceHistogram {
    template <class I, class H, class L, class N, class... S> static detail::error HistogramEven(void* temp, size_t& bytes, I in, H* histogram, int levels, L low, L high, N n, S...) {
        KP_CUB_ASKED;
        std::fill(histogram, histogram + levels - 1, H());
        for (N i = 0; i < n; i++) {
            auto v = in[i];
            if (v < low || !(v < high)) continue;
            histogram[static_cast<int>((v - low) * static_cast<L>(levels - 1) / (high - low))]++;
        }
        return detail::success;
    }
};

struct DeviceSegmentedReduce {
    template <class I, class O, class B, class E, class F, class T, class... S>
    static detail::error Reduce(void* temp, size_t& bytes, I in, O out, int segments, B begin, E end, F f, T first, S...) {
        KP_CUB_ASKED;
        for (int s = 0; s < segments; s++) {
            T sum = first;
            for (auto i = begin[s]; i < end[s]; i++) sum = f(sum, in[i]);
            out[s] = sum;
        }
        return detail::success;
    }
    template <class I, class O, class B, class E, class... S> static detail::error Sum(void* temp, size_t& bytes, I in, O out, int segments, B begin, E end, S...) {
        return Reduce(temp, bytes, in, out, segments, begin, end, KP_CUB::Sum(), value_of<I>());
    }
    template <class I, class O, class B, class E, class... S> static detail::error Max(void* temp, size_t& bytes, I in, O out, int segments, B begin, E end, S...) {
        return Reduce(temp, bytes, in, out, segments, begin, end, KP_CUB::Max(), std::numeric_limits<value_of<I>>::lowest());
    }
};
#undef KP_CUB_ASKED

} // namespace KP_CUB
