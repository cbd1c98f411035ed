// output: 64 512
// note: KP5008
// A lock that one thread of each block takes, in a loop that does nothing but wait; and a counter behind it that all blocks wait for.
#include <cstdio>
__device__ int mutex, count;
__device__ volatile int arrived;
__global__ void add(int* total) {
  if (threadIdx.x == 0) {
    while (atomicCAS(&mutex, 0, 1) != 0) {
    }
    count += 1;
    __threadfence();
    atomicExch(&mutex, 0);
  }
  __syncthreads();
  atomicAdd(total, 1);
}
__global__ void meet(int* out) {
  if (threadIdx.x == 0) {
    atomicAdd((int*)&arrived, 1);
    while (arrived < (int)gridDim.x) {
    }
    out[blockIdx.x] = arrived;
  }
}
int main() {
  int *d, h[64], n;
  cudaMalloc(&d, sizeof h);
  cudaMemset(d, 0, sizeof h);
  add<<<64, 8>>>(d);
  cudaMemcpy(h, d, sizeof(int), cudaMemcpyDeviceToHost);
  cudaMemcpyFromSymbol(&n, count, sizeof n);
  int total = h[0];
  meet<<<8, 4>>>(d);
  cudaMemcpy(h, d, 8 * sizeof(int), cudaMemcpyDeviceToHost);
  for (int i = 0; i < 8; i++)
    if (h[i] != 8) return 1;
  printf("%d %d\n", n, total);
}
