// launch: scan<<<1, 64>>>(in: int[64] = seq(1, 1), sums: int[64], before: int[64], largest: int[64])
// expect: sums[0..8] = 1 3 6 10 15 21 28 36
// expect: sums[60..64] = 1891 1953 2016 2080
// expect: before[0..4] = 0 1 3 6
// expect: before[16..20] = 0 17 35 54
// expect: largest[30..34] = 31 32 33 34
#include <cooperative_groups.h>
#include <cooperative_groups/scan.h>
namespace cg = cooperative_groups;
__global__ void scan(const int* in, int* sums, int* before, int* largest) {
    cg::thread_block block = cg::this_thread_block();
    auto warp = cg::tiled_partition<32>(block);
    auto tile = cg::tiled_partition<16>(block);
    int i = block.thread_rank();
    __shared__ int first_warp;
    int sum = cg::inclusive_scan(warp, in[i]);
    if (i == 31) first_warp = sum;
    block.sync();
    sums[i] = sum + (i < 32 ? 0 : first_warp);
    before[i] = cg::exclusive_scan(tile, in[i], cg::plus<int>());
    largest[i] = cg::inclusive_scan(warp, in[i], cg::greater<int>());
}
