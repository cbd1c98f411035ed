// launch: turn<<<1, 64>>>(in: int[64] = seq(0, 1), out: int[64])
// expect: out[0..4] = 3 0 1 2
// expect: out[60..64] = 63 60 61 62
#include <cooperative_groups.h>
using namespace cooperative_groups;
template <unsigned int N> __device__ int rotate(const thread_block_tile<N>& g, int v) {
    return g.shfl(v, (g.thread_rank() + N - 1) % N);
}
__global__ void turn(const int* in, int* out) {
    thread_block block = this_thread_block();
    auto tile = tiled_partition<4>(block);
    int v = rotate<4>(tile, in[block.thread_rank()]);
    if (tile.any(v < 0) || !tile.all(v >= 0) || tile.ballot(tile.thread_rank() == 1) != 2u) v = -1;
    tile.sync();
    out[block.thread_rank()] = v;
}
