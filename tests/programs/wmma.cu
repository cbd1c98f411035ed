// output: 0 0 0 0
// lacking: musa dcu maca corex birensupa:br2xx birensupa:br1xx (what they offer for warp matrices has other headers and types, or none)
// A product of matrices by warps, against the plain sum: half into float with all layouts, signed bytes, and tf32.
#include <mma.h>
#include <cstdio>
#include <cmath>
using namespace nvcuda;
template <class LA, class LB> __global__ void product(const half* a, const half* b, float* c, bool columns) {
  wmma::fragment<wmma::matrix_a, 16, 16, 16, half, LA> fa;
  wmma::fragment<wmma::matrix_b, 16, 16, 16, half, LB> fb;
  wmma::fragment<wmma::accumulator, 16, 16, 16, float> fc;
  wmma::fill_fragment(fc, 0.0f);
  for (int k = 0; k < 32; k += 16) {
    bool row_a = std::is_same<LA, wmma::row_major>::value, row_b = std::is_same<LB, wmma::row_major>::value;
    wmma::load_matrix_sync(fa, row_a ? a + k : a + k * 16, row_a ? 32 : 16);
    wmma::load_matrix_sync(fb, row_b ? b + k * 16 : b + k, row_b ? 16 : 32);
    wmma::mma_sync(fc, fa, fb, fc);
  }
  for (int i = 0; i < fc.num_elements; i++) fc.x[i] = 2 * fc.x[i];
  wmma::store_matrix_sync(c, fc, 16, columns ? wmma::mem_col_major : wmma::mem_row_major);
}
__global__ void bytes(const signed char* a, const signed char* b, int* c) {
  wmma::fragment<wmma::matrix_a, 8, 32, 16, signed char, wmma::row_major> fa;
  wmma::fragment<wmma::matrix_b, 8, 32, 16, signed char, wmma::row_major> fb;
  wmma::fragment<wmma::accumulator, 8, 32, 16, int> fc;
  wmma::load_matrix_sync(fa, a, 16);
  wmma::load_matrix_sync(fb, b, 32);
  wmma::load_matrix_sync(fc, c, 32, wmma::mem_row_major);
  wmma::mma_sync(fc, fa, fb, fc);
  wmma::store_matrix_sync(c, fc, 32, wmma::mem_row_major);
}
__global__ void tf32(const float* a, const float* b, float* c) {
  wmma::fragment<wmma::matrix_a, 16, 16, 8, wmma::precision::tf32, wmma::row_major> fa;
  wmma::fragment<wmma::matrix_b, 16, 16, 8, wmma::precision::tf32, wmma::col_major> fb;
  wmma::fragment<wmma::accumulator, 16, 16, 8, float> fc;
  wmma::fill_fragment(fc, 1.0f);
  wmma::load_matrix_sync(fa, a, 8);
  wmma::load_matrix_sync(fb, b, 8);
  for (int i = 0; i < fa.num_elements; i++) fa.x[i] = wmma::__float_to_tf32(fa.x[i]);
  wmma::mma_sync(fc, fa, fb, fc);
  wmma::store_matrix_sync(c, fc, 16, wmma::mem_row_major);
}
int main() {
  half *a, *b;
  float* c;
  cudaMallocManaged(&a, 512 * sizeof(half));
  cudaMallocManaged(&b, 512 * sizeof(half));
  cudaMallocManaged(&c, 256 * sizeof(float));
  for (int i = 0; i < 512; i++) a[i] = i * 7 % 11 - 5, b[i] = i * 5 % 13 - 6;
  int wrong[4] = {};
  for (int form = 0; form < 4; form++) {
    bool row_a = form & 1, row_b = form & 2, columns = form == 3;
    if (form == 0) product<wmma::col_major, wmma::col_major><<<1, 32>>>(a, b, c, columns);
    if (form == 1) product<wmma::row_major, wmma::col_major><<<1, 32>>>(a, b, c, columns);
    if (form == 2) product<wmma::col_major, wmma::row_major><<<1, 32>>>(a, b, c, columns);
    if (form == 3) product<wmma::row_major, wmma::row_major><<<1, 32>>>(a, b, c, columns);
    cudaDeviceSynchronize();
    for (int m = 0; m < 16; m++)
      for (int n = 0; n < 16; n++) {
        float s = 0;
        for (int k = 0; k < 32; k++) s += float(row_a ? a[m * 32 + k] : a[k * 16 + m]) * float(row_b ? b[k * 16 + n] : b[n * 32 + k]);
        wrong[form == 3] += c[columns ? n * 16 + m : m * 16 + n] != 2 * s;
      }
  }
  signed char *p, *q;
  int* r;
  cudaMallocManaged(&p, 128);
  cudaMallocManaged(&q, 512);
  cudaMallocManaged(&r, 256 * sizeof(int));
  for (int i = 0; i < 128; i++) p[i] = i * 37;
  for (int i = 0; i < 512; i++) q[i] = i * 91;
  for (int i = 0; i < 256; i++) r[i] = i;
  bytes<<<1, 32>>>(p, q, r);
  cudaDeviceSynchronize();
  for (int m = 0; m < 8; m++)
    for (int n = 0; n < 32; n++) {
      int s = m * 32 + n;
      for (int k = 0; k < 16; k++) s += p[m * 16 + k] * q[k * 32 + n];
      wrong[2] += r[m * 32 + n] != s;
    }
  float *x, *y;
  cudaMallocManaged(&x, 128 * sizeof(float));
  cudaMallocManaged(&y, 128 * sizeof(float));
  for (int i = 0; i < 128; i++) x[i] = 1 + i * ldexpf(1, -12), y[i] = i % 8 == 0;
  tf32<<<1, 32>>>(x, y, c);
  cudaDeviceSynchronize();
  for (int m = 0; m < 16; m++) {
    float rounded = 1 + floorf(m * 8 / 4.0f + 0.5f) * ldexpf(1, -10);
    for (int n = 0; n < 16; n++) wrong[3] += c[m * 16 + n] != 1 + rounded;
  }
  printf("%d %d %d %d\n", wrong[0], wrong[1], wrong[2], wrong[3]);
}
