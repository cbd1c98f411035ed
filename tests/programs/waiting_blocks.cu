// output: 0 1 2 3 4 5 6 7 sum 6400
// Blocks that wait for a later block, and lanes that take a lock in turn.
#include <cstdio>
__device__ volatile int flag;
__device__ int lock, count;
__global__ void wait_for_last(int* order) {
  if (blockIdx.x == gridDim.x - 1) {
    flag = 1;
    __threadfence();
  } else {
    while (flag == 0) {
    }
  }
  order[blockIdx.x] = blockIdx.x;
}
__global__ void locked() {
  for (int done = 0; !done;) {
    if (atomicCAS(&lock, 0, 1) == 0) {
      count += 1;
      __threadfence();
      atomicExch(&lock, 0);
      done = 1;
    }
  }
}
int main() {
  int *order, h[8], sum;
  cudaMalloc(&order, sizeof h);
  wait_for_last<<<8, 1>>>(order);
  locked<<<100, 64>>>();
  cudaMemcpy(h, order, sizeof h, cudaMemcpyDeviceToHost);
  cudaMemcpyFromSymbol(&sum, count, sizeof sum);
  for (int i = 0; i < 8; i++) printf("%d ", h[i]);
  printf("sum %d\n", sum);
}
