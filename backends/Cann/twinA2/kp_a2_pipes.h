// Pipes of a core and what orders them (npu-dialects 2.6, 4): each runs its instructions in order, all at the same time as the others. A clock a pipe says how
// far it has waited for each other one; an access that a conflicting one has not been waited for is a violation. The scalar unit counts as a pipe: what the
// vendor's compiler adds for it by default need not be on.
#pragma once
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unordered_map>

namespace kp_a2 {

enum pipe { scalar_pipe = 0, vector_pipe = 1, copy_in = 2, copy_out = 3, pipes = 4 };

inline const char* name_of(int p) {
    static const char* const names[] = {"S", "V", "MTE2", "MTE3"};
    return names[p];
}

// now[p][q]: of q's instructions as many are done before p's next one.
inline uint32_t now[pipes][pipes];

inline void clear_clocks() { memset(now, 0, sizeof now); }

// The last write of a piece of memory, and the last read by each pipe; of another core's time where the core differs.
struct stamp {
    uint32_t core = 0;
    int writer = -1;
    uint32_t written = 0, read[pipes] = {};
};

inline uint32_t core_serial = 1;

inline void access(stamp& s, int who, bool write, const char* memory, unsigned long long at) {
    if (s.core != core_serial) {
        s = stamp();
        s.core = core_serial;
    }
    if (s.writer >= 0 && s.writer != who && now[who][s.writer] < s.written)
        kp::fail(50, "missing sync: %s %s byte %llu of %s that %s wrote, with nothing between that waits for it", name_of(who), write ? "writes" : "reads", at, memory, name_of(s.writer));
    if (write) {
        for (int p = 0; p < pipes; p++)
            if (p != who && now[who][p] < s.read[p]) kp::fail(50, "missing sync: %s writes byte %llu of %s that %s reads, with nothing between that waits for it", name_of(who), at, memory, name_of(p));
        s.writer = who;
        s.written = now[who][who];
    } else {
        s.read[who] = now[who][who];
    }
}

// Of the unified buffer by blocks of 32 bytes; of global memory the same, by address.
inline stamp ub_stamps[184 * 1024 / 32];
inline std::unordered_map<size_t, stamp> gm_stamps;

inline void touch_global(const void* p, size_t bytes, pipe who, bool write) {
    if (bytes == 0) return;
    for (size_t i = reinterpret_cast<size_t>(p) / 32; i <= (reinterpret_cast<size_t>(p) + bytes - 1) / 32; i++) access(gm_stamps[i], who, write, "global memory", i * 32);
}

inline void join(int waiting, const uint32_t* known) {
    for (int p = 0; p < pipes; p++)
        if (now[waiting][p] < known[p]) now[waiting][p] = known[p];
}

inline void join_all() {
    for (int p = 0; p < pipes; p++)
        for (int q = 0; q < pipes; q++)
            if (p != q) join(p, now[q]);
    for (int p = 0; p < pipes; p++) now[p][p]++;
}

// What a launch did, added to the file that KP_A2_COUNTS names: vector instructions and the steps of 256 bytes that they take, copies and their bytes, waits.
inline bool prints_counts;

inline unsigned long long vector_calls, vector_steps, copies, copied_bytes, waits;

inline void print_counts() {
    if (prints_counts) printf("%llu steps, %llu copies, %llu bytes\n", vector_steps, copies, copied_bytes);
    const char* path = getenv("KP_A2_COUNTS");
    FILE* f = path ? fopen(path, "a") : nullptr;
    if (!f) return;
    fprintf(f, "%llu vector calls, %llu steps, %llu copies, %llu bytes, %llu waits\n", vector_calls, vector_steps, copies, copied_bytes, waits);
    fclose(f);
}

static const int events_of_a_type = 8;

struct flag { bool set = false; uint32_t known[pipes] = {}; };

inline flag flags[16][events_of_a_type];
inline unsigned allocated[16];

// Of queues: tensors of a position that are out, and buffers not given back.
inline uint32_t live_tensors[3], leaked_queues;

inline void end_core() {
    if (leaked_queues != 0) kp::fail(71, "%u buffers of queues were not freed at a kernel's end", leaked_queues);
    for (int e = 0; e < 16; e++) {
        for (int i = 0; i < events_of_a_type; i++)
            if (flags[e][i].set) kp::fail(67, "flag %d of an event is left set at a kernel's end: the next kernel would not wait", i);
        if (allocated[e]) kp::fail(67, "an event id was allocated and not released");
    }
}

} // namespace kp_a2

namespace AscendC {

typedef int32_t TEventID;

enum class HardEvent { MTE2_V, V_MTE2, MTE3_V, V_MTE3, MTE3_MTE2, MTE2_MTE3, S_V, V_S, S_MTE2, MTE2_S, S_MTE3, MTE3_S };

struct kp_ends { kp_a2::pipe from, to; };
constexpr kp_ends kp_ends_of(HardEvent e) {
    using namespace kp_a2;
    switch (e) {
    case HardEvent::MTE2_V: return {copy_in, vector_pipe};
    case HardEvent::V_MTE2: return {vector_pipe, copy_in};
    case HardEvent::MTE3_V: return {copy_out, vector_pipe};
    case HardEvent::V_MTE3: return {vector_pipe, copy_out};
    case HardEvent::MTE3_MTE2: return {copy_out, copy_in};
    case HardEvent::MTE2_MTE3: return {copy_in, copy_out};
    case HardEvent::S_V: return {scalar_pipe, vector_pipe};
    case HardEvent::V_S: return {vector_pipe, scalar_pipe};
    case HardEvent::S_MTE2: return {scalar_pipe, copy_in};
    case HardEvent::MTE2_S: return {copy_in, scalar_pipe};
    case HardEvent::S_MTE3: return {scalar_pipe, copy_out};
    default: return {copy_out, scalar_pipe};
    }
}

inline kp_a2::flag& kp_flag(HardEvent e, TEventID id) {
    if (id < 0 || id >= kp_a2::events_of_a_type) kp::fail(68, "event id %d, where there are 0 to 7", id);
    return kp_a2::flags[int(e)][id];
}

template <HardEvent E> inline void SetFlag(TEventID id) {
    kp_a2::flag& f = kp_flag(E, id);
    if (f.set) kp::fail(65, "SetFlag of a flag that is set and was not waited for");
    f.set = true;
    constexpr int from = kp_ends_of(E).from;
    memcpy(f.known, kp_a2::now[from], sizeof f.known);
    kp_a2::now[from][from]++;
}

template <HardEvent E> inline void WaitFlag(TEventID id) {
    kp_a2::flag& f = kp_flag(E, id);
    if (!f.set) kp::fail(66, "WaitFlag of a flag that nothing set: the core waits for ever");
    f.set = false;
    kp_a2::waits++;
    kp_a2::join(kp_ends_of(E).to, f.known);
}

enum pipe_t { PIPE_S, PIPE_V, PIPE_MTE2, PIPE_MTE3, PIPE_ALL };
template <pipe_t P> inline void PipeBarrier() {
    static_assert(P != PIPE_S, "PipeBarrier has no PIPE_S");
    kp_a2::waits++;
    if (P == PIPE_ALL) kp_a2::join_all();
}

} // namespace AscendC
