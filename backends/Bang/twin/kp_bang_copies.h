// Copies and what waits for them (npu-dialects 5: copy, sync, gather, atomics).
#pragma once

enum mluMemcpyDirection_t { GDRAM2NRAM, NRAM2GDRAM, NRAM2NRAM, GDRAM2GDRAM };

namespace kp_bang {

// Whether no segment of one lies on a segment of the other.
inline bool are_apart(const void* to, const void* from, int64_t size, int64_t to_stride, int64_t from_stride, int64_t last) {
    for (int64_t i = 0; i <= last; i++)
        for (int64_t j = 0; j <= last; j++) {
            const char *a = static_cast<const char*>(to) + i * to_stride, *b = static_cast<const char*>(from) + j * from_stride;
            if (a < b + size && b < a + size) return false;
        }
    return true;
}

inline pending_copy checked(void* to, const void* from, int64_t size, mluMemcpyDirection_t dir, int64_t to_stride, int64_t from_stride, int64_t segments_less_one) {
    const bool into = dir == GDRAM2NRAM || dir == NRAM2NRAM, out = dir == NRAM2GDRAM || dir == NRAM2NRAM;
    if (size <= 0 || segments_less_one < 0) kp::fail(84, "a copy of %lld bytes, %lld times", static_cast<long long>(size), static_cast<long long>(segments_less_one + 1));
    if (segments_less_one > 0 && (to_stride < size || from_stride < size)) kp::fail(84, "a copy whose segments lie on each other");
    const size_t to_bytes = size_t(segments_less_one * to_stride + size), from_bytes = size_t(segments_less_one * from_stride + size);
    if (into != is_nram(to, to_bytes)) kp::fail(81, "a copy whose target is %s NRAM, by its direction and not by its address", into ? "in" : "not in");
    if (out != is_nram(from, from_bytes)) kp::fail(81, "a copy whose source is %s NRAM, by its direction and not by its address", out ? "in" : "not in");
    if (dir == NRAM2NRAM && static_cast<const char*>(to) < static_cast<const char*>(from) + from_bytes && static_cast<const char*>(from) < static_cast<char*>(to) + to_bytes && !are_apart(to, from, size, to_stride, from_stride, segments_less_one))
        kp::fail(87, "a copy within NRAM onto its own source");
    touch(to, to_bytes, true);
    touch(from, from_bytes, false);
    copies++;
    copied_bytes += dir == NRAM2NRAM ? 0 : size_t(size * (segments_less_one + 1));
    return {static_cast<unsigned char*>(to), static_cast<const unsigned char*>(from), size_t(size), size_t(to_stride), size_t(from_stride), size_t(segments_less_one + 1), out};
}

} // namespace kp_bang

// Bytes, then strides in bytes and how many segments follow the first.
inline void __memcpy(void* to, const void* from, int64_t size, mluMemcpyDirection_t dir, int64_t to_stride = 0, int64_t from_stride = 0, int64_t segments_less_one = 0) {
    kp_bang::checked(to, from, size, dir, to_stride, from_stride, segments_less_one).run();
}
inline void __memcpy_async(void* to, const void* from, int64_t size, mluMemcpyDirection_t dir, int64_t to_stride = 0, int64_t from_stride = 0, int64_t segments_less_one = 0) {
    kp_bang::pending.push_back(kp_bang::checked(to, from, size, dir, to_stride, from_stride, segments_less_one));
}

inline void __sync() { kp_bang::wait_for_copies(); }
inline void __sync_io() { kp_bang::wait_for_copies(); }
inline void __sync_move() { kp_bang::wait_for_copies(); }
inline void __sync_io_move_compute() { kp_bang::wait_for_copies(); }
// Waits for the vector unit alone.
inline void __sync_compute() {}

// n elements of `size` bytes from byte offsets of 32 bits, which must each begin an element.
template <class T> inline void __gather(T* to, const T* from, uint32_t* offsets, uint32_t size, mluMemcpyDirection_t dir, uint32_t stride, int64_t n) {
    if (dir != GDRAM2NRAM) kp::fail(84, "__gather in another direction than from GDRAM to NRAM");
    if (n <= 0 || size == 0 || stride < size) kp::fail(84, "__gather of %lld elements of %u bytes", static_cast<long long>(n), size);
    if (!kp_bang::is_nram(to, size_t(n - 1) * stride + size) || !kp_bang::is_nram(offsets, size_t(n) * 4)) kp::fail(81, "__gather out of NRAM");
    if (kp_bang::is_nram(from, 1)) kp::fail(81, "__gather from NRAM");
    kp_bang::touch(to, size_t(n - 1) * stride + size, true);
    kp_bang::touch(offsets, size_t(n) * 4, false);
    kp_bang::copies++;
    kp_bang::copied_bytes += size_t(n) * size;
    for (int64_t i = 0; i < n; i++) {
        if (offsets[i] % sizeof(T)) kp::fail(88, "__gather from byte %u, which begins no element", offsets[i]);
        memcpy(reinterpret_cast<char*>(to) + i * stride, reinterpret_cast<const char*>(from) + offsets[i], size);
    }
}

// Elements of NRAM combine with those of global memory; no old value comes back.
#define KP_ATOMIC(NAME, EXPRESSION)                                                                                                  \
    template <class T> inline void NAME(T* to, T* from, int64_t n) {                                                                  \
        static_assert(kp_bang::is_one_of<T, float, int32_t, uint32_t>, "type matrix: " #NAME " has no such type");                   \
        if (n <= 0) kp::fail(84, #NAME " of %lld elements", static_cast<long long>(n));                                              \
        if (!kp_bang::is_nram(from, size_t(n) * sizeof(T)) || kp_bang::is_nram(to, 1)) kp::fail(81, #NAME " takes NRAM to GDRAM");   \
        kp_bang::touch(from, size_t(n) * sizeof(T), false);                                                                          \
        kp_bang::copies++;                                                                                                           \
        kp_bang::copied_bytes += size_t(n) * sizeof(T);                                                                              \
        for (int64_t i = 0; i < n; i++) {                                                                                            \
            const T x = to[i], y = from[i];                                                                                          \
            to[i] = EXPRESSION;                                                                                                      \
        }                                                                                                                            \
    }
KP_ATOMIC(__bang_atomic_reduce_add, kp_bang::sum(x, y))
KP_ATOMIC(__bang_atomic_reduce_max, x > y ? x : y)
KP_ATOMIC(__bang_atomic_reduce_min, x < y ? x : y)
#undef KP_ATOMIC
