// launch: reduce<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[12])
// expect: out = 496 1520 31 63 28 92 156 220 284 348 412 476
#include <cooperative_groups.h>
#include <cooperative_groups/reduce.h>
namespace cg = cooperative_groups;
__global__ void reduce(const int* in, int* out) {
    cg::thread_block block = cg::this_thread_block();
    cg::thread_block_tile<32> warp = cg::tiled_partition<32>(block);
    auto tile = cg::tiled_partition<8>(block);
    int value = in[block.thread_rank()];
    int sum = cg::reduce(warp, value, cg::plus<int>());
    int top = cg::reduce(warp, value, cg::greater<int>{});
    int part = cg::reduce(tile, value, cg::plus<int>());
    block.sync();
    if (warp.thread_rank() == 0) {
        out[warp.meta_group_rank()] = sum;
        out[2 + warp.meta_group_rank()] = top;
    }
    if (tile.thread_rank() == 0) out[4 + tile.meta_group_rank()] = part;
}
