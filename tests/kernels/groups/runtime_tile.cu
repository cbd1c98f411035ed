// launch: ranks<<<1, 64>>>(width: 16, rank: int[64], sums: int[64])
// expect: rank[14..18] = 14 15 0 1
// expect: sums[0..2] = 16 16
// A tile whose size is known when the kernel runs.
#include <cooperative_groups.h>
namespace cg = cooperative_groups;

__global__ void ranks(int width, int *rank, int *sums)
{
    __shared__ int seen[64];
    cg::thread_block block = cg::this_thread_block();
    cg::thread_group tile = cg::tiled_partition(block, width);
    int i = threadIdx.x;
    rank[i] = tile.thread_rank();
    seen[i] = 1;
    tile.sync();
    block.sync();
    int first = i - rank[i], sum = 0;
    for (unsigned k = 0; k < tile.size(); ++k) sum += seen[first + k];
    sums[i] = sum;
}
