// Grid, blocks and the threads of a block as contexts that take turns. Blocks run one after the other in order of their index;
// threads in order of theirs, each until it must wait. A thread that never waits costs no context of its own: the
// next one starts on the same stack.
#pragma once
#include "kp_fiber.h"
#include "kp_types.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

namespace kp {

typedef unsigned __int128 lanes; // a set of lanes of one warp, up to 128

struct site {
    const char* file;
    int line;
};
// The place of a call, as trailing parameters: one by one, since a braced default is folded where it is declared.
#define KP_SITE const char *kp_file = __builtin_FILE(), int kp_line = __builtin_LINE()
#define KP_AT ::kp::site{kp_file, kp_line}

enum class state : unsigned char { unstarted, running, ready, barrier, warp, step, grid, done };

struct thread;
struct warp;

// What a lane brings to an exchange and what it takes home.
struct request {
    void (*resolve)(warp&, lanes);
    const char* name;
    bool masked;
    lanes mask;
    uint64_t value;
    int64_t arg;
    int width;
    int extra;
    uint64_t result;
    int result_flag;
};

struct thread {
    vec::uint3 index;
    fiber* context;
    state st;
    short lane;
    int warp_id;
    site at;
    request req;
    int barrier_kind; // 0 plain, 1 count, 2 and, 3 or
    int barrier_value;
    unsigned exchanged;  // the last exchange of its warp that it took part in
    const char* step_at; // the instruction it stands before, where lanes go in step
};

struct warp {
    thread** lane_threads; // KP_WARP_WIDTH of them, null where there is no thread
    int alive;
    int blocked;
    int lanes_there;
    int starved; // turns since all lanes that go in step went on
    unsigned exchanges;
};

struct block {
    vec::uint3 index;
    thread* threads;
    warp* warps;
    thread** lane_table;
    int* queue; // ready threads, a ring
    int queue_head, queue_count;
    int count, warp_count;
    int next;  // first thread not started
    int alive, at_barrier, at_grid;
    char* saved_shared;
    bool suspended; // all its threads wait for memory another block must write
};

struct config {
    vec::dim3 grid, block;
    size_t shared;
    long long bounds; // from __launch_bounds__; 0 where there is none
    bool cooperative;
    bool steps; // the lanes of a warp meet at every access of shared memory
};

struct crew;

struct runtime {
    crew* team;      // the workers that share this grid, null where there is one worker
    int team_number;
    bool in_order;   // nothing before this worker's blocks is unfinished
    block* blk;
    thread* self;
    fiber main;
    fiber* free_fibers;
    void (*body)(void*);
    void* body_data;
    unsigned long long ticks;
    unsigned long long order; // one more at whatever orders all accesses of a block before it
    int spins;
    struct { // the launch, as far as threads ask for it
        size_t shared;
        bool cooperative;
        bool steps;
    } cfg;
    int idle_pauses; // pauses of this block since one of its threads got somewhere
    bool in_kernel;
    fiber* entering;
    bool start_first; // a pausing thread wants one that has not started to go before itself
};

// Plain words without constructors, so that no access has to ask whether they were made.
extern __thread runtime g;
// A worker of its own has its own copies. The built-in variables of kp_index.h are the same words of memory under a name that
// cannot be written to, hence the names given to the assembler.
extern __thread vec::uint3 thread_index __asm__("kp_thread_index");
extern __thread vec::uint3 block_index __asm__("kp_block_index");
struct sizes { // what dim3 holds, without its constructors
    unsigned int x, y, z;
    operator vec::dim3() const { return vec::dim3(x, y, z); }
};
extern __thread sizes block_dim __asm__("kp_block_dim");
extern __thread sizes grid_dim __asm__("kp_grid_dim");
inline int warp_width_value = KP_WARP_WIDTH; // not const: warpSize is no constant expression (trap T36)

// Every violation ends the run: one line a program can read, exit status 86.
[[noreturn]] void fail(int code, const char* text, ...);
[[noreturn]] void report_deadlock(block* b);

void become(thread* t); // the turn is this thread's
void push_ready(block* b, thread* t);
thread* pop_ready(block* b);
fiber* take_fiber();

// Gives the turn away from a thread that has said what it waits for (or is ready) and comes back when it is released.
void stand_still();
void wait_at_barrier(int kind, int value, site at);
// The whole grid meets: only a cooperative launch keeps all blocks alive.
void wait_at_grid(site at);
void wait_at_exchange(site at);
// For loops that wait on memory: after many atomic operations in a row the others of the block get a turn.
void pause_after(int limit);

// Exchanges without a mask are of the lanes that are together. They are known when every live lane of the warp stands still;
// the lowest place in the text goes first, as hardware that reconverges would have it.
void try_unmasked(block* b, warp& w);

// Blocks on several workers take their turns at what others see in order (kp_workers.cpp).
void wait_for_earlier_blocks();
void give_up_order();

} // namespace kp
