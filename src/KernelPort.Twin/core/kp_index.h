// The built-in variables: names a program's own may hide, of the words the scheduler sets, and nobody else can write to.
#pragma once
#include "kp_block.h"

#define KP_BUILTIN(name, T, symbol) extern const __thread ::kp::T name __asm__(symbol);

namespace kp {
struct index3 {
    unsigned int x, y, z;
    operator vec::uint3() const { return vec::uint3{x, y, z}; }
    operator vec::dim3() const { return vec::dim3(x, y, z); }
};
namespace idx {
KP_BUILTIN(threadIdx, index3, "kp_thread_index")
KP_BUILTIN(blockIdx, index3, "kp_block_index")
KP_BUILTIN(blockDim, index3, "kp_block_dim")
KP_BUILTIN(gridDim, index3, "kp_grid_dim")
inline const int& warpSize = warp_width_value;
} // namespace idx
} // namespace kp
