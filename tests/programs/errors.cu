// output: invalid configuration argument / no error / invalid argument / 0
#include <cstdio>
__global__ void nothing() {}
int main() {
  nothing<<<1, 5000>>>();
  printf("%s / ", cudaGetErrorString(cudaGetLastError()));
  printf("%s / ", cudaGetErrorString(cudaGetLastError()));
  int* d;
  cudaMalloc(&d, 16);
  printf("%s / ", cudaGetErrorString(cudaMemset(d, 0, 17)));
  cudaGetLastError();
  cudaFree(d);
  printf("%d\n", (int)cudaPeekAtLastError());
}
