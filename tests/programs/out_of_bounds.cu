// exit: 4
// error: KP5004
#include <cuda_runtime.h>
__global__ void beyond(int* p, int n) { p[threadIdx.x + n] = 1; }
int main() {
  int* d;
  cudaMalloc(&d, 1024 * sizeof(int));
  beyond<<<1, 64>>>(d, 1000);
  return cudaDeviceSynchronize() == cudaSuccess ? 0 : 9;
}
