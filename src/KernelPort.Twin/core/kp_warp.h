// Exchanges between the lanes of a warp: shuffles, votes, matches, reductions. Every one is a meeting (see kp_block.h).
#pragma once
#include "kp_launch.h"

namespace kp {

// What a lane gets that reads from one that is not there: CUDA leaves it undefined.
static const uint64_t absent_lane_value = 0xFBFBFBFBFBFBFBFBull;

template <class T> inline uint64_t to_bits(T v) {
    static_assert(sizeof(T) <= 8, "an exchange carries at most eight bytes");
    uint64_t b = 0;
    memcpy(&b, &v, sizeof(T));
    return b;
}

template <class T> inline T from_bits(uint64_t b) {
    T v;
    memcpy(&v, &b, sizeof(T));
    return v;
}

struct lane_mask { // how a vendor's mask, or its absence, is seen
    bool masked;
    lanes mask;
};

inline lane_mask no_mask() { return lane_mask{false, ~static_cast<lanes>(0)}; }

template <class M> inline lane_mask with_mask(M m) {
#if KP_MASK_IGNORED
    (void)m;
    return no_mask();
#else
    return lane_mask{true, static_cast<lanes>(m)};
#endif
}

inline request& meet(const char* name, lane_mask m, void (*resolve)(warp&, lanes), uint64_t value, int64_t arg, int width, int extra, site at) {
    thread* me = g.self;
    if (!g.in_kernel || !me) fail(16, "%s outside a kernel", name);
    if (m.masked && !(m.mask >> me->lane & 1)) fail(12, "%s: the calling lane %d is not in its own mask", name, me->lane);
    me->req = request{resolve, name, m.masked, m.mask, value, arg, width, extra, 0, 0};
    wait_at_exchange(at);
    return me->req;
}

enum shuffle_kind { shuffle_index, shuffle_up, shuffle_down, shuffle_xor };

template <int Kind> inline void resolve_shuffle(warp& w, lanes group) {
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if (!(group >> l & 1)) continue;
        request& r = w.lane_threads[l]->req;
        int width = r.width, low = l & ~(width - 1), high = low | (width - 1);
        int64_t b = r.arg & (KP_WARP_WIDTH - 1);
        int source = Kind == shuffle_index ? low | static_cast<int>(b & (width - 1))
                     : Kind == shuffle_up  ? static_cast<int>(l - b)
                     : Kind == shuffle_down ? static_cast<int>(l + b)
                                            : static_cast<int>(l ^ b);
        bool inside = Kind == shuffle_up ? source >= low : source <= high;
        if (!inside) source = l;
        r.result_flag = inside;
        r.result = group >> source & 1 ? w.lane_threads[source]->req.value : absent_lane_value;
    }
}

template <int Kind, class T> inline T shuffle(const char* name, lane_mask m, T v, int64_t arg, int width, site at) {
    if (width < 1 || width > KP_WARP_WIDTH || (width & (width - 1))) fail(17, "%s: width %d is no power of two up to %d", name, width, KP_WARP_WIDTH);
    return from_bits<T>(meet(name, m, resolve_shuffle<Kind>, to_bits(v), arg, width, 0, at).result);
}

inline void resolve_uniform_index(warp& w, lanes group) {
    thread* first = nullptr;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if (!(group >> l & 1)) continue;
        thread* t = w.lane_threads[l];
        if (!first) first = t;
        if (t->req.arg != first->req.arg) {
            become(t);
            fail(18, "%s without width needs one source lane for the whole warp, lanes ask for %d and %d", t->req.name,
                 static_cast<int>(first->req.arg), static_cast<int>(t->req.arg));
        }
    }
    resolve_shuffle<shuffle_index>(w, group);
}

// An index shuffle whose call gave no width.
template <class T> inline T shuffle_plain(const char* name, lane_mask m, T v, int64_t arg, site at) {
    auto* resolve = KP_SHFL_UNIFORM_LANE ? resolve_uniform_index : resolve_shuffle<shuffle_index>;
    return from_bits<T>(meet(name, m, resolve, to_bits(v), arg, KP_WARP_WIDTH, 0, at).result);
}

inline void resolve_vote(warp& w, lanes group) {
    lanes yes = 0;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if ((group >> l & 1) && w.lane_threads[l]->req.value) yes |= static_cast<lanes>(1) << l;
    }
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if (!(group >> l & 1)) continue;
        request& r = w.lane_threads[l]->req;
        r.mask = yes;
        r.result_flag = r.extra == 0 ? yes == group : yes != 0;
    }
}

inline void resolve_any(warp& w, lanes group) { resolve_vote(w, group); }
inline void resolve_all(warp& w, lanes group) { resolve_vote(w, group); }
inline void resolve_active(warp& w, lanes group) { resolve_vote(w, group); }

inline lanes ballot(const char* name, lane_mask m, int p, site at) { return meet(name, m, resolve_vote, p != 0, 0, 0, 0, at).mask; }
inline int vote_all(const char* name, lane_mask m, int p, site at) { return meet(name, m, resolve_all, p != 0, 0, 0, 0, at).result_flag; }
inline int vote_any(const char* name, lane_mask m, int p, site at) { return meet(name, m, resolve_any, p != 0, 0, 0, 1, at).result_flag; }
inline lanes active_lanes(const char* name, site at) { return meet(name, no_mask(), resolve_active, 1, 0, 0, 0, at).mask; }

inline void resolve_sync(warp&, lanes) {}
inline void sync_lanes(const char* name, lane_mask m, site at) { meet(name, m, resolve_sync, 0, 0, 0, 0, at); }

inline void resolve_match_any(warp& w, lanes group) {
    lanes same[KP_WARP_WIDTH];
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        same[l] = 0;
        if (!(group >> l & 1)) continue;
        for (int o = 0; o < KP_WARP_WIDTH; o++) {
            if ((group >> o & 1) && w.lane_threads[o]->req.value == w.lane_threads[l]->req.value) same[l] |= static_cast<lanes>(1) << o;
        }
    }
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if (!(group >> l & 1)) continue;
        w.lane_threads[l]->req.mask = same[l];
        w.lane_threads[l]->req.result_flag = same[l] == group;
    }
}

inline void resolve_match_all(warp& w, lanes group) {
    resolve_match_any(w, group);
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if ((group >> l & 1) && !w.lane_threads[l]->req.result_flag) w.lane_threads[l]->req.mask = 0;
    }
}

struct op_add { template <class T> static T of(T a, T b) { return static_cast<T>(a + b); } };
struct op_min { template <class T> static T of(T a, T b) { return b < a ? b : a; } };
struct op_max { template <class T> static T of(T a, T b) { return a < b ? b : a; } };
struct op_and { template <class T> static T of(T a, T b) { return a & b; } };
struct op_or { template <class T> static T of(T a, T b) { return a | b; } };
struct op_xor { template <class T> static T of(T a, T b) { return a ^ b; } };

// In lane order, so that the bytes of a float sum are the same on every machine.
template <class T, class Op> inline void resolve_reduce(warp& w, lanes group) {
    T sum = T();
    bool first = true;
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if (!(group >> l & 1)) continue;
        T v = from_bits<T>(w.lane_threads[l]->req.value);
        sum = first ? v : Op::of(sum, v);
        first = false;
    }
    for (int l = 0; l < KP_WARP_WIDTH; l++) {
        if (group >> l & 1) w.lane_threads[l]->req.result = to_bits(sum);
    }
}

template <class T, class Op> inline T reduce(const char* name, lane_mask m, T v, site at) {
    return from_bits<T>(meet(name, m, resolve_reduce<T, Op>, to_bits(v), 0, 0, 0, at).result);
}

} // namespace kp
