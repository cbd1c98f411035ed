// output: 32640 8 4096
// lacking: musa maca corex birensupa:br2xx birensupa:br1xx (no cooperative groups are documented for them, or none of the grid)
#include <cooperative_groups.h>
#include <cstdio>
namespace cg = cooperative_groups;
__global__ void sum(int* out) {
  cg::thread_block block = cg::this_thread_block();
  auto tile = cg::tiled_partition<32>(block);
  int s = block.thread_rank();
  for (int d = tile.size() / 2; d > 0; d /= 2) s += tile.shfl_down(s, d);
  if (tile.thread_rank() == 0) atomicAdd(out, s);
  if (block.thread_rank() % 4 == 0 && block.thread_rank() < 32) {
    cg::coalesced_group active = cg::coalesced_threads();
    if (active.thread_rank() == 0) out[1] = active.size();
  }
}
__global__ void grid(int* p) {
  cg::grid_group all = cg::this_grid();
  p[all.thread_rank()] = 1;
  all.sync();
  int s = 0;
  for (unsigned i = 0; i < all.size(); i++) s += p[i];
  all.sync();
  p[all.thread_rank()] = s;
}
int main() {
  int *d, *p, h[2], n;
  cudaMalloc(&d, sizeof h);
  cudaMemset(d, 0, sizeof h);
  cudaMalloc(&p, 4096 * sizeof(int));
  sum<<<1, 256>>>(d);
  void* arguments[] = {&p};
  cudaLaunchCooperativeKernel((void*)grid, 32, 128, arguments, 0, 0);
  cudaMemcpy(h, d, sizeof h, cudaMemcpyDeviceToHost);
  cudaMemcpy(&n, p + 77, sizeof n, cudaMemcpyDeviceToHost);
  printf("%d %d %d\n", h[0], h[1], n);
}
