// Launches: checks the configuration against the target's limits and runs the blocks in order.
#pragma once
#include "kp_memory.h"

namespace kp {

inline void warp_layout(block* b) {
    const vec::dim3& d = block_dim;
    int plane = static_cast<int>(d.x * d.y);
    int per_plane = (plane + KP_WARP_WIDTH - 1) / KP_WARP_WIDTH;
    int i = 0;
    memset(b->lane_table, 0, sizeof(thread*) * b->warp_count * KP_WARP_WIDTH);
    for (int w = 0; w < b->warp_count; w++) b->warps[w] = warp{b->lane_table + w * KP_WARP_WIDTH, 0, 0};
    for (unsigned z = 0; z < d.z; z++) {
        for (unsigned y = 0; y < d.y; y++) {
            for (unsigned x = 0; x < d.x; x++, i++) {
                thread* t = b->threads + i;
                int in_plane = static_cast<int>(y * d.x + x);
                int place = KP_WARP_PER_Z ? static_cast<int>(z) * per_plane * KP_WARP_WIDTH + in_plane : i;
                t->index = vec::uint3{x, y, z};
                t->st = state::unstarted;
                t->warp_id = place / KP_WARP_WIDTH;
                t->lane = static_cast<short>(place % KP_WARP_WIDTH);
                t->at = site{nullptr, 0};
                t->req.name = nullptr;
                b->warps[t->warp_id].lane_threads[t->lane] = t;
                b->warps[t->warp_id].alive++;
            }
        }
    }
    b->next = b->at_barrier = b->at_grid = b->queue_head = b->queue_count = 0;
    b->alive = b->count;
}

inline block* new_block() {
    const vec::dim3& d = block_dim;
    block* b = static_cast<block*>(calloc(1, sizeof(block)));
    b->count = static_cast<int>(d.x * d.y * d.z);
    b->warp_count = KP_WARP_PER_Z ? static_cast<int>(d.z) * static_cast<int>((d.x * d.y + KP_WARP_WIDTH - 1) / KP_WARP_WIDTH)
                                  : (b->count + KP_WARP_WIDTH - 1) / KP_WARP_WIDTH;
    b->threads = static_cast<thread*>(calloc(b->count, sizeof(thread)));
    b->warps = static_cast<warp*>(calloc(b->warp_count, sizeof(warp)));
    b->lane_table = static_cast<thread**>(calloc(static_cast<size_t>(b->warp_count) * KP_WARP_WIDTH, sizeof(thread*)));
    b->queue = static_cast<int*>(calloc(b->count, sizeof(int)));
    return b;
}

inline void free_block(block* b) {
    free(b->threads);
    free(b->warps);
    free(b->lane_table);
    free(b->queue);
    free(b->saved_shared);
    free(b);
}

// Lets the block run until nobody in it can go on.
inline void turn(block* b) {
    g.blk = b;
    block_index = b->index;
    if (thread* t = pop_ready(b)) {
        become(t);
        switch_fiber(&g.main, t->context);
    } else if (b->next < b->count) {
        switch_fiber(&g.main, take_fiber());
    }
    if (b->alive > 0 && b->at_grid != b->alive) report_deadlock(b);
}

inline void save_shared(block* b) {
    size_t n = shared.tls_bytes, m = shared.dynamic_bytes;
    if (!b->saved_shared) b->saved_shared = static_cast<char*>(malloc(n + m + 1));
    if (n) memcpy(b->saved_shared, shared.tls, n);
    memcpy(b->saved_shared + n, shared.dynamic, m);
}

inline void load_shared(block* b) {
    size_t n = shared.tls_bytes, m = shared.dynamic_bytes;
    if (n) memcpy(shared.tls, b->saved_shared, n);
    memcpy(shared.dynamic, b->saved_shared + n, m);
}

inline void run_one_by_one() {
    block* b = new_block();
    for (unsigned z = 0; z < grid_dim.z; z++) {
        for (unsigned y = 0; y < grid_dim.y; y++) {
            for (unsigned x = 0; x < grid_dim.x; x++) {
                b->index = vec::uint3{x, y, z};
                warp_layout(b);
                begin_shared(g.cfg.shared);
                turn(b);
                check_shared();
            }
        }
    }
    free_block(b);
}

// A cooperative launch: every block lives at once; shared memory is carried out and in when the turn passes on.
inline void run_together() {
    int n = static_cast<int>(grid_dim.x * grid_dim.y * grid_dim.z);
    block** all = static_cast<block**>(calloc(n, sizeof(block*)));
    int i = 0;
    for (unsigned z = 0; z < grid_dim.z; z++)
        for (unsigned y = 0; y < grid_dim.y; y++)
            for (unsigned x = 0; x < grid_dim.x; x++, i++) {
                all[i] = new_block();
                all[i]->index = vec::uint3{x, y, z};
                warp_layout(all[i]);
            }
    for (bool first = true;; first = false) {
        int alive = 0;
        for (i = 0; i < n; i++) {
            block* b = all[i];
            if (b->alive == 0) continue;
            if (first) begin_shared(g.cfg.shared);
            else load_shared(b);
            turn(b);
            save_shared(b);
            alive += b->alive > 0;
        }
        if (alive == 0) break;
        for (i = 0; i < n; i++) {
            if (all[i]->alive == 0) continue;
            for (int k = 0; k < all[i]->count; k++)
                if (all[i]->threads[k].st == state::grid) push_ready(all[i], all[i]->threads + k);
            all[i]->at_grid = 0;
        }
    }
    for (i = 0; i < n; i++) free_block(all[i]);
    free(all);
}

// Null where the target takes this configuration, else why not.
inline const char* refuse_configuration(const config& c) {
    unsigned long long threads = 1ull * c.block.x * c.block.y * c.block.z;
    unsigned long long blocks = 1ull * c.grid.x * c.grid.y * c.grid.z;
    if (threads == 0 || blocks == 0) return "a grid or block size of zero";
    if (threads > KP_MAX_THREADS) return "too many threads in a block";
    if (c.block.x > KP_MAX_BLOCK_X || c.block.y > KP_MAX_BLOCK_Y || c.block.z > KP_MAX_BLOCK_Z) return "a block size beyond the limit of its axis";
    if (c.grid.x > KP_MAX_GRID_X || c.grid.y > KP_MAX_GRID_YZ || c.grid.z > KP_MAX_GRID_YZ) return "a grid size beyond the limit of its axis";
    if (KP_MAX_GRID_TOTAL && blocks > KP_MAX_GRID_TOTAL) return "too many blocks in the grid";
    if (c.bounds && threads > static_cast<unsigned long long>(c.bounds)) return "more threads than __launch_bounds__ allows";
    if (!c.bounds && threads > KP_UNBOUNDED_THREADS) return "so many threads need __launch_bounds__ on the kernel";
    if (c.shared > KP_MAX_SHARED) return "too much shared memory";
#ifdef KP_SOLE_KERNEL
    dynamic_base();
    if (c.shared + shared.tls_bytes > KP_MAX_SHARED) return "too much shared memory";
#endif
    return nullptr;
}

inline void run_grid(const config& c, void (*body)(void*), void* data) {
    install_handlers();
    g.cfg = c;
    g.body = body;
    g.body_data = data;
    block_dim = c.block;
    grid_dim = c.grid;
    g.in_kernel = true;
    if (c.cooperative) run_together();
    else run_one_by_one();
    g.in_kernel = false;
    check_all_canaries();
}

template <class... P> inline void run_packed(const config& c, void (*kernel)(P...), P... arguments) {
    auto body = [&] { kernel(arguments...); }; // by value again for every thread
    run_grid(c, [](void* p) { (*static_cast<decltype(body)*>(p))(); }, &body);
}

template <class P, class A> inline P to_parameter(A&& a) { return static_cast<P>(a); }

// A configuration that is refused is an error a program may ask for; the kernel test's driver makes it fatal.
inline const char* last_refusal;
inline bool refusal_is_fatal;

inline bool accept(const config& c) {
    last_refusal = refuse_configuration(c);
    if (last_refusal && refusal_is_fatal) {
        fail(13, "launch refused: %s (grid %ux%ux%u, block %ux%ux%u, %zu bytes shared)", last_refusal, c.grid.x, c.grid.y, c.grid.z, c.block.x,
             c.block.y, c.block.z, c.shared);
    }
    return !last_refusal;
}

// A kernel with known parameter types: arguments convert as in a call.
template <class... P, class... A> inline void launch(const config& c, void (*kernel)(P...), A&&... a) {
    static_assert(sizeof...(P) == sizeof...(A), "number of kernel arguments");
    if (accept(c)) run_packed<P...>(c, kernel, to_parameter<P>(static_cast<A&&>(a))...);
}

// A kernel template whose arguments are deduced: `call` is a generic lambda around it.
template <class F, class... A> inline void launch_deduced(const config& c, F call, A... a) {
    auto body = [&] { call(a...); };
    if (accept(c)) run_grid(c, [](void* p) { (*static_cast<decltype(body)*>(p))(); }, &body);
}

template <class S = void*> inline config make_config(vec::dim3 grid, vec::dim3 block, size_t shared_bytes = 0, S = S()) {
    return config{grid, block, shared_bytes, 0, false};
}

inline config bounded(config c, long long bounds) {
    c.bounds = bounds;
    return c;
}

} // namespace kp
