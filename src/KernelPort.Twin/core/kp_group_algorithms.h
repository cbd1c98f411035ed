// Reductions and scans over a group, with their operations: headers of their own in CUDA, and none in other vendors' groups.
#pragma once
#include "kp_groups.h"

namespace KP_GROUPS {

template <class T = void> struct plus { template <class U> U operator()(U a, U b) const { return a + b; } };
template <class T = void> struct less { template <class U> U operator()(U a, U b) const { return b < a ? b : a; } };
template <class T = void> struct greater { template <class U> U operator()(U a, U b) const { return a < b ? b : a; } };
template <class T = void> struct bit_and { template <class U> U operator()(U a, U b) const { return a & b; } };
template <class T = void> struct bit_or { template <class U> U operator()(U a, U b) const { return a | b; } };
template <class T = void> struct bit_xor { template <class U> U operator()(U a, U b) const { return a ^ b; } };

// In order of rank, so that the bytes of a float sum are the same on every machine.
template <class G, class T, class F> inline T reduce(const G& group, T v, F f, KP_SITE) {
    T sum = group.shfl(v, 0, KP_AT.file, KP_AT.line);
    for (unsigned int r = 1; r < thread_group(group).size(); r++) sum = f(sum, group.shfl(v, static_cast<int>(r), KP_AT.file, KP_AT.line));
    return sum;
}
template <class G, class T, class F> inline T inclusive_scan(const G& group, T v, F f, KP_SITE) {
    T sum = v, before = group.shfl(v, 0, KP_AT.file, KP_AT.line);
    unsigned int rank = thread_group(group).thread_rank();
    for (unsigned int r = 0; r < thread_group(group).size(); r++) {
        T o = group.shfl(v, static_cast<int>(r), KP_AT.file, KP_AT.line);
        before = r == 0 ? o : f(before, o);
        if (r == rank) sum = before;
    }
    return sum;
}
template <class G, class T> inline T inclusive_scan(const G& group, T v, KP_SITE) { return inclusive_scan(group, v, plus<T>(), kp_file, kp_line); }
template <class G, class T, class F> inline T exclusive_scan(const G& group, T v, F f, KP_SITE) {
    T all = inclusive_scan(group, v, f, kp_file, kp_line);
    T before = group.shfl_up(all, 1, kp_file, kp_line);
    return thread_group(group).thread_rank() == 0 ? T() : before;
}
template <class G, class T> inline T exclusive_scan(const G& group, T v, KP_SITE) { return exclusive_scan(group, v, plus<T>(), kp_file, kp_line); }

} // namespace KP_GROUPS
