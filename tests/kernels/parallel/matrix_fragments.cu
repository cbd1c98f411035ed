// launch: product<<<1, 32>>>(a: half[256] = rand(1, -4, 4), b: half[256] = rand(2, -4, 4), c: float[256] = seq(0, 1), n: 16)
// expect: c[0..4] = 45.15987 -19.682653 -10.180020 -3.2179129
// expect: sum(c) = 32610.110
// tolerance: c abs 1e-3 rel 1e-5
#include <mma.h>
using namespace nvcuda;
// The sums are in single precision in any order.
__global__ void product(const half* a, const half* b, float* c, int n) {
    wmma::fragment<wmma::matrix_a, 16, 16, 16, half, wmma::row_major> fa;
    wmma::fragment<wmma::matrix_b, 16, 16, 16, half, wmma::col_major> fb;
    wmma::fragment<wmma::accumulator, 16, 16, 16, float> acc, old;
    wmma::fill_fragment(acc, 0.0f);
    wmma::load_matrix_sync(fa, a, n);
    wmma::load_matrix_sync(fb, b, n);
    wmma::load_matrix_sync(old, c, n, wmma::mem_row_major);
    wmma::mma_sync(acc, fa, fb, acc);
    for (int i = 0; i < acc.num_elements; i++) acc.x[i] = 2 * acc.x[i] + old.x[i];
    wmma::store_matrix_sync(c, acc, n, wmma::mem_row_major);
}
