#pragma once
#include "../cooperative_groups.h"
#include "../cuda/barrier"
// Each member copies its share at once; waiting is what makes the others' shares visible.
namespace cooperative_groups {
template <class Group, class T, class U, class Size> inline __device__ void memcpy_async(const Group &group, T *to, const U *from, Size bytes) {
    cuda::detail::copy(to, from, bytes, (unsigned int)group.thread_rank(), (unsigned int)group.size());
}
// The sizes are elements here.
template <class Group, class T, class U, class ToSize, class FromSize> inline __device__ void memcpy_async(const Group &group, T *to, const ToSize &room, const U *from, const FromSize &count) {
    unsigned long elements = room < count ? room : count;
    cuda::detail::copy(to, from, elements * sizeof(T), (unsigned int)group.thread_rank(), (unsigned int)group.size());
}
template <class Group> inline __device__ void wait(const Group &group) { group.sync(); }
template <unsigned int Stages, class Group> inline __device__ void wait_prior(const Group &group) { group.sync(); }
}
