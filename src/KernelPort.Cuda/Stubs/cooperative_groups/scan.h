#pragma once
#include <cooperative_groups.h>
#include <cooperative_groups/details/functional.h>
namespace cooperative_groups {
template <class G, class T, class Op> inline __device__ T inclusive_scan(const G &group, T value, Op op) {
    for (unsigned int delta = 1; delta < group.size(); delta *= 2) {
        T before = group.shfl_up(value, delta);
        if (group.thread_rank() >= delta) value = op(before, value);
    }
    return value;
}
template <class G, class T> inline __device__ T inclusive_scan(const G &group, T value) { return inclusive_scan(group, value, plus<T>()); }
template <class G, class T, class Op> inline __device__ T exclusive_scan(const G &group, T value, Op op) {
    T whole = inclusive_scan(group, value, op);
    T before = group.shfl_up(whole, 1);
    return group.thread_rank() == 0 ? T() : before;
}
template <class G, class T> inline __device__ T exclusive_scan(const G &group, T value) { return exclusive_scan(group, value, plus<T>()); }
}
