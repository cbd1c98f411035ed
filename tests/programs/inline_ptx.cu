// output: 31 2147483648 232 5 1 1
// lacking: musa dcu maca corex birensupa:br2xx birensupa:br1xx (inline PTX is CUDA's)
// Special registers and single instructions as inline PTX; the host's own assembly stays what it is.
#include <cstdio>
__global__ void ask(unsigned* out, unsigned long long* when, const unsigned* in) {
  unsigned lane, after, mixed, got;
  unsigned long long first, second;
  asm volatile("mov.u64 %0, %globaltimer;" : "=l"(first));
  asm("mov.u32 %0, %%laneid;" : "=r"(lane));
  asm("mov.u32 %0, %lanemask_ge;" : "=r"(after));
  asm("lop3.b32 %0, %1, %2, %3, 0xe8;" : "=r"(mixed) : "r"(0xf0u), "r"(0xccu), "r"(0xaau));
  asm volatile("ld.global.nc.u32 %0, [%1];" : "=r"(got) : "l"(in));
  asm volatile("mov.u64 %0, %globaltimer;" : "=l"(second) : : "memory");
  if (threadIdx.x == 31) out[0] = lane, out[1] = after, out[2] = mixed, out[3] = got, when[0] = first, when[1] = second;
}
int main() {
  unsigned *d, h[5] = {0, 0, 0, 0, 5};
  unsigned long long* w, hw[2];
  cudaMalloc(&d, sizeof h);
  cudaMalloc(&w, sizeof hw);
  cudaMemcpy(d, h, sizeof h, cudaMemcpyHostToDevice);
  ask<<<1, 32>>>(d, w, d + 4);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  cudaMemcpy(hw, w, sizeof hw, cudaMemcpyDeviceToHost);
  int one = 1;
  __asm__ __volatile__("" : "+r"(one) : : "memory");
  printf("%u %u %u %u %d %d\n", h[0], h[1], h[2], h[3], hw[1] >= hw[0] && hw[0] > 1000000000000000000ull, one);
}
