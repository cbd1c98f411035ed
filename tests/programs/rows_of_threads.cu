// output: 1 256 255
// Rows of 32 threads, which the kernel counts by warpSize: right on CUDA, and everywhere else where that number is kept.
#include <cstdio>
__global__ void number(int* seen) {
  extern __shared__ int rows[];
  int thread = threadIdx.y * warpSize + threadIdx.x;
  rows[thread] = thread;
  __syncthreads();
  seen[thread] = rows[blockDim.x * blockDim.y - 1 - thread];
}
int main() {
  int *d, h[256];
  cudaMalloc(&d, sizeof h);
  int columns = 32;
  dim3 threads(columns, 8);
  number<<<1, threads, sizeof h>>>(d);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  int right = 0;
  for (int i = 0; i < 256; i++) right += h[i] == 255 - i;
  printf("%d %d %d\n", right == 256, right, h[0]);
}
