// exit: 4
// error: race_of_lanes.cu(13,
// error: thread (1,0,0) reads shared memory here that thread (0,0,0) writes at
// error: race_of_lanes.cu(14) in block (0,0,0)
// note: KP5010
// note: KP5011
// Lanes hand values on through a local variable and no barrier of their warp, which no pattern of text tells from a thread's own work.
#include <cstdio>
__global__ void pass_on(int* out, int rounds) {
  __shared__ int s[64];
  int t = threadIdx.x;
  s[t] = t; __syncthreads();
  for (int i = 0; i < rounds; i++) { int before = t > 0 ? s[t - 1] : 100;
    s[t] = before + 1;
    __syncthreads();
  }
  out[t] = s[t];
}
int main() {
  int *d, h[64];
  cudaMalloc(&d, sizeof h);
  pass_on<<<1, 64>>>(d, 3);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  printf("%d\n", h[63]);
}
