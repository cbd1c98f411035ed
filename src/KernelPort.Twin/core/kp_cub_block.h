// Block-wide and warp-wide algorithms of CUB's, plainly: every thread leaves its items in the temporary storage, all meet, and
// the answer is worked out in the order of ranks. KP_CUB names the vendor's namespace.
#pragma once
#include "kp_cub_types.h"

namespace KP_CUB {

enum BlockReduceAlgorithm { BLOCK_REDUCE_RAKING_COMMUTATIVE_ONLY, BLOCK_REDUCE_RAKING, BLOCK_REDUCE_WARP_REDUCTIONS };
enum BlockScanAlgorithm { BLOCK_SCAN_RAKING, BLOCK_SCAN_RAKING_MEMOIZE, BLOCK_SCAN_WARP_SCANS };
enum BlockLoadAlgorithm { BLOCK_LOAD_DIRECT, BLOCK_LOAD_STRIPED, BLOCK_LOAD_VECTORIZE, BLOCK_LOAD_TRANSPOSE, BLOCK_LOAD_WARP_TRANSPOSE, BLOCK_LOAD_WARP_TRANSPOSE_TIMESLICED };
enum BlockStoreAlgorithm { BLOCK_STORE_DIRECT, BLOCK_STORE_STRIPED, BLOCK_STORE_VECTORIZE, BLOCK_STORE_TRANSPOSE, BLOCK_STORE_WARP_TRANSPOSE, BLOCK_STORE_WARP_TRANSPOSE_TIMESLICED };

inline int linear_thread() { return static_cast<int>(kp::thread_index.x + kp::block_dim.x * (kp::thread_index.y + kp::block_dim.y * kp::thread_index.z)); }
inline void meet_block(kp::site at) { kp::wait_at_barrier(0, 0, at); }

// Room for N values whatever their constructors say: shared memory has none run.
template <class T, int N> struct items_room {
    alignas(16) unsigned char bytes[sizeof(T) * (N > 0 ? N : 1)];
    T get(int i) const {
        alignas(16) unsigned char copy[sizeof(T)];
        memcpy(copy, bytes + i * sizeof(T), sizeof(T));
        return *reinterpret_cast<T*>(copy);
    }
    void put(int i, const T& v) { memcpy(bytes + i * sizeof(T), &v, sizeof(T)); }
};

// A private store for those who bring no temporary storage.
template <class S> inline S& private_storage() {
    static thread_local S s;
    return s;
}

template <class T, int X, BlockReduceAlgorithm = BLOCK_REDUCE_WARP_REDUCTIONS, int Y = 1, int Z = 1, int = 0> class BlockReduce {
public:
    struct TempStorage { items_room<T, X * Y * Z> items; };
    BlockReduce() : s_(private_storage<TempStorage>()) {}
    BlockReduce(TempStorage& s) : s_(s) {}
    // The first thread has the answer, as CUB has it; the others keep what they gave.
    template <class F> T Reduce(T v, F f, int valid, KP_SITE) {
        int me = linear_thread();
        s_.items.put(me, v);
        meet_block(KP_AT);
        T sum = v;
        if (me == 0)
            for (int i = 1; i < valid; i++) sum = f(sum, s_.items.get(i));
        meet_block(KP_AT);
        return sum;
    }
    template <class F> T Reduce(T v, F f, KP_SITE) { return Reduce(v, f, X * Y * Z, kp_file, kp_line); }
    template <int N, class F> T Reduce(T (&v)[N], F f, KP_SITE) { return Reduce(own<N>(v, f), f, X * Y * Z, kp_file, kp_line); }
    T Sum(T v, int valid, KP_SITE) { return Reduce(v, KP_CUB::Sum(), valid, kp_file, kp_line); }
    T Sum(T v, KP_SITE) { return Reduce(v, KP_CUB::Sum(), X * Y * Z, kp_file, kp_line); }
    template <int N> T Sum(T (&v)[N], KP_SITE) { return Reduce(own<N>(v, KP_CUB::Sum()), KP_CUB::Sum(), X * Y * Z, kp_file, kp_line); }

private:
    template <int N, class F> static T own(T (&v)[N], F f) {
        T sum = v[0];
        for (int i = 1; i < N; i++) sum = f(sum, v[i]);
        return sum;
    }
    TempStorage& s_;
};

template <class T, int X, BlockScanAlgorithm = BLOCK_SCAN_RAKING, int Y = 1, int Z = 1, int = 0> class BlockScan {
    static const int threads = X * Y * Z;

public:
    struct TempStorage { items_room<T, X * Y * Z> items; };
    BlockScan() : s_(private_storage<TempStorage>()) {}
    BlockScan(TempStorage& s) : s_(s) {}
    template <class F> void InclusiveScan(T in, T& out, F f, T& total, KP_SITE) { scan(in, f, [&](bool, const T&, const T& with, const T& all) { out = with, total = all; }, KP_AT); }
    template <class F> void InclusiveScan(T in, T& out, F f, KP_SITE) { scan(in, f, [&](bool, const T&, const T& with, const T&) { out = with; }, KP_AT); }
    template <class F> void ExclusiveScan(T in, T& out, T first, F f, T& total, KP_SITE) {
        scan(in, f, [&](bool any, const T& before, const T&, const T& all) { out = any ? f(first, before) : first, total = all; }, KP_AT);
    }
    template <class F> void ExclusiveScan(T in, T& out, T first, F f, KP_SITE) {
        scan(in, f, [&](bool any, const T& before, const T&, const T&) { out = any ? f(first, before) : first; }, KP_AT);
    }
    template <class F> void ExclusiveScan(T in, T& out, F f, KP_SITE) { scan(in, f, [&](bool, const T& before, const T&, const T&) { out = before; }, KP_AT); }
    void InclusiveSum(T in, T& out, KP_SITE) { InclusiveScan(in, out, KP_CUB::Sum(), kp_file, kp_line); }
    void InclusiveSum(T in, T& out, T& total, KP_SITE) { InclusiveScan(in, out, KP_CUB::Sum(), total, kp_file, kp_line); }
    void ExclusiveSum(T in, T& out, KP_SITE) { ExclusiveScan(in, out, T(), KP_CUB::Sum(), kp_file, kp_line); }
    void ExclusiveSum(T in, T& out, T& total, KP_SITE) { ExclusiveScan(in, out, T(), KP_CUB::Sum(), total, kp_file, kp_line); }
    // A prefix from outside: the first warp asks for it once the total is known.
    template <class P> void ExclusiveSum(T in, T& out, P& prefix, KP_SITE) { with_prefix(in, prefix, [&](const T& before, const T&) { out = before; }, KP_AT); }
    template <class P> void InclusiveSum(T in, T& out, P& prefix, KP_SITE) { with_prefix(in, prefix, [&](const T&, const T& with) { out = with; }, KP_AT); }
    template <int N> void InclusiveSum(T (&in)[N], T (&out)[N], KP_SITE) { many<N>(in, out, true, nullptr, KP_AT); }
    template <int N> void InclusiveSum(T (&in)[N], T (&out)[N], T& total, KP_SITE) { many<N>(in, out, true, &total, KP_AT); }
    template <int N> void ExclusiveSum(T (&in)[N], T (&out)[N], KP_SITE) { many<N>(in, out, false, nullptr, KP_AT); }
    template <int N> void ExclusiveSum(T (&in)[N], T (&out)[N], T& total, KP_SITE) { many<N>(in, out, false, &total, KP_AT); }

private:
    template <class F, class G> void scan(T in, F f, G give, kp::site at) {
        int me = linear_thread();
        s_.items.put(me, in);
        meet_block(at);
        T before = T(), with = in, all = s_.items.get(0);
        for (int i = 1; i < threads; i++) {
            if (i == me) before = all;
            all = f(all, s_.items.get(i));
            if (i == me) with = all;
        }
        give(me > 0, before, with, all);
        meet_block(at);
    }
    template <class P, class G> void with_prefix(T in, P& prefix, G give, kp::site at) {
        T before = T(), with = in, total = in;
        scan(in, KP_CUB::Sum(), [&](bool, const T& b, const T& w, const T& a) { before = b, with = w, total = a; }, at);
        T first = T();
        if (linear_thread() < KP_WARP_WIDTH) first = prefix(total);
        if (linear_thread() == 0) s_.items.put(0, first);
        meet_block(at);
        first = s_.items.get(0);
        give(first + before, first + with);
        meet_block(at);
    }
    template <int N> void many(T (&in)[N], T (&out)[N], bool inclusive, T* total, kp::site at) {
        T own = in[0];
        for (int i = 1; i < N; i++) own = own + in[i];
        T before = T(), all = T();
        scan(own, KP_CUB::Sum(), [&](bool, const T& b, const T&, const T& a) { before = b, all = a; }, at);
        for (int i = 0; i < N; i++) {
            T v = in[i];
            out[i] = inclusive ? before + v : before;
            before = before + v;
        }
        if (total) *total = all;
    }
    TempStorage& s_;
};

// The lanes of a logical warp.
template <class T, int L = KP_WARP_WIDTH, int = 0> class WarpReduce {
public:
    struct TempStorage { char none; };
    WarpReduce(TempStorage&) {}
    template <class F> T Reduce(T v, F f, int valid, KP_SITE) {
        thread_lanes w = thread_lanes::of(L);
        T sum = w.get(v, 0, KP_AT);
        for (int r = 1; r < w.count; r++) {
            T o = w.get(v, r, KP_AT);
            if (r < valid) sum = f(sum, o);
        }
        return sum;
    }
    template <class F> T Reduce(T v, F f, KP_SITE) { return Reduce(v, f, L, kp_file, kp_line); }
    T Sum(T v, KP_SITE) { return Reduce(v, KP_CUB::Sum(), L, kp_file, kp_line); }
    T Sum(T v, int valid, KP_SITE) { return Reduce(v, KP_CUB::Sum(), valid, kp_file, kp_line); }
};
template <class T, int L = KP_WARP_WIDTH, int = 0> class WarpScan {
public:
    struct TempStorage { char none; };
    WarpScan(TempStorage&) {}
    template <class F> void InclusiveScan(T in, T& out, F f, T& total, KP_SITE) {
        thread_lanes w = thread_lanes::of(L);
        T sum = in, all = w.get(in, 0, KP_AT);
        for (int r = 1; r < w.count; r++) {
            all = f(all, w.get(in, r, KP_AT));
            if (r == w.rank) sum = all;
        }
        out = sum, total = all;
    }
    template <class F> void InclusiveScan(T in, T& out, F f, KP_SITE) {
        T total;
        InclusiveScan(in, out, f, total, kp_file, kp_line);
    }
    void InclusiveSum(T in, T& out, KP_SITE) { InclusiveScan(in, out, KP_CUB::Sum(), kp_file, kp_line); }
    void InclusiveSum(T in, T& out, T& total, KP_SITE) { InclusiveScan(in, out, KP_CUB::Sum(), total, kp_file, kp_line); }
    void ExclusiveSum(T in, T& out, KP_SITE) {
        T with;
        InclusiveScan(in, with, KP_CUB::Sum(), kp_file, kp_line);
        out = with - in;
    }
};

template <class T, int X, int N, BlockLoadAlgorithm A = BLOCK_LOAD_DIRECT, int Y = 1, int Z = 1, int = 0> class BlockLoad {
public:
    struct TempStorage { char none; };
    BlockLoad() {}
    BlockLoad(TempStorage&) {}
    template <class I> void Load(I from, T (&v)[N]) { Load(from, v, X * Y * Z * N); }
    template <class I> void Load(I from, T (&v)[N], int valid) {
        for (int i = 0; i < N; i++)
            if (place(i) < valid) v[i] = from[place(i)];
    }
    template <class I, class D> void Load(I from, T (&v)[N], int valid, D otherwise) {
        for (int i = 0; i < N; i++) v[i] = place(i) < valid ? static_cast<T>(from[place(i)]) : static_cast<T>(otherwise);
    }
    static int place(int i) { return A == BLOCK_LOAD_STRIPED ? linear_thread() + i * X * Y * Z : linear_thread() * N + i; }
};
template <class T, int X, int N, BlockStoreAlgorithm A = BLOCK_STORE_DIRECT, int Y = 1, int Z = 1, int = 0> class BlockStore {
public:
    struct TempStorage { char none; };
    BlockStore() {}
    BlockStore(TempStorage&) {}
    template <class I> void Store(I to, T (&v)[N]) { Store(to, v, X * Y * Z * N); }
    template <class I> void Store(I to, T (&v)[N], int valid) {
        for (int i = 0; i < N; i++) {
            int p = A == BLOCK_STORE_STRIPED ? linear_thread() + i * X * Y * Z : linear_thread() * N + i;
            if (p < valid) to[p] = v[i];
        }
    }
};
template <int X, class T, int N, class I> inline void LoadDirectStriped(int tid, I from, T (&v)[N]) {
    for (int i = 0; i < N; i++) v[i] = from[tid + i * X];
}
template <int X, class T, int N, class I> inline void StoreDirectStriped(int tid, I to, T (&v)[N]) {
    for (int i = 0; i < N; i++) to[tid + i * X] = v[i];
}
template <class T, int N, class I> inline void LoadDirectBlocked(int tid, I from, T (&v)[N]) {
    for (int i = 0; i < N; i++) v[i] = from[tid * N + i];
}
template <class T, int N, class I> inline void StoreDirectBlocked(int tid, I to, T (&v)[N]) {
    for (int i = 0; i < N; i++) to[tid * N + i] = v[i];
}

template <class T, int X, int N, bool = false, int Y = 1, int Z = 1, int = 0> class BlockExchange {
    static const int threads = X * Y * Z;

public:
    struct TempStorage { items_room<T, X * Y * Z * N> items; };
    BlockExchange() : s_(private_storage<TempStorage>()) {}
    BlockExchange(TempStorage& s) : s_(s) {}
    template <class U> void StripedToBlocked(T (&in)[N], U (&out)[N], KP_SITE) { go(in, out, [](int t, int i) { return t + i * threads; }, [](int t, int i) { return t * N + i; }, KP_AT); }
    template <class U> void BlockedToStriped(T (&in)[N], U (&out)[N], KP_SITE) { go(in, out, [](int t, int i) { return t * N + i; }, [](int t, int i) { return t + i * threads; }, KP_AT); }
    template <class U> void WarpStripedToBlocked(T (&in)[N], U (&out)[N], KP_SITE) { go(in, out, warp_striped, [](int t, int i) { return t * N + i; }, KP_AT); }
    template <class U> void BlockedToWarpStriped(T (&in)[N], U (&out)[N], KP_SITE) { go(in, out, [](int t, int i) { return t * N + i; }, warp_striped, KP_AT); }
    template <class U, class R> void ScatterToBlocked(T (&in)[N], U (&out)[N], R (&ranks)[N], KP_SITE) { go(in, out, [&](int, int i) { return static_cast<int>(ranks[i]); }, [](int t, int i) { return t * N + i; }, KP_AT); }
    template <class U, class R> void ScatterToStriped(T (&in)[N], U (&out)[N], R (&ranks)[N], KP_SITE) { go(in, out, [&](int, int i) { return static_cast<int>(ranks[i]); }, [](int t, int i) { return t + i * threads; }, KP_AT); }

private:
    static int warp_striped(int t, int i) { return t / KP_WARP_WIDTH * KP_WARP_WIDTH * N + t % KP_WARP_WIDTH + i * KP_WARP_WIDTH; }
    template <class U, class A, class B> void go(T (&in)[N], U (&out)[N], A from, B to, kp::site at) {
        int me = linear_thread();
        for (int i = 0; i < N; i++) s_.items.put(from(me, i), in[i]);
        meet_block(at);
        for (int i = 0; i < N; i++) out[i] = s_.items.get(to(me, i));
        meet_block(at);
    }
    TempStorage& s_;
};

struct no_values {};
template <class K, int X, int N, class V = no_values, int = 4, bool = true, BlockScanAlgorithm = BLOCK_SCAN_WARP_SCANS, int = 0, int Y = 1, int Z = 1> class BlockRadixSort {
    static const int total = X * Y * Z * N;

public:
    struct TempStorage {
        items_room<K, X * Y * Z * N> keys;
        items_room<V, X * Y * Z * N> values;
    };
    BlockRadixSort() : s_(private_storage<TempStorage>()) {}
    BlockRadixSort(TempStorage& s) : s_(s) {}
    void Sort(K (&k)[N], int = 0, int = 0, KP_SITE) { keys(k, false, false, KP_AT); }
    void SortDescending(K (&k)[N], int = 0, int = 0, KP_SITE) { keys(k, true, false, KP_AT); }
    void SortBlockedToStriped(K (&k)[N], int = 0, int = 0, KP_SITE) { keys(k, false, true, KP_AT); }
    void Sort(K (&k)[N], V (&v)[N], int = 0, int = 0, KP_SITE) { pairs(k, v, false, false, KP_AT); }
    void SortDescending(K (&k)[N], V (&v)[N], int = 0, int = 0, KP_SITE) { pairs(k, v, true, false, KP_AT); }
    void SortBlockedToStriped(K (&k)[N], V (&v)[N], int = 0, int = 0, KP_SITE) { pairs(k, v, false, true, KP_AT); }

private:
    std::vector<int> order(bool descending) const {
        std::vector<int> index(total);
        for (int i = 0; i < total; i++) index[i] = i;
        std::stable_sort(index.begin(), index.end(), [&](int a, int b) { return descending ? s_.keys.get(b) < s_.keys.get(a) : s_.keys.get(a) < s_.keys.get(b); });
        return index;
    }
    static int place(int i, bool striped) { return striped ? linear_thread() + i * X * Y * Z : linear_thread() * N + i; }
    void keys(K (&k)[N], bool descending, bool striped, kp::site at) {
        V v[N];
        pairs(k, v, descending, striped, at);
    }
    // The first thread sorts; the others wait for it.
    void pairs(K (&k)[N], V (&v)[N], bool descending, bool striped, kp::site at) {
        for (int i = 0; i < N; i++) {
            s_.keys.put(linear_thread() * N + i, k[i]);
            s_.values.put(linear_thread() * N + i, v[i]);
        }
        meet_block(at);
        if (linear_thread() == 0) {
            std::vector<int> index = order(descending);
            TempStorage before = s_;
            for (int i = 0; i < total; i++) {
                s_.keys.put(i, before.keys.get(index[i]));
                s_.values.put(i, before.values.get(index[i]));
            }
        }
        meet_block(at);
        for (int i = 0; i < N; i++) {
            k[i] = s_.keys.get(place(i, striped));
            v[i] = s_.values.get(place(i, striped));
        }
        meet_block(at);
    }
    TempStorage& s_;
};

} // namespace KP_CUB
