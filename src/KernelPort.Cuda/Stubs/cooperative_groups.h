#pragma once
#include "cuda_runtime.h"
#include <string.h>
#include <type_traits>
#include "kernelport_thread.h"
// Groups are real classes here: empty ones where the group is what the thread's coordinates say, a mask where it is found at run time.
namespace cooperative_groups {
class multi_grid_group;
class cluster_group;
namespace details {
// CUDA's warp, whatever the target's is: masks are 32 bits, and targets with wider waves take them by halves.
inline __device__ unsigned int lane() { return __KP_LINEAR_THREAD % 32u; }
template <unsigned int N> inline __device__ unsigned int tile_mask() {
    if constexpr (N == 32) return 0xffffffffu;
    else return ((1u << N) - 1u) << (lane() & (32u - N));
}
struct by_index { template <class T> static __device__ T move(unsigned int mask, T v, unsigned int lane, int width) { return __shfl_sync(mask, v, (int)lane, width); } };
struct upwards { template <class T> static __device__ T move(unsigned int mask, T v, unsigned int lanes, int width) { return __shfl_up_sync(mask, v, lanes, width); } };
struct downwards { template <class T> static __device__ T move(unsigned int mask, T v, unsigned int lanes, int width) { return __shfl_down_sync(mask, v, lanes, width); } };
struct crosswise { template <class T> static __device__ T move(unsigned int mask, T v, unsigned int lanes, int width) { return __shfl_xor_sync(mask, v, (int)lanes, width); } };
// A class goes word by word, as CUDA's own groups send it.
template <class Way, class T> inline __device__ T exchange(unsigned int mask, T v, unsigned int lane, int width) {
    if constexpr (std::is_class<T>::value) {
        static_assert(sizeof(T) % 4 == 0, "a group exchanges whole words");
        unsigned int words[sizeof(T) / 4];
        memcpy(words, &v, sizeof(T));
        for (unsigned int i = 0; i < sizeof(T) / 4; ++i) words[i] = Way::move(mask, words[i], lane, width);
        memcpy(&v, words, sizeof(T));
        return v;
    } else {
        return Way::move(mask, v, lane, width);
    }
}
#ifdef KERNELPORT_NO_BALLOT
// No width of a ballot is known: the lanes of the mask tell each other one by one.
inline __device__ unsigned int ballot(unsigned int mask, int p) {
    unsigned int votes = 0;
    for (int i = 0; i < 32; ++i) {
        if ((mask >> i) & 1u) votes |= (unsigned int)(__shfl_sync(mask, p != 0 ? 1 : 0, i, 32)) << i;
    }
    return votes;
}
inline __device__ int any(unsigned int mask, int p) { return ballot(mask, p) != 0; }
inline __device__ int all(unsigned int mask, int p) { return ballot(mask, p) == mask; }
#else
inline __device__ unsigned int ballot(unsigned int mask, int p) { return __ballot_sync(mask, p); }
inline __device__ int any(unsigned int mask, int p) { return __any_sync(mask, p); }
inline __device__ int all(unsigned int mask, int p) { return __all_sync(mask, p); }
#endif
#ifdef KERNELPORT_NO_MATCH
template <class T> inline __device__ unsigned int match_any(unsigned int mask, T v) {
    unsigned int same = 0;
    for (int i = 0; i < 32; ++i) {
        if ((mask >> i) & 1u) same |= (unsigned int)(__shfl_sync(mask, v, i, 32) == v) << i;
    }
    return same;
}
#else
template <class T> inline __device__ unsigned int match_any(unsigned int mask, T v) { return __match_any_sync(mask, v); }
#endif
#ifdef KERNELPORT_NO_ACTIVEMASK
// What the word gives is not known: each lane of the machine's warp is called for in a vote of all, and who is not here has none.
inline __device__ unsigned int active() {
    unsigned int me = __KP_LINEAR_THREAD % KERNELPORT_WARP_WIDTH, here = 0;
    for (unsigned int i = 0; i < KERNELPORT_WARP_WIDTH; ++i) {
        int voted = __any_sync(0xffffffffu, me == i);
        if (voted && i / 32u == me / 32u) here |= 1u << (i % 32u);
    }
    return here;
}
#else
inline __device__ unsigned int active() { return __activemask(); }
#endif
}
struct thread_block {
    typedef unsigned int index_type;
    static __device__ void sync() { __syncthreads(); }
    static __device__ unsigned int size() { return blockDim.x * blockDim.y * blockDim.z; }
    static __device__ unsigned int num_threads() { return blockDim.x * blockDim.y * blockDim.z; }
    static __device__ unsigned int thread_rank() { return __KP_LINEAR_THREAD; }
    static __device__ dim3 group_index() { return dim3(blockIdx.x, blockIdx.y, blockIdx.z); }
    static __device__ dim3 thread_index() { return dim3(threadIdx.x, threadIdx.y, threadIdx.z); }
    static __device__ dim3 group_dim() { return dim3(blockDim.x, blockDim.y, blockDim.z); }
    static __device__ dim3 dim_threads() { return dim3(blockDim.x, blockDim.y, blockDim.z); }
};
inline __device__ thread_block this_thread_block() { return thread_block(); }

#ifdef __KERNELPORT__
struct grid_group {
    static __device__ void sync() { __kernelport_grid_barrier(); }
    static __device__ bool is_valid() { __kernelport_refuse("asking whether a grid can synchronise"); return false; }
    static __device__ unsigned long long size() { return (unsigned long long)thread_block::size() * gridDim.x * gridDim.y * gridDim.z; }
    static __device__ unsigned long long num_threads() { return size(); }
    static __device__ unsigned long long num_blocks() { return (unsigned long long)gridDim.x * gridDim.y * gridDim.z; }
    static __device__ unsigned long long block_rank() { return blockIdx.x + (unsigned long long)gridDim.x * (blockIdx.y + (unsigned long long)gridDim.y * blockIdx.z); }
    static __device__ unsigned long long thread_rank() { return block_rank() * thread_block::size() + thread_block::thread_rank(); }
    static __device__ dim3 group_dim() { return dim3(gridDim.x, gridDim.y, gridDim.z); }
    static __device__ dim3 dim_blocks() { return dim3(gridDim.x, gridDim.y, gridDim.z); }
    static __device__ dim3 block_index() { return dim3(blockIdx.x, blockIdx.y, blockIdx.z); }
};
inline __device__ grid_group this_grid() { return grid_group(); }
#endif

template <unsigned int Size, class Parent = void> struct thread_block_tile {
    static_assert(Size <= 32 && (Size & (Size - 1)) == 0, "a tile is a power of two within a warp");
    __device__ thread_block_tile() {}
    template <class P> __device__ thread_block_tile(const thread_block_tile<Size, P> &) {}
    static __device__ unsigned int thread_rank() { return __KP_LINEAR_THREAD % Size; }
    static constexpr __device__ unsigned int size() { return Size; }
    static constexpr __device__ unsigned int num_threads() { return Size; }
    static __device__ unsigned int meta_group_rank() { return __KP_LINEAR_THREAD / Size; }
    static __device__ unsigned int meta_group_size() { return (thread_block::size() + Size - 1) / Size; }
    static __device__ void sync() { __syncwarp(details::tile_mask<Size>()); }
    template <class T> static __device__ T shfl(T v, int lane) { return details::exchange<details::by_index>(details::tile_mask<Size>(), v, lane, Size); }
    template <class T> static __device__ T shfl_up(T v, unsigned int delta) { return details::exchange<details::upwards>(details::tile_mask<Size>(), v, delta, Size); }
    template <class T> static __device__ T shfl_down(T v, unsigned int delta) { return details::exchange<details::downwards>(details::tile_mask<Size>(), v, delta, Size); }
    template <class T> static __device__ T shfl_xor(T v, unsigned int lanes) { return details::exchange<details::crosswise>(details::tile_mask<Size>(), v, lanes, Size); }
    static __device__ int any(int p) { return details::any(details::tile_mask<Size>(), p); }
    static __device__ int all(int p) { return details::all(details::tile_mask<Size>(), p); }
    static __device__ unsigned int ballot(int p) {
        if constexpr (Size == 32) return details::ballot(0xffffffffu, p);
        else return (details::ballot(details::tile_mask<Size>(), p) >> (details::lane() & (32u - Size))) & ((1u << Size) - 1u);
    }
    template <class T> static __device__ unsigned int match_any(T v) {
        if constexpr (Size == 32) return details::match_any(0xffffffffu, v);
        else return details::match_any(details::tile_mask<Size>(), v) >> (details::lane() & (32u - Size));
    }
};

// Lanes of one warp that happened to be together.
struct coalesced_group {
    unsigned int lanes;
    unsigned int all_lanes;
    __device__ unsigned int size() const { return __popc(lanes); }
    __device__ unsigned int num_threads() const { return __popc(lanes); }
    __device__ unsigned int thread_rank() const { return __popc(lanes & ((1u << details::lane()) - 1u)); }
    __device__ unsigned int meta_group_rank() const { return 0; }
    __device__ unsigned int meta_group_size() const { return 1; }
    __device__ void sync() const { __syncwarp(lanes); }
    __device__ int lane_of(unsigned int rank) const {
        unsigned int rest = lanes;
        for (unsigned int i = 0; i < rank; ++i) rest &= rest - 1u;
        return rest == 0 ? (int)details::lane() : __ffs(rest) - 1;
    }
    template <class T> __device__ T shfl(T v, unsigned int rank) const { return details::exchange<details::by_index>(lanes, v, lane_of(rank), 32); }
    template <class T> __device__ T shfl_up(T v, unsigned int delta) const {
        unsigned int rank = thread_rank();
        return details::exchange<details::by_index>(lanes, v, rank >= delta ? lane_of(rank - delta) : (int)details::lane(), 32);
    }
    template <class T> __device__ T shfl_down(T v, unsigned int delta) const {
        unsigned int rank = thread_rank() + delta;
        return details::exchange<details::by_index>(lanes, v, rank < size() ? lane_of(rank) : (int)details::lane(), 32);
    }
    __device__ int any(int p) const { return details::any(lanes, p); }
    __device__ int all(int p) const { return details::all(lanes, p); }
    __device__ unsigned int ballot(int p) const {
        unsigned int votes = details::ballot(lanes, p);
        unsigned int packed = 0, rest = lanes;
        for (unsigned int i = 0; rest != 0; ++i, rest &= rest - 1u) packed |= ((votes >> (__ffs(rest) - 1)) & 1u) << i;
        return packed;
    }
};
inline __device__ coalesced_group coalesced_threads() { unsigned int m = details::active(); return coalesced_group{m, m}; }

// A group whose kind the caller chooses: a block or a tile, told by its size.
struct thread_group {
    unsigned int kind;
    __device__ thread_group(const thread_block &) : kind(0) {}
    template <unsigned int N, class P> __device__ thread_group(const thread_block_tile<N, P> &) : kind(N) {}
    __device__ unsigned int size() const { return kind == 0 ? thread_block::size() : kind; }
    __device__ unsigned int num_threads() const { return size(); }
    __device__ unsigned int thread_rank() const { return kind == 0 ? thread_block::thread_rank() : thread_block::thread_rank() % kind; }
    __device__ void sync() const { if (kind == 0) __syncthreads(); else __syncwarp(kind == 32 ? 0xffffffffu : ((1u << kind) - 1u) << (details::lane() & (32u - kind))); }
};

template <unsigned int N, class P> inline __device__ thread_block_tile<N, P> tiled_partition(const P &) { return thread_block_tile<N, P>(); }
template <unsigned int N> inline __device__ thread_block_tile<N, thread_block> tiled_partition(const thread_block &) { return thread_block_tile<N, thread_block>(); }
template <unsigned int N, unsigned int M, class P> inline __device__ thread_block_tile<N, thread_block_tile<M, P>> tiled_partition(const thread_block_tile<M, P> &) { return thread_block_tile<N, thread_block_tile<M, P>>(); }
// A tile whose size is known at run time only.
inline __device__ thread_group tiled_partition(const thread_block &, unsigned int size) { thread_group tile = this_thread_block(); tile.kind = size; return tile; }
template <class G> inline __device__ void sync(const G &group) { group.sync(); }
template <class G> inline __device__ auto thread_rank(const G &group) { return group.thread_rank(); }
template <class G> inline __device__ auto group_size(const G &group) { return group.size(); }

// Splitting a tile by a predicate or a label.
template <class G> inline __device__ coalesced_group binary_partition(const G &, bool p) {
    unsigned int here = details::active(), yes = details::ballot(here, p);
    return coalesced_group{p ? yes : here & ~yes, here};
}
template <class G, class L> inline __device__ coalesced_group labeled_partition(const G &, L label) {
    unsigned int here = details::active();
    return coalesced_group{details::match_any(here, label), here};
}
}
