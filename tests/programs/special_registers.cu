// output: 7 1 128 4294967168 127 5 3 1 1 1
// lacking: birensupa:br1xx (no clock is known for it)
// Inline PTX that only reads special registers, in a block of two dimensions, where a lane's number is not its x.
#include <cstdio>
struct Times { unsigned long long first, second; };
__global__ void ask(unsigned* out, Times* times) {
  unsigned lane, warp, equal, from, below, y, width;
  unsigned ticks[2];
  Times* own = times;
  asm volatile("mov.u64 %0, %globaltimer;" : "=l"(own->first));
  asm("mov.u32 %0, %%laneid;" : "=r"(lane));
  asm("mov.u32 %0, %warpid;" : "=r"(warp));
  __asm__("mov.u32 %0, %lanemask_eq;" : "=r"(equal));
  asm("mov.u32 %0, %lanemask_ge;" : "=r"(from));
  asm("mov.u32 %0, %lanemask_lt;" : "=r"(below));
  asm("mov.u32 %0, %tid.y;" : "=r"(y));
  asm("mov.b32 %0, %nctaid.x;" : "=r"(*&width));
  asm volatile("mov.u32 %0, %clock;" : "=r"(ticks[0]) : : "memory");
  asm volatile("mov.u32 %0, %clock;" : "=r"(ticks[1]) :: "memory");
  unsigned long long end;
  asm volatile("mov.u64 %0, %clock64;" : "=l"(end));
  if (threadIdx.x == 4 && threadIdx.y == 5 && blockIdx.x == 0) {
    out[0] = lane, out[1] = warp, out[2] = equal, out[3] = from, out[4] = below, out[5] = y, out[6] = width, out[7] = ticks[1] != ticks[0], out[8] = end != 0;
    asm volatile("mov.u64 %0, %globaltimer;" : "=l"(own->second));
  }
}
int main() {
  unsigned *d, h[9];
  Times *t, times;
  cudaMalloc(&d, sizeof h);
  cudaMalloc(&t, sizeof times);
  ask<<<3, dim3(7, 6)>>>(d, t);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  cudaMemcpy(&times, t, sizeof times, cudaMemcpyDeviceToHost);
  for (unsigned v : h) printf("%u ", v);
  printf("%d\n", times.second > 0);
}
