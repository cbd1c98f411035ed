// launch: votes<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[64], same: int[64])
// expect: out[0..8] = 170 170 170 170 170 170 170 170
// expect: out[8..16] = 427 427 427 427 427 427 427 427
// expect: same[0..8] = 51 51 204 204 51 51 204 204
#include <cooperative_groups.h>
namespace cg = cooperative_groups;
// Tiles of eight vote on their own: what the rest of the warp says is nothing to them.
__global__ void votes(const int* in, int* out, int* same) {
    cg::thread_block block = cg::this_thread_block();
    auto tile = cg::tiled_partition<8>(block);
    int i = block.thread_rank();
    bool odd = in[i] % 2 == 1, first = i < 8, second = i >= 8 && i < 16;
    int v = tile.ballot(odd);
    v += tile.any(second) ? 256 : 0;
    v += tile.all(!first) ? 1 : 0;
    out[i] = v;
    same[i] = tile.match_any(in[i] / 2 % 2);
}
