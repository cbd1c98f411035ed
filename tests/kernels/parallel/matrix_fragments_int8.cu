// launch: bytes<<<1, 64>>>(a: signed char[256] = seq(-64, 1), b: signed char[512] = seq(3, 1), c: int[512] = 1)
// expect: c[0..6] = -10432 -10640 -10848 -11056 -11264 -11472
// expect: hash(c) = bc0440021a71db1d
#include <mma.h>
using namespace nvcuda;
// Two warps, other shapes; whole numbers are exact.
__global__ void bytes(const signed char* a, const signed char* b, int* c) {
    wmma::fragment<wmma::matrix_a, 8, 32, 16, signed char, wmma::col_major> fa;
    wmma::fragment<wmma::matrix_b, 8, 32, 16, signed char, wmma::row_major> fb;
    wmma::fragment<wmma::accumulator, 8, 32, 16, int> acc;
    int warp = threadIdx.x / 32;
    wmma::fill_fragment(acc, warp);
    wmma::load_matrix_sync(fa, a + warp * 128, 8);
    wmma::load_matrix_sync(fb, b, 32);
    wmma::mma_sync(acc, fa, fb, acc);
    wmma::store_matrix_sync(c + warp * 256, acc, 8, wmma::mem_col_major);
}
