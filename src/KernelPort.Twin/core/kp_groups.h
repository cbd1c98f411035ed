// Cooperative groups: block, tiles of a warp, coalesced lanes, grid, and a group of any of these kinds. KP_GROUPS names the
// vendor's namespace, KP_GROUPS_WITHOUT_GRID says that no group of the whole grid is known.
#pragma once
#include "kp_words_sync.h"
#include "kp_atomics.h"

#ifndef KP_GROUPS
#define KP_GROUPS cooperative_groups
#endif

namespace KP_GROUPS {

inline unsigned int rank_in_block() { return kp::thread_index.x + kp::block_dim.x * (kp::thread_index.y + kp::block_dim.y * kp::thread_index.z); }
inline unsigned int threads_in_block() { return kp::block_dim.x * kp::block_dim.y * kp::block_dim.z; }

// Any group: the whole block, or the lanes of one warp that a mask names.
struct thread_group {
    kp::lanes members; // empty: the whole block
    bool is_block() const { return members == 0; }
    static int lane() { return kp::g.self->lane; }
    kp::lane_mask mask() const { return kp::lane_mask{true, members}; }
    static unsigned int count(kp::lanes l) { return static_cast<unsigned int>(__builtin_popcountll(static_cast<unsigned long long>(l)) + __builtin_popcountll(static_cast<unsigned long long>(l >> 64))); }
    unsigned int size() const { return is_block() ? threads_in_block() : count(members); }
    unsigned int num_threads() const { return size(); }
    unsigned int thread_rank() const { return is_block() ? rank_in_block() : count(members & ((static_cast<kp::lanes>(1) << lane()) - 1)); }
    void sync(KP_SITE) const {
        if (is_block()) kp::wait_at_barrier(0, 0, KP_AT);
        else kp::sync_lanes("group.sync", mask(), KP_AT);
    }
    // The lane of the member with a rank.
    int lane_of(unsigned int rank) const {
        for (int l = 0; l < KP_WARP_WIDTH; l++)
            if ((members >> l & 1) && rank-- == 0) return l;
        return lane();
    }
};

struct thread_block : thread_group {
    thread_block() : thread_group{0} {}
    kp::vec::dim3 group_index() const { return kp::block_index; }
    kp::vec::dim3 thread_index() const { return kp::thread_index; }
    kp::vec::dim3 dim_threads() const { return kp::block_dim; }
    kp::vec::dim3 group_dim() const { return kp::block_dim; }
};
inline thread_block this_thread_block() { return thread_block(); }

#ifndef KP_GROUPS_WITHOUT_GRID
struct grid_group {
    void sync(KP_SITE) const { kp::wait_at_grid(KP_AT); }
    bool is_valid() const { return kp::g.cfg.cooperative; }
    unsigned long long size() const { return static_cast<unsigned long long>(threads_in_block()) * num_blocks(); }
    unsigned long long num_threads() const { return size(); }
    unsigned long long num_blocks() const { return 1ull * kp::grid_dim.x * kp::grid_dim.y * kp::grid_dim.z; }
    unsigned long long block_rank() const { return kp::block_index.x + static_cast<unsigned long long>(kp::grid_dim.x) * (kp::block_index.y + kp::grid_dim.y * kp::block_index.z); }
    unsigned long long thread_rank() const { return block_rank() * threads_in_block() + rank_in_block(); }
    kp::vec::dim3 group_dim() const { return kp::grid_dim; }
    kp::vec::dim3 dim_blocks() const { return kp::grid_dim; }
    kp::vec::dim3 block_index() const { return kp::block_index; }
};
inline grid_group this_grid() { return grid_group(); }
#endif

// Values of any size travel eight bytes at a time; `from` is a lane.
template <class T> inline T from_lane(const thread_group& g, T v, int from, kp::site at) {
    uint64_t words[(sizeof(T) + 7) / 8] = {};
    memcpy(words, &v, sizeof(T));
    for (uint64_t& w : words) w = kp::shuffle<kp::shuffle_index>("group.shfl", g.mask(), w, from, KP_WARP_WIDTH, at);
    memcpy(&v, words, sizeof(T));
    return v;
}

// What tiles and coalesced groups share.
struct lane_group : thread_group {
    template <class T> T shfl(T v, int rank, KP_SITE) const { return from_lane(*this, v, lane_of(static_cast<unsigned int>(rank) % size()), KP_AT); }
    template <class T> T shfl_up(T v, unsigned int d, KP_SITE) const { return from_lane(*this, v, thread_rank() >= d ? lane_of(thread_rank() - d) : lane(), KP_AT); }
    template <class T> T shfl_down(T v, unsigned int d, KP_SITE) const { return from_lane(*this, v, thread_rank() + d < size() ? lane_of(thread_rank() + d) : lane(), KP_AT); }
    template <class T> T shfl_xor(T v, unsigned int x, KP_SITE) const { return from_lane(*this, v, (thread_rank() ^ x) < size() ? lane_of(thread_rank() ^ x) : lane(), KP_AT); }
    int any(int p, KP_SITE) const { return kp::vote_any("group.any", mask(), p, KP_AT); }
    int all(int p, KP_SITE) const { return kp::vote_all("group.all", mask(), p, KP_AT); }
    unsigned int ballot(int p, KP_SITE) const { return packed(kp::ballot("group.ballot", mask(), p, KP_AT)); }
    template <class T> unsigned int match_any(T v, KP_SITE) const {
        return packed(kp::meet("group.match_any", mask(), kp::resolve_match_any, kp::to_bits(v), 0, 0, 0, KP_AT).mask);
    }
    template <class T> unsigned int match_all(T v, int& p, KP_SITE) const {
        kp::request& r = kp::meet("group.match_all", mask(), kp::resolve_match_all, kp::to_bits(v), 0, 0, 0, KP_AT);
        p = r.result_flag;
        return packed(r.mask);
    }
    // A set of lanes as a set of ranks.
    unsigned int packed(kp::lanes set) const {
        unsigned int out = 0, rank = 0;
        for (int l = 0; l < KP_WARP_WIDTH; l++)
            if (members >> l & 1) out |= static_cast<unsigned int>(set >> l & 1) << rank++;
        return out;
    }
};

struct coalesced_group : lane_group {
    unsigned int meta_group_rank() const { return 0; }
    unsigned int meta_group_size() const { return 1; }
};
inline coalesced_group group_of(kp::lanes members) {
    coalesced_group g;
    g.members = members;
    return g;
}
inline coalesced_group coalesced_threads(KP_SITE) { return group_of(kp::active_lanes("coalesced_threads", KP_AT)); }

inline kp::lanes tile_lanes(unsigned int n) {
    kp::lanes all = n >= 128 ? ~static_cast<kp::lanes>(0) : (static_cast<kp::lanes>(1) << n) - 1;
    kp::lanes live = 0;
    kp::warp& w = kp::g.blk->warps[kp::g.self->warp_id];
    for (int l = 0; l < KP_WARP_WIDTH; l++)
        if (w.lane_threads[l]) live |= static_cast<kp::lanes>(1) << l;
    return live & all << (static_cast<unsigned int>(kp::g.self->lane) / n * n);
}
template <unsigned int N, class Parent = thread_block> struct thread_block_tile : lane_group {
    static_assert((N & (N - 1)) == 0 && N <= KP_WARP_WIDTH, "a tile is a power of two within a warp");
    unsigned int thread_rank() const { return static_cast<unsigned int>(lane()) % N; }
    static constexpr unsigned int size() { return N; }
    static constexpr unsigned int num_threads() { return N; }
    unsigned int meta_group_rank() const { return rank_in_block() / N; }
    unsigned int meta_group_size() const { return (threads_in_block() + N - 1) / N; }
};
template <unsigned int N, class G> inline thread_block_tile<N, G> tiled_partition(const G&) {
    thread_block_tile<N, G> t;
    t.members = tile_lanes(N);
    return t;
}
inline coalesced_group tiled_partition(const thread_group& parent, unsigned int n) {
    if (parent.is_block()) return group_of(tile_lanes(n));
    kp::lanes members = 0;
    unsigned int mine = parent.thread_rank() / n;
    for (unsigned int r = mine * n; r < (mine + 1) * n && r < parent.size(); r++) members |= static_cast<kp::lanes>(1) << parent.lane_of(r);
    return group_of(members);
}
template <class G> inline coalesced_group binary_partition(const G& g, bool p, KP_SITE) {
    kp::lanes yes = kp::ballot("binary_partition", g.mask(), p, KP_AT);
    return group_of(p ? yes : g.members & ~yes);
}
template <class G, class L> inline coalesced_group labeled_partition(const G& g, L label, KP_SITE) {
    return group_of(kp::meet("labeled_partition", g.mask(), kp::resolve_match_any, kp::to_bits(label), 0, 0, 0, KP_AT).mask);
}

template <class G> inline void sync(const G& group, KP_SITE) { group.sync(kp_file, kp_line); }
template <class G, class... Rest> inline void wait(const G& group, Rest...) { group.sync(); }
template <unsigned int N, class G> inline void wait_prior(const G& group) { group.sync(); }
// The copy is done by the members that call, each its part, and is complete after the wait.
template <class G, class T, class N> inline void memcpy_async(const G& group, T* to, const T* from, const N& bytes) {
    char* d = reinterpret_cast<char*>(to);
    const char* s = reinterpret_cast<const char*>(from);
    for (size_t i = group.thread_rank(); i < static_cast<size_t>(bytes); i += group.size()) d[i] = s[i];
}
template <class G, class T, class N, class M> inline void memcpy_async(const G& group, T* to, const N& room, const T* from, const M& count) {
    memcpy_async(group, to, from, sizeof(T) * (room < count ? room : count));
}

template <class G, class F> inline void invoke_one(const G& group, F f) {
    if (group.thread_rank() == 0) f();
}

} // namespace KP_GROUPS
