// launch: spread<<<1, 32>>>(in: float[32] = seq(0, 1), out: float[32])
// expect: out[0..4] = 528 528 528 528
// expect: out[28..32] = 528 528 528 528
#include <cooperative_groups.h>
namespace cg = cooperative_groups;
struct SumMax { float sum; float top; };
__device__ SumMax join(SumMax a, SumMax b) { return SumMax{a.sum + b.sum, a.top > b.top ? a.top : b.top}; }
__global__ void spread(const float* in, float* out) {
    auto warp = cg::tiled_partition<32>(cg::this_thread_block());
    SumMax s{in[warp.thread_rank()], in[warp.thread_rank()] + 1.0f};
    for (int lanes = 16; lanes > 0; lanes /= 2) s = join(s, warp.shfl_xor(s, lanes));
    out[warp.thread_rank()] = s.sum + s.top;
}
