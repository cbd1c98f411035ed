#pragma once
#include <cooperative_groups.h>
#include <cooperative_groups/details/functional.h>
namespace cooperative_groups {
template <unsigned int N, class P, class T, class Op> inline __device__ T reduce(const thread_block_tile<N, P> &group, T value, Op op) {
    for (int lanes = N / 2; lanes > 0; lanes /= 2) value = op(value, group.shfl_xor(value, lanes));
    return value;
}
template <class T, class Op> inline __device__ T reduce(const coalesced_group &group, T value, Op op) {
    T result = group.shfl(value, 0);
    for (unsigned int i = 1; i < group.size(); ++i) result = op(result, group.shfl(value, i));
    return result;
}
template <class G, class A, class T, class Op> inline __device__ void reduce_store_async(const G &group, A *to, T value, Op op) {
    T result = reduce(group, value, op);
    if (group.thread_rank() == 0) *to = result;
}
}
