// The blocks of a grid: their threads laid out in warps, their turns, their shared memory carried out and in.
#include "kp_memory.h"

namespace kp {

// Where each thread of a block stands; the same for every block of a grid.
static void warp_layout(block* b) {
    const vec::dim3 d = block_dim;
    int plane = static_cast<int>(d.x * d.y);
    int per_plane = (plane + KP_WARP_WIDTH - 1) / KP_WARP_WIDTH;
    int i = 0;
    for (int w = 0; w < b->warp_count; w++) b->warps[w] = warp{b->lane_table + w * KP_WARP_WIDTH, 0, 0, 0};
    for (unsigned z = 0; z < d.z; z++) {
        for (unsigned y = 0; y < d.y; y++) {
            for (unsigned x = 0; x < d.x; x++, i++) {
                thread* t = b->threads + i;
                int in_plane = static_cast<int>(y * d.x + x);
                int place = KP_WARP_PER_Z ? static_cast<int>(z) * per_plane * KP_WARP_WIDTH + in_plane : i;
                t->index = vec::uint3{x, y, z};
                t->warp_id = place / KP_WARP_WIDTH;
                t->lane = static_cast<short>(place % KP_WARP_WIDTH);
                b->warps[t->warp_id].lane_threads[t->lane] = t;
                b->warps[t->warp_id].lanes_there++;
            }
        }
    }
}

// A block about to begin.
static void begin_block(block* b) {
    for (int i = 0; i < b->count; i++) {
        thread* t = b->threads + i;
        t->st = state::unstarted;
        t->at = site{nullptr, 0};
        t->req.name = nullptr;
    }
    for (int w = 0; w < b->warp_count; w++) {
        b->warps[w].alive = b->warps[w].lanes_there;
        b->warps[w].blocked = b->warps[w].starved = 0;
    }
    b->next = b->at_barrier = b->at_grid = b->queue_head = b->queue_count = 0;
    b->alive = b->count;
}

static block* new_block() {
    const vec::dim3 d = block_dim;
    block* b = static_cast<block*>(calloc(1, sizeof(block)));
    b->count = static_cast<int>(d.x * d.y * d.z);
    b->warp_count = KP_WARP_PER_Z ? static_cast<int>(d.z) * static_cast<int>((d.x * d.y + KP_WARP_WIDTH - 1) / KP_WARP_WIDTH)
                                  : (b->count + KP_WARP_WIDTH - 1) / KP_WARP_WIDTH;
    b->threads = static_cast<thread*>(calloc(b->count, sizeof(thread)));
    b->warps = static_cast<warp*>(calloc(b->warp_count, sizeof(warp)));
    b->lane_table = static_cast<thread**>(calloc(static_cast<size_t>(b->warp_count) * KP_WARP_WIDTH, sizeof(thread*)));
    b->queue = static_cast<int*>(calloc(b->count, sizeof(int)));
    warp_layout(b);
    return b;
}

static void free_block(block* b) {
    free(b->threads);
    free(b->warps);
    free(b->lane_table);
    free(b->queue);
    free(b->saved_shared);
    free(b);
}

// Lets the block run until nobody in it can go on.
static void turn(block* b) {
    g.blk = b;
    g.idle_pauses = 0;
    g.order++;
    b->suspended = false;
    block_index = b->index;
    if (thread* t = pop_ready(b)) {
        become(t);
        switch_fiber(&g.main, t->context);
    } else if (b->next < b->count) {
        switch_fiber(&g.main, take_fiber());
    }
    if (b->alive > 0 && b->at_grid != b->alive && !b->suspended) report_deadlock(b);
}

static void save_shared(block* b) {
    size_t n = shared.tls_bytes, m = shared.dynamic_bytes;
    if (!b->saved_shared) b->saved_shared = static_cast<char*>(malloc(n + m + 1));
    if (n) memcpy(b->saved_shared, shared.tls, n);
    memcpy(b->saved_shared + n, shared.dynamic, m);
}

static void load_shared(block* b) {
    own_words o = own();
    size_t n = o.shared.tls_bytes, m = o.shared.dynamic_bytes;
    if (n) memcpy(o.shared.tls, b->saved_shared, n);
    memcpy(o.shared.dynamic, b->saved_shared + n, m);
    put_back(o);
}

static vec::uint3 block_at(unsigned long long n) {
    return vec::uint3{static_cast<unsigned>(n % grid_dim.x), static_cast<unsigned>(n / grid_dim.x % grid_dim.y),
                      static_cast<unsigned>(n / grid_dim.x / grid_dim.y)};
}

// Blocks that began and wait for what another must write: each gets a turn after every further block, in order.
struct waiting_blocks {
    block** list;
    size_t count, room;
};

static void add_waiting(waiting_blocks& w, block* b) {
    if (w.count == w.room) w.list = static_cast<block**>(realloc(w.list, sizeof(block*) * (w.room = w.room * 2 + 16)));
    w.list[w.count++] = b;
}

// False where a turn of each brought nobody on.
static bool turn_waiting(waiting_blocks& w) {
    bool moved = false;
    size_t kept = 0;
    for (size_t i = 0; i < w.count; i++) {
        block* b = w.list[i];
        int alive = b->alive;
        load_shared(b);
        turn(b);
        moved |= b->alive != alive;
        if (b->alive > 0) {
            save_shared(b);
            w.list[kept++] = b;
        } else {
            check_shared();
            free_block(b);
        }
    }
    w.count = kept;
    return moved;
}

static void run_range(unsigned long long from, unsigned long long to) {
    waiting_blocks waiting = {};
    block* b = nullptr;
    for (unsigned long long n = from; n < to; n++) {
        if (!b) b = new_block();
        b->index = block_at(n);
        begin_block(b);
        begin_shared(g.cfg.shared);
        turn(b);
        if (b->alive > 0) {
            save_shared(b);
            add_waiting(waiting, b);
            b = nullptr;
        } else {
            check_shared();
        }
        if (waiting.count) turn_waiting(waiting);
    }
    while (waiting.count) turn_waiting(waiting);
    if (b) free_block(b);
    free(waiting.list);
}

// A cooperative launch: every block lives at once; all of them at the grid's barrier release it.
static void run_together() {
    int n = static_cast<int>(grid_dim.x * grid_dim.y * grid_dim.z);
    block** all = static_cast<block**>(calloc(n, sizeof(block*)));
    for (int i = 0; i < n; i++) {
        all[i] = new_block();
        all[i]->index = block_at(i);
        begin_block(all[i]);
    }
    for (bool first = true;; first = false) {
        int alive = 0, at_grid = 0;
        for (int i = 0; i < n; i++) {
            block* b = all[i];
            if (b->alive == 0) continue;
            if (first || !(b->at_grid == b->alive)) {
                if (first) begin_shared(g.cfg.shared);
                else load_shared(b);
                turn(b);
                save_shared(b);
            }
            alive += b->alive;
            at_grid += b->at_grid;
        }
        if (alive == 0) break;
        if (alive != at_grid) continue;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < all[i]->count; k++)
                if (all[i]->threads[k].st == state::grid) push_ready(all[i], all[i]->threads + k);
            all[i]->at_grid = 0;
        }
    }
    for (int i = 0; i < n; i++) free_block(all[i]);
    free(all);
}

static void enter_grid(const config& c, void (*body)(void*), void* data) {
    g.cfg.shared = c.shared;
    g.cfg.cooperative = c.cooperative;
    g.cfg.steps = c.steps;
    g.body = body;
    g.body_data = data;
    block_dim = sizes{c.block.x, c.block.y, c.block.z};
    grid_dim = sizes{c.grid.x, c.grid.y, c.grid.z};
    g.in_kernel = true;
}

} // namespace kp
