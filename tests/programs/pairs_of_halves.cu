// output: 4 -2 3 0 8 0
// lacking: birensupa:br1xx (what its headers of halves hold is not documented)
// Operators on pairs of halves, and empty braces assigned to one.
#include <cuda_fp16.h>
#include <cstdio>
__global__ void work(float* out) {
  half2 a = __floats2half2_rn(1.f, 2.f), b = __floats2half2_rn(3.f, -4.f), zero = {};
  half2 sum = a + b, product = a * b;
  out[0] = __low2float(sum), out[1] = __high2float(sum);
  out[2] = __low2float(product);
  sum = {};
  out[3] = __high2float(sum + zero);
  product = product * product - product;
  out[4] = __low2float(product) + __high2float(b - a) + 8.f;
  sum = a - a;
  out[5] = __low2float(sum);
}
int main() {
  float *d, h[6];
  cudaMalloc(&d, sizeof h);
  work<<<1, 1>>>(d);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  for (int i = 0; i < 6; i++) printf("%g%c", h[i], i < 5 ? ' ' : '\n');
}
