// output: 39 39 1
// lacking: birensupa:br1xx (it has no cooperative groups of a warp's lanes)
// The lanes that happen to be together take places together: a different number in each of CUDA's warps, which may be one on wider machines.
#include <cooperative_groups.h>
#include <cstdio>
namespace cg = cooperative_groups;
__global__ void compact(const int* in, int* count, int* groups, int* out) {
  if (in[threadIdx.x] > 0) {
    auto here = cg::coalesced_threads();
    int at = 0;
    if (here.thread_rank() == 0) at = atomicAdd(count, here.size());
    out[here.shfl(at, 0) + here.thread_rank()] = in[threadIdx.x];
    if (here.thread_rank() == here.size() - 1) atomicAdd(groups, here.size());
  }
}
int main() {
  int in[64], *d, *o, h[66], expected = 0, sum = 0;
  for (int i = 0; i < 64; i++) in[i] = i < 32 ? (i % 4 == 1) * i : i;
  in[40] = 0;
  for (int v : in) expected += v;
  cudaMalloc(&d, sizeof in), cudaMalloc(&o, sizeof h);
  cudaMemcpy(d, in, sizeof in, cudaMemcpyHostToDevice);
  cudaMemset(o, 0, sizeof h);
  compact<<<1, 64>>>(d, o, o + 1, o + 2);
  cudaMemcpy(h, o, sizeof h, cudaMemcpyDeviceToHost);
  for (int i = 0; i < 39; i++) sum += h[2 + i];
  printf("%d %d %d\n", h[0], h[1], sum == expected);
}
