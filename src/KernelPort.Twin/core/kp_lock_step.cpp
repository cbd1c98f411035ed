// For programs that count on the lanes of a warp going in step without saying so: every access of shared memory, volatile or not, is a
// place where a warp meets. Once all its lanes stand still, those before the lowest instruction go on together, as hardware that
// reconverges would have it: so all read before the first writes, and who skipped a branch waits for who took it.
#include "kp_launch.h"

namespace kp {

// Lanes that wait for one another in a loop would keep the rest of their warp for ever: after so many turns the foremost go first.
static const int patience = 512;

static bool release_lanes_at(block* b, warp& w, bool foremost) {
    const char* where = nullptr;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        thread* o = w.lane_threads[l];
        if (o && o->st == state::step && (!where || (foremost ? o->step_at > where : o->step_at < where))) where = o->step_at;
    }
    if (!where) return false;
    bool all = true;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        thread* o = w.lane_threads[l];
        if (!o || o->st == state::done) continue;
        if (o->st == state::step && o->step_at == where) {
            w.blocked--;
            push_ready(b, o);
        } else {
            all = false;
        }
    }
    w.starved = all || foremost ? 0 : w.starved + 1;
    return true;
}

bool all_stand_still(warp& w) {
    int still = w.blocked; // of the whole grid's barrier the warp does not know
    for (int l = 0; l < KP_WARP_WIDTH; l++) still += w.lane_threads[l] && w.lane_threads[l]->st == state::grid;
    return still == w.alive;
}

bool release_step(block* b, warp& w) { return release_lanes_at(b, w, w.starved >= patience); }

// A lane that pauses again and again, waiting for memory, while others stand still.
void relieve(block* b, warp& w) {
    if (w.blocked && ++w.starved >= patience) release_lanes_at(b, w, true);
}

KP_PLAIN bool shared_access(const void* p, const char* at) {
    if (!g.cfg.steps) return false;
    thread* me = g.self;
    if (!g.in_kernel || !me || !me->context || me->st != state::running || !is_kernels_shared(p)) return false;
    g.idle_pauses = 0;
    me->step_at = at;
    me->st = state::step;
    warp& w = g.blk->warps[me->warp_id];
    w.blocked++;
    try_unmasked(g.blk, w);
    stand_still();
    return true;
}
} // namespace kp
