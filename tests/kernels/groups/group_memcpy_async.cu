// launch: rotate<<<2, 48>>>(in: int[192] = seq(0, 3), out: int[192])
// expect: out[0..4] = 15 18 21 24
// expect: out[91..97] = 0 3 6 9 12 303
// expect: sum(out) = 55008
// The whole block brings a tile in and waits for it; the warp's tile does the same with its part.
#include <cooperative_groups.h>
#include <cooperative_groups/memcpy_async.h>
namespace cg = cooperative_groups;

__global__ void rotate(const int *in, int *out)
{
    __shared__ int tile[96];
    auto block = cg::this_thread_block();
    const int *mine = in + blockIdx.x * 96;
    if (blockIdx.x == 0) {
        cg::memcpy_async(block, tile, mine, sizeof(int) * 96);
    } else {
        cg::memcpy_async(block, tile, 96, mine, 200);
    }
    cg::wait(block);
    for (int i = threadIdx.x; i < 96; i += blockDim.x) out[blockIdx.x * 96 + i] = tile[(i + 5) % 96];
}
