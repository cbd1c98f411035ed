// output: 6 15 40
#include <cstdio>
__constant__ float coefficients[3] = {1, 2, 3};
__device__ int counter = 10;
__managed__ int shared_with_host;
__global__ void use(float* out) {
  *out = coefficients[0] + coefficients[1] + coefficients[2];
  counter += 5;
  shared_with_host += 20;
}
int main() {
  float *d, sum, other[3] = {2, 2, 2};
  int c, *address;
  cudaMalloc(&d, sizeof sum);
  shared_with_host = 20;
  cudaMemcpyToSymbol(coefficients, other, sizeof other);
  use<<<1, 1>>>(d);
  cudaDeviceSynchronize();
  cudaMemcpy(&sum, d, sizeof sum, cudaMemcpyDeviceToHost);
  cudaGetSymbolAddress((void**)&address, counter);
  cudaMemcpy(&c, address, sizeof c, cudaMemcpyDeviceToHost);
  printf("%g %d %d\n", sum, c, shared_with_host);
}
