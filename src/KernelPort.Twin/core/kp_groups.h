// Cooperative groups: block, tiles of a warp, coalesced lanes, grid. KP_GROUPS names the vendor's namespace.
#pragma once
#include "kp_words_sync.h"

#ifndef KP_GROUPS
#define KP_GROUPS cooperative_groups
#endif

namespace KP_GROUPS {

struct thread_block {
    void sync(KP_SITE) const { kp::wait_at_barrier(0, 0, KP_AT); }
    unsigned int size() const { return kp::block_dim.x * kp::block_dim.y * kp::block_dim.z; }
    unsigned int num_threads() const { return size(); }
    unsigned int thread_rank() const {
        return kp::thread_index.x + kp::block_dim.x * (kp::thread_index.y + kp::block_dim.y * kp::thread_index.z);
    }
    kp::vec::dim3 group_index() const { return kp::block_index; }
    kp::vec::dim3 thread_index() const { return kp::thread_index; }
    kp::vec::dim3 dim_threads() const { return kp::block_dim; }
};
inline thread_block this_thread_block() { return thread_block(); }

struct grid_group {
    void sync(KP_SITE) const { kp::wait_at_grid(KP_AT); }
    bool is_valid() const { return kp::g.cfg.cooperative; }
    unsigned long long size() const {
        return static_cast<unsigned long long>(this_thread_block().size()) * kp::grid_dim.x * kp::grid_dim.y * kp::grid_dim.z;
    }
    unsigned long long thread_rank() const {
        unsigned long long b = kp::block_index.x + static_cast<unsigned long long>(kp::grid_dim.x) * (kp::block_index.y + kp::grid_dim.y * kp::block_index.z);
        return b * this_thread_block().size() + this_thread_block().thread_rank();
    }
};
inline grid_group this_grid() { return grid_group(); }

// Lanes of one warp; a tile's exchanges name exactly its own lanes.
template <unsigned int N> struct thread_block_tile {
    static_assert((N & (N - 1)) == 0 && N <= KP_WARP_WIDTH, "a tile is a power of two within a warp");
    int lane() const { return kp::g.self->lane; }
    kp::lane_mask mask() const {
        kp::lanes all = N == 128 ? ~static_cast<kp::lanes>(0) : (static_cast<kp::lanes>(1) << N) - 1;
        return kp::lane_mask{true, all << (lane() / N * N)};
    }
    unsigned int thread_rank() const { return static_cast<unsigned int>(lane()) % N; }
    static constexpr unsigned int size() { return N; }
    static constexpr unsigned int num_threads() { return N; }
    unsigned int meta_group_rank() const { return this_thread_block().thread_rank() / N; }
    unsigned int meta_group_size() const { return (this_thread_block().size() + N - 1) / N; }
    void sync(KP_SITE) const { kp::sync_lanes("tile.sync", mask(), KP_AT); }
    template <class T> T shfl(T v, int s, KP_SITE) const { return kp::shuffle<kp::shuffle_index>("tile.shfl", mask(), v, s, N, KP_AT); }
    template <class T> T shfl_up(T v, unsigned int d, KP_SITE) const { return kp::shuffle<kp::shuffle_up>("tile.shfl_up", mask(), v, d, N, KP_AT); }
    template <class T> T shfl_down(T v, unsigned int d, KP_SITE) const { return kp::shuffle<kp::shuffle_down>("tile.shfl_down", mask(), v, d, N, KP_AT); }
    template <class T> T shfl_xor(T v, unsigned int x, KP_SITE) const { return kp::shuffle<kp::shuffle_xor>("tile.shfl_xor", mask(), v, x, N, KP_AT); }
    int any(int p, KP_SITE) const { return kp::vote_any("tile.any", mask(), p, KP_AT); }
    int all(int p, KP_SITE) const { return kp::vote_all("tile.all", mask(), p, KP_AT); }
    unsigned int ballot(int p, KP_SITE) const { return static_cast<unsigned int>(kp::ballot("tile.ballot", mask(), p, KP_AT) >> (lane() / N * N)); }
};
template <unsigned int N> inline thread_block_tile<N> tiled_partition(const thread_block&) { return thread_block_tile<N>(); }
template <unsigned int N, unsigned int M> inline thread_block_tile<N> tiled_partition(const thread_block_tile<M>&) { return thread_block_tile<N>(); }

template <class G> inline void sync(const G& group, KP_SITE) { group.sync(kp_file, kp_line); }

} // namespace KP_GROUPS
