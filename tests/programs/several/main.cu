// output: 30
// with: twice.cu sum.cpp
#include <cstdio>
#include "several.h"
int main() {
  int h[4] = {1, 2, 4, 8}, *d;
  cudaMalloc(&d, sizeof h);
  cudaMemcpy(d, h, sizeof h, cudaMemcpyHostToDevice);
  twice<<<1, 4>>>(d, 4);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  printf("%d\n", sum(h, 4));
}
