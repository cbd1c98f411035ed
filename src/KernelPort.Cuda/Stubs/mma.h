#pragma once
#include "cuda_fp16.h"
#if __has_include(<cuda_bf16.h>)
#include <cuda_bf16.h>
#endif
#include <type_traits>
#include "kernelport_thread.h"
// A matrix lies in runs over the 32 lanes of a CUDA warp, whatever the target's is: by rows, and matrix_b by columns, so that at each step of a
// product all lanes want the same element of some other lane. CUDA leaves open which lane has which.
namespace nvcuda { namespace wmma {
struct matrix_a {};
struct matrix_b {};
struct accumulator {};
struct row_major {};
struct col_major {};
enum layout_t { mem_row_major, mem_col_major };
namespace precision { struct tf32 {}; }
namespace details {
template <class T> struct stored { typedef T type; };
template <> struct stored<precision::tf32> { typedef float type; };
// What products are summed in.
template <class T> struct sum { typedef float type; };
template <> struct sum<double> { typedef double type; };
template <> struct sum<int> { typedef int type; };
template <> struct sum<signed char> { typedef int type; };
template <> struct sum<unsigned char> { typedef int type; };
inline __device__ int lane() { return (int)(__KP_LINEAR_THREAD % 32u); }
}
template <class Use, int M, int N, int K, class T, class Layout = void> class fragment {
public:
    typedef typename details::stored<T>::type element_type;
    typedef element_type storage_element_type;
    static constexpr int rows = std::is_same<Use, matrix_b>::value ? K : M;
    static constexpr int columns = std::is_same<Use, matrix_a>::value ? K : N;
    static constexpr int num_elements = rows * columns / 32;
    static constexpr int num_storage_elements = num_elements;
    static constexpr bool by_columns = std::is_same<Use, matrix_b>::value;
    static constexpr int run = by_columns ? rows : columns;
    element_type x[num_elements];
};
template <class Use, int M, int N, int K, class T, class Layout, class V>
inline __device__ void fill_fragment(fragment<Use, M, N, K, T, Layout> &f, V v) {
    typedef fragment<Use, M, N, K, T, Layout> F;
    for (int i = 0; i < F::num_elements; ++i) f.x[i] = v;
}
namespace details {
// Where element i of this lane lies in memory.
template <class F> inline __device__ unsigned int place(int i, unsigned int ldm, bool row_major) {
    int e = lane() * F::num_elements + i;
    int outer = e / F::run, inner = e % F::run;
    return row_major == F::by_columns ? inner * ldm + outer : outer * ldm + inner;
}
}
template <class Use, int M, int N, int K, class T, class Layout, class E>
inline __device__ void load_matrix_sync(fragment<Use, M, N, K, T, Layout> &f, const E *p, unsigned int ldm) {
    typedef fragment<Use, M, N, K, T, Layout> F;
    __syncwarp();
    for (int i = 0; i < F::num_elements; ++i) f.x[i] = p[details::place<F>(i, ldm, std::is_same<Layout, row_major>::value)];
}
template <int M, int N, int K, class T, class E>
inline __device__ void load_matrix_sync(fragment<accumulator, M, N, K, T> &f, const E *p, unsigned int ldm, layout_t layout) {
    typedef fragment<accumulator, M, N, K, T> F;
    __syncwarp();
    for (int i = 0; i < F::num_elements; ++i) f.x[i] = p[details::place<F>(i, ldm, layout == mem_row_major)];
}
template <int M, int N, int K, class T, class E>
inline __device__ void store_matrix_sync(E *p, const fragment<accumulator, M, N, K, T> &f, unsigned int ldm, layout_t layout) {
    typedef fragment<accumulator, M, N, K, T> F;
    __syncwarp();
    for (int i = 0; i < F::num_elements; ++i) p[details::place<F>(i, ldm, layout == mem_row_major)] = f.x[i];
    __syncwarp();
}
template <int M, int N, int K, class TA, class LA, class TB, class LB, class TC, class TD>
inline __device__ void mma_sync(fragment<accumulator, M, N, K, TD> &d, const fragment<matrix_a, M, N, K, TA, LA> &a,
                                const fragment<matrix_b, M, N, K, TB, LB> &b, const fragment<accumulator, M, N, K, TC> &c) {
    typedef fragment<matrix_a, M, N, K, TA, LA> A;
    typedef fragment<matrix_b, M, N, K, TB, LB> B;
    typedef fragment<accumulator, M, N, K, TD> D;
    typedef typename details::sum<TA>::type S;
    S sums[D::num_elements];
    int first = details::lane() * D::num_elements;
    for (int i = 0; i < D::num_elements; ++i) sums[i] = (S)c.x[i];
    for (int k = 0; k < K; ++k) {
        S left = (S)a.x[k % A::num_elements], right = (S)b.x[k % B::num_elements];
        left = __shfl_sync(0xffffffffu, left, (first / N * K + k) / A::num_elements);
        for (int i = 0; i < D::num_elements; ++i) sums[i] += left * __shfl_sync(0xffffffffu, right, ((first + i) % N * K + k) / B::num_elements);
    }
    for (int i = 0; i < D::num_elements; ++i) d.x[i] = (TD)sums[i];
}
// Ten bits of fraction, the nearest, ties away from zero.
inline __device__ float __float_to_tf32(float f) {
    unsigned int b = __float_as_uint(f);
    if ((b & 0x7F800000u) != 0x7F800000u) b = (b + 0x1000u) & ~0x1FFFu;
    return __uint_as_float(b);
}
} }
