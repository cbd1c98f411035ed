// The built-in variables. References to what the scheduler sets, so that nobody writes to them.
#pragma once
#include "kp_block.h"

namespace kp {
namespace idx {
inline const vec::uint3& threadIdx = thread_index;
inline const vec::uint3& blockIdx = block_index;
inline const vec::dim3& blockDim = block_dim;
inline const vec::dim3& gridDim = grid_dim;
inline const int& warpSize = warp_width_value;
} // namespace idx
} // namespace kp
