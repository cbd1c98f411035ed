// cg::reduce and its operations over a tile (CUDA C++ Programming Guide, cooperative groups, reduce): the operation is applied in an unspecified order.
#pragma once
#include "../cooperative_groups.h"

namespace cooperative_groups {
template <class T> struct plus { T operator()(const T& a, const T& b) const { return a + b; } };
template <class T> struct less { T operator()(const T& a, const T& b) const { return b < a ? b : a; } };
template <class T> struct greater { T operator()(const T& a, const T& b) const { return a < b ? b : a; } };
template <unsigned int N, class T, class Op> inline T reduce(const thread_block_tile<N>& group, T value, Op op, KP_SITE) {
    for (unsigned int lanes = N / 2; lanes > 0; lanes /= 2) value = op(value, group.shfl_xor(value, lanes, kp_file, kp_line));
    return value;
}
} // namespace cooperative_groups
