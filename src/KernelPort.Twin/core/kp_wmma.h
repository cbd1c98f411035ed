// Matrix fragments of a warp: each lane keeps its share of a matrix, and the product is a meeting of all lanes. Which lane holds
// which element is nobody's business (CUDA leaves it unspecified); here element e lies with lane e modulo the warp's width.
// Before: KP_WMMA_NAMESPACE, the vendor's namespace, and the types of its 16-bit floats.
#pragma once
#include "kp_words_sync.h"

namespace KP_WMMA_NAMESPACE {
namespace wmma {

struct matrix_a;
struct matrix_b;
struct accumulator;
struct row_major;
struct col_major;
enum layout_t { mem_row_major, mem_col_major };
namespace precision { struct tf32; }

namespace detail {
template <class T> struct stored { typedef T type; };
template <> struct stored<precision::tf32> { typedef float type; };
template <class Use, int M, int N, int K> struct shape;
template <int M, int N, int K> struct shape<matrix_a, M, N, K> { static constexpr int rows = M, columns = K; };
template <int M, int N, int K> struct shape<matrix_b, M, N, K> { static constexpr int rows = K, columns = N; };
template <int M, int N, int K> struct shape<accumulator, M, N, K> { static constexpr int rows = M, columns = N; };
inline int lane() { return kp::g.self->lane; }
// What an element counts for in a sum.
template <class T> inline auto number(T v) -> typename std::conditional<std::is_integral<T>::value, long long, double>::type {
    if constexpr (std::is_integral<T>::value) return v;
    else return static_cast<double>(static_cast<float>(v));
}
inline double number(double v) { return v; }
template <class T, class S> inline T rounded(S v) {
    if constexpr (std::is_arithmetic<T>::value) return static_cast<T>(v);
    else return T(static_cast<float>(v));
}
inline void check_whole(const char* name, kp::lanes group) {
    if (__builtin_popcountll(static_cast<unsigned long long>(group)) + __builtin_popcountll(static_cast<unsigned long long>(group >> 64)) != KP_WARP_WIDTH)
        kp::fail(19, "%s needs all lanes of the warp", name);
}
inline void resolve_fragment(kp::warp&, kp::lanes group) { check_whole("a fragment's load or store", group); }
inline void meet(const char* name, kp::site at) { kp::meet(name, kp::no_mask(), resolve_fragment, 0, 0, 0, 0, at); }
// The distance of rows: sixteen bytes' worth of elements, as the vendor asks.
template <class T> inline void check_distance(unsigned ldm) {
    if (ldm % (sizeof(T) >= 4 ? 4 : 8)) kp::fail(20, "a fragment's leading dimension of %u elements is no multiple of %d", ldm, sizeof(T) >= 4 ? 4 : 8);
}
} // namespace detail

template <class Use, int M, int N, int K, class T, class Layout = void> struct fragment {
    typedef typename detail::stored<T>::type element_type;
    typedef element_type storage_element_type;
    static constexpr int rows = detail::shape<Use, M, N, K>::rows, columns = detail::shape<Use, M, N, K>::columns;
    static constexpr int num_elements = (rows * columns + KP_WARP_WIDTH - 1) / KP_WARP_WIDTH, num_storage_elements = num_elements;
    static_assert(rows * columns % KP_WARP_WIDTH == 0, "a fragment fills its lanes evenly");
    element_type x[num_elements];
};

template <class Use, int M, int N, int K, class T, class Layout, class V> inline void fill_fragment(fragment<Use, M, N, K, T, Layout>& f, const V& v) {
    typedef typename fragment<Use, M, N, K, T, Layout>::element_type E;
    for (E& e : f.x) e = static_cast<E>(v);
}

namespace detail {
template <class F, class Act> inline void each_element(F& f, const Act& act) {
    for (int i = 0; i < F::num_elements; i++) {
        int e = i * KP_WARP_WIDTH + lane();
        act(f.x[i], e / F::columns, e % F::columns);
    }
}
} // namespace detail

template <class Use, int M, int N, int K, class T, class Layout, class E> inline void load_matrix_sync(fragment<Use, M, N, K, T, Layout>& f, const E* p, unsigned ldm, KP_SITE) {
    static_assert(!std::is_void<Layout>::value, "an accumulator is loaded with a layout");
    detail::check_distance<E>(ldm);
    detail::meet("load_matrix_sync", KP_AT);
    detail::each_element(f, [&](auto& x, int r, int c) { x = p[std::is_same<Layout, row_major>::value ? static_cast<size_t>(r) * ldm + c : static_cast<size_t>(c) * ldm + r]; });
}
template <int M, int N, int K, class T, class E> inline void load_matrix_sync(fragment<accumulator, M, N, K, T>& f, const E* p, unsigned ldm, layout_t layout, KP_SITE) {
    detail::check_distance<E>(ldm);
    detail::meet("load_matrix_sync", KP_AT);
    detail::each_element(f, [&](auto& x, int r, int c) { x = p[layout == mem_row_major ? static_cast<size_t>(r) * ldm + c : static_cast<size_t>(c) * ldm + r]; });
}
template <int M, int N, int K, class T, class E> inline void store_matrix_sync(E* p, const fragment<accumulator, M, N, K, T>& f, unsigned ldm, layout_t layout, KP_SITE) {
    detail::check_distance<E>(ldm);
    detail::meet("store_matrix_sync", KP_AT);
    detail::each_element(f, [&](const auto& x, int r, int c) { p[layout == mem_row_major ? static_cast<size_t>(r) * ldm + c : static_cast<size_t>(c) * ldm + r] = x; });
}

namespace detail {
template <class A, class B, class C, class D> struct operands {
    D* d;
    const A* a;
    const B* b;
    const C* c;
};
// Sums are in order of k, exact up to their type's widest, and rounded once.
template <class A, class B, class C, class D> KP_PLAIN inline void resolve_product(kp::warp& w, kp::lanes group) {
    check_whole("mma_sync", group);
    typedef operands<A, B, C, D> all;
    auto of = [&](int l) { return reinterpret_cast<all*>(w.lane_threads[l]->req.value); };
    auto element = [](auto get, int columns, int r, int c) { return number(get((r * columns + c) % KP_WARP_WIDTH)->x[(r * columns + c) / KP_WARP_WIDTH]); };
    static thread_local D result[KP_WARP_WIDTH];
    typedef decltype(number(result[0].x[0])) sum_type;
    static thread_local sum_type a[A::rows * A::columns], b[B::rows * B::columns];
    for (int r = 0; r < A::rows; r++)
        for (int c = 0; c < A::columns; c++) a[r * A::columns + c] = static_cast<sum_type>(element([&](int l) { return of(l)->a; }, A::columns, r, c));
    for (int r = 0; r < B::rows; r++)
        for (int c = 0; c < B::columns; c++) b[r * B::columns + c] = static_cast<sum_type>(element([&](int l) { return of(l)->b; }, B::columns, r, c));
    for (int r = 0; r < D::rows; r++) {
        for (int c = 0; c < D::columns; c++) {
            sum_type sum = element([&](int l) { return of(l)->c; }, C::columns, r, c);
            for (int k = 0; k < A::columns; k++) sum += a[r * A::columns + k] * b[k * B::columns + c];
            int e = r * D::columns + c;
            result[e % KP_WARP_WIDTH].x[e / KP_WARP_WIDTH] = rounded<typename D::element_type>(sum);
        }
    }
    for (int l = 0; l < KP_WARP_WIDTH; l++) *of(l)->d = result[l];
}
} // namespace detail

template <int M, int N, int K, class TA, class LA, class TB, class LB, class TC, class TD>
inline void mma_sync(fragment<accumulator, M, N, K, TD>& d, const fragment<matrix_a, M, N, K, TA, LA>& a, const fragment<matrix_b, M, N, K, TB, LB>& b,
                     const fragment<accumulator, M, N, K, TC>& c, bool = false, KP_SITE) {
    typedef fragment<accumulator, M, N, K, TC> C;
    typedef fragment<accumulator, M, N, K, TD> D;
    typedef fragment<matrix_a, M, N, K, TA, LA> A;
    typedef fragment<matrix_b, M, N, K, TB, LB> B;
    detail::operands<A, B, C, D> mine = {&d, &a, &b, &c};
    kp::meet("mma_sync", kp::no_mask(), detail::resolve_product<A, B, C, D>, reinterpret_cast<uint64_t>(&mine), 0, 0, 0, KP_AT);
}

// Ten bits of fraction, the nearest, ties away from zero, as cvt.rna has it.
inline float __float_to_tf32(float f) {
    uint32_t b;
    memcpy(&b, &f, 4);
    if ((b & 0x7F800000u) != 0x7F800000u) b = (b + 0x1000u) & ~0x1FFFu;
    memcpy(&f, &b, 4);
    return f;
}

} // namespace wmma
} // namespace KP_WMMA_NAMESPACE
