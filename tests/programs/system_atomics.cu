// output: 5 9 3 6 7
// lacking: musa maca corex birensupa:br2xx birensupa:br1xx (no atomics of system scope are documented for them)
// Atomics of system scope, counting round a limit among them.
#include <cstdio>
__global__ void work(int* p, unsigned* u) {
  atomicAdd_system(&p[0], 1);
  atomicMax_system(&p[1], (int)threadIdx.x + 5);
  atomicInc_system(&u[0], 6);
  atomicDec_system(&u[1], 9);
  atomicCAS_system(&p[2], 3, 7);
}
int main() {
  int *p, h[3] = {0, 0, 3};
  unsigned *u, g[2] = {5, 1};
  cudaMalloc(&p, sizeof h);
  cudaMalloc(&u, sizeof g);
  cudaMemcpy(p, h, sizeof h, cudaMemcpyHostToDevice);
  cudaMemcpy(u, g, sizeof g, cudaMemcpyHostToDevice);
  work<<<1, 5>>>(p, u);
  cudaMemcpy(h, p, sizeof h, cudaMemcpyDeviceToHost);
  cudaMemcpy(g, u, sizeof g, cudaMemcpyDeviceToHost);
  printf("%d %d %u %u %d\n", h[0], h[1], g[0], g[1], h[2]);
}
