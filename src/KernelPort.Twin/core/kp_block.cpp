// The turns of a block's threads: who goes on, who waits for whom, and what becomes of a thread that ends.
#include "kp_block.h"
#include <stdarg.h>
#include <unistd.h>

namespace kp {

__thread runtime g;
__thread vec::uint3 thread_index, block_index;
__thread sizes block_dim, grid_dim;

[[noreturn]] void fail(int code, const char* text, ...) {
    fflush(stdout);
    fprintf(stderr, "kp-twin: error TW%03d: ", code);
    va_list list;
    va_start(list, text);
    vfprintf(stderr, text, list);
    va_end(list);
    if (g.in_kernel && g.self) {
        fprintf(stderr, " (thread (%u,%u,%u), block (%u,%u,%u))", thread_index.x, thread_index.y, thread_index.z, block_index.x,
                block_index.y, block_index.z);
    }
    fprintf(stderr, "\n");
    fflush(stderr);
    // Whoever started the run learns of it apart from the exit status, which a program may use for itself.
    if (const char* report = getenv("KP_TWIN_REPORT")) {
        if (FILE* f = fopen(report, "a")) {
            fprintf(f, "TW%03d\n", code);
            fclose(f);
        }
    }
    _exit(86);
}

void become(thread* t) {
    g.self = t;
    t->st = state::running;
    thread_index = t->index;
}

void push_ready(block* b, thread* t) {
    t->st = state::ready;
    int at = b->queue_head + b->queue_count++;
    b->queue[at < b->count ? at : at - b->count] = static_cast<int>(t - b->threads);
}

thread* pop_ready(block* b) {
    if (b->queue_count == 0) return nullptr;
    thread* t = b->threads + b->queue[b->queue_head];
    if (++b->queue_head == b->count) b->queue_head = 0;
    b->queue_count--;
    return t;
}

static void release_barrier(block* b) {
    thread* first = nullptr;
    int total = 0, all = 1, some = 0;
    for (int i = 0; i < b->count; i++) {
        thread* t = b->threads + i;
        if (t->st != state::barrier) continue;
        if (!first) first = t;
        if (t->at.line != first->at.line || t->at.file != first->at.file || t->barrier_kind != first->barrier_kind) {
            become(t);
            fail(10, "divergent barrier: thread (%u,%u,%u) waits at line %d, this one at line %d", first->index.x, first->index.y,
                 first->index.z, first->at.line, t->at.line);
        }
        total += t->barrier_value != 0;
        all &= t->barrier_value != 0;
        some |= t->barrier_value != 0;
    }
    int value = first->barrier_kind == 1 ? total : first->barrier_kind == 2 ? all : some;
    for (int i = 0; i < b->count; i++) {
        thread* t = b->threads + i;
        if (t->st != state::barrier) continue;
        t->barrier_value = value;
        b->warps[t->warp_id].blocked--;
        push_ready(b, t);
    }
    b->at_barrier = 0;
    g.order++;
}

static void release_lanes(block* b, warp& w, lanes group) {
    w.exchanges++;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if (!(group >> l & 1)) continue;
        w.blocked--;
        w.lane_threads[l]->exchanged = w.exchanges;
        push_ready(b, w.lane_threads[l]);
    }
}

// The lanes named by the mask of a waiting lane, if all that live have come to the same exchange.
static bool try_masked(block* b, warp& w, thread* t) {
    lanes group = 0;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if (!(t->req.mask >> l & 1)) continue;
        thread* o = w.lane_threads[l];
        if (!o || o->st == state::done) continue;
        if (o->st != state::warp || o->req.resolve != t->req.resolve || !o->req.masked || o->req.mask != t->req.mask) return false;
        group |= static_cast<lanes>(1) << l;
    }
    t->req.resolve(w, group);
    release_lanes(b, w, group);
    return true;
}

#ifdef KP_LOCK_STEP // kp_lock_step.cpp
bool all_stand_still(warp& w);
bool release_step(block* b, warp& w);
void relieve(block* b, warp& w);
#endif

void try_unmasked(block* b, warp& w) {
#ifdef KP_LOCK_STEP
    if (all_stand_still(w) && release_step(b, w)) return;
#endif
    if (w.blocked != w.alive) return;
    thread* first = nullptr;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        thread* o = w.lane_threads[l];
        if (o && o->st == state::warp && !o->req.masked && (!first || o->at.line < first->at.line)) first = o;
    }
    if (!first) return;
    lanes group = 0;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        thread* o = w.lane_threads[l];
        if (o && o->st == state::warp && !o->req.masked && o->at.line == first->at.line && o->req.resolve == first->req.resolve) {
            group |= static_cast<lanes>(1) << l;
        }
    }
    first->req.resolve(w, group);
    release_lanes(b, w, group);
}

// The turn goes back to the grid where nobody in the block gets anywhere by itself: another block may have to write first.
static bool must_suspend() { return ++g.idle_pauses > 4 * g.blk->count + 64; }

static void after_exit(block* b, thread* t) {
    g.idle_pauses = 0;
    warp& w = b->warps[t->warp_id];
    t->st = state::done;
    w.alive--;
    b->alive--;
    for (int l = 0; l < KP_WARP_WIDTH && w.blocked; l++) {
        thread* o = w.lane_threads[l];
        if (o && o->st == state::warp && o->req.masked) try_masked(b, w, o);
    }
    if (w.blocked) try_unmasked(b, w);
    if (b->alive > 0 && b->at_barrier == b->alive) release_barrier(b);
}

static void fiber_loop();

fiber* take_fiber() {
    fiber* f = g.free_fibers;
    if (f) {
        g.free_fibers = f->next_free;
        return f;
    }
    return g.entering = new_fiber(fiber_loop);
}

void stand_still() {
    thread* me = g.self;
    block* b = g.blk;
    thread* next = pop_ready(b);
    if (next == me) {
        become(me);
        return;
    }
    fiber* to;
    if (next) {
        become(next);
        to = next->context;
    } else if (b->next < b->count) {
        to = take_fiber();
    } else {
        to = &g.main;
    }
    switch_fiber(me->context, to);
}

// A context's life: let those go on that can, start threads until none is left, then lie down among the free ones.
static void fiber_loop() {
    fiber* mine = g.entering;
    for (;;) {
        block* b = g.blk;
        bool start = g.start_first && b->next < b->count;
        g.start_first = false;
        thread* next = start ? nullptr : pop_ready(b);
        if (next) {
            become(next);
            mine->next_free = g.free_fibers;
            g.free_fibers = mine;
            switch_fiber(mine, next->context);
        } else if (b->next < b->count) {
            thread* t = b->threads + b->next++;
            t->context = mine;
            become(t);
            g.body(g.body_data);
            g.spins = 0;
            after_exit(g.blk, t);
        } else {
            mine->next_free = g.free_fibers;
            g.free_fibers = mine;
            switch_fiber(mine, &g.main);
        }
    }
}

void wait_at_barrier(int kind, int value, site at) {
    thread* me = g.self;
    block* b = g.blk;
    me->barrier_kind = kind;
    me->barrier_value = value;
    me->at = at;
    me->st = state::barrier;
    g.spins = g.idle_pauses = 0;
    warp& w = b->warps[me->warp_id];
    w.blocked++;
    if (++b->at_barrier == b->alive) {
        release_barrier(b);
    } else {
        try_unmasked(b, w);
    }
    stand_still();
}

void wait_at_grid(site at) {
    if (!g.cfg.cooperative) fail(15, "grid-wide barrier in a launch that is not cooperative");
    thread* me = g.self;
    me->at = at;
    me->st = state::grid;
    g.blk->at_grid++;
#ifdef KP_LOCK_STEP
    try_unmasked(g.blk, g.blk->warps[me->warp_id]);
#endif
    stand_still();
}

void wait_at_exchange(site at) {
    thread* me = g.self;
    block* b = g.blk;
    warp& w = b->warps[me->warp_id];
    me->at = at;
    me->st = state::warp;
    g.spins = g.idle_pauses = 0;
    w.blocked++;
    if (!(me->req.masked && try_masked(b, w, me))) try_unmasked(b, w);
    stand_still();
}

void pause_after(int limit) {
    if (!g.in_kernel || !g.self || ++g.spins < limit) return;
    g.spins = 0;
#ifdef KP_LOCK_STEP
    relieve(g.blk, g.blk->warps[g.self->warp_id]);
#endif
    push_ready(g.blk, g.self);
    if (must_suspend() && g.blk->next == g.blk->count) {
        give_up_order();
        g.blk->suspended = true;
        switch_fiber(g.self->context, &g.main);
        return;
    }
    if (g.blk->next < g.blk->count) {
        g.start_first = true;
        thread* me = g.self;
        switch_fiber(me->context, take_fiber());
    } else {
        stand_still();
    }
}

[[noreturn]] void report_deadlock(block* b) {
    for (int i = 0; i < b->count; i++) {
        thread* t = b->threads + i;
        if (t->st == state::done) continue;
        become(t);
        if (t->req.name && t->at.line && t->st != state::barrier) {
            for (int l = 0; l < KP_WARP_WIDTH; l++) {
                thread* o = b->warps[t->warp_id].lane_threads[l];
                if (!(t->req.mask >> l & 1) || !o || o->st == state::done || o == t) continue;
                if (o->req.resolve != t->req.resolve || o->req.mask != t->req.mask || o->st == state::barrier) {
                    fail(11, "%s at line %d waits for lane %d, which its mask names and which is elsewhere (line %d)", t->req.name,
                         t->at.line, l, o->at.line);
                }
            }
        }
        fail(11, "no thread of the block can go on: this one waits at line %d for others that wait elsewhere or for memory", t->at.line);
    }
    fail(11, "no thread can go on");
}

} // namespace kp
