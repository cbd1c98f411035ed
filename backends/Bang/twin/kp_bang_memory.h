// Tasks, NRAM and what its operands must be (npu-dialects 5).
#pragma once
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <type_traits>
#include <utility>
#include <vector>

// Arrays of NRAM stand in a section of their own, so that they are known by their addresses.
#define __nram__ __attribute__((section("kp_nram"), aligned(128), used))
#define __ldram__
extern "C" unsigned char __start_kp_nram[] __attribute__((weak));
extern "C" unsigned char __stop_kp_nram[] __attribute__((weak));

inline uint32_t taskId, taskDim, taskIdX, taskIdY, taskIdZ, taskDimX, taskDimY = 1, taskDimZ = 1, coreId, coreDim = 4, clusterId, clusterDim;

// Numbers of 16 bits: arithmetic on them is not modelled, conversions are.
struct half { uint16_t bits = 0; };
struct bfloat16_t { uint16_t bits = 0; };

namespace kp_bang {

// What mtp_592 leaves a program.
static const size_t nram_bytes = 320 * 1024;
inline size_t nram_size() { return size_t(__stop_kp_nram - __start_kp_nram); }

inline bool is_nram(const void* p, size_t bytes) {
    const unsigned char* b = static_cast<const unsigned char*>(p);
    return b >= __start_kp_nram && b + bytes <= __stop_kp_nram;
}

// A copy that nobody has waited for.
struct pending_copy {
    unsigned char* to;
    const unsigned char* from;
    size_t size, to_stride, from_stride, segments;
    bool reads_nram;
    void run() const {
        for (size_t s = 0; s < segments; s++) memmove(to + s * to_stride, from + s * from_stride, size);
    }
    bool touches(const void* p, size_t bytes, bool write) const {
        const unsigned char* b = static_cast<const unsigned char*>(p);
        const auto meets = [&](const unsigned char* q, size_t stride) { return b < q + (segments - 1) * stride + size && q < b + bytes; };
        return meets(to, to_stride) || (write && reads_nram && meets(from, from_stride));
    }
};
inline std::vector<pending_copy> pending;

// Work of the vector unit and copies, for comparing texts.
inline unsigned long long steps, copies, copied_bytes;

inline void wait_for_copies() {
    for (const auto& c : pending) c.run();
    pending.clear();
}

inline void touch(const void* p, size_t bytes, bool write) {
    for (const auto& c : pending)
        if (c.touches(p, bytes, write)) kp::fail(85, "%s of what a copy moves that was not waited for", write ? "a write" : "a read");
}

inline void begin_task(uint32_t index, uint32_t count) {
    taskId = taskIdX = index;
    taskDim = taskDimX = count;
    coreId = index % 4;
    clusterId = index / 4;
    clusterDim = (count + 3) / 4;
#ifndef KP_PROGRAM // each file of a whole program has its own
    if (nram_size() > nram_bytes) kp::fail(80, "%zu bytes of NRAM, where a program has %zu", nram_size(), nram_bytes);
#endif
    memset(__start_kp_nram, 0xFB, nram_size());
}

inline void end_task() {
    if (!pending.empty()) kp::fail(86, "a task ended with %zu copies that were not waited for", pending.size());
}

inline std::vector<unsigned> shuffled(unsigned n) {
    std::vector<unsigned> order(n);
    unsigned seed = 12345;
    for (unsigned i = 0; i < n; i++) order[i] = i;
    for (unsigned i = n; i > 1; i--) {
        seed = seed * 1664525u + 1013904223u;
        std::swap(order[i - 1], order[(seed >> 16) % i]);
    }
    return order;
}

// Where KP_BANG_COUNTS names a file, what a launch took is written there: steps of 256 bytes, copies, bytes.
inline void print_counts() {
    if (const char* path = getenv("KP_BANG_COUNTS")) {
        if (FILE* f = fopen(path, "a")) {
            fprintf(f, "%llu %llu %llu\n", steps, copies, copied_bytes);
            fclose(f);
        }
    }
    steps = copies = copied_bytes = 0;
}

template <class P, class A, class = void> struct has_make : std::false_type {};
template <class P, class A> struct has_make<P, A, std::void_t<decltype(std::declval<A>().make)>> : std::true_type {};
template <class P> struct tag { typedef P type; };
template <class P, class A> inline P to_parameter(A&& a) {
    if constexpr (has_make<P, A>::value) return a.make(tag<P>());
    else if constexpr (std::is_pointer_v<P> && std::is_class_v<std::decay_t<A>>) return static_cast<P>(a.data);
    else return static_cast<P>(a);
}

// An operand of n elements: in NRAM, from a multiple of 128 bytes on, whole multiples of 64 elements (npu-dialects 5, alignment: the portable style).
template <class T> inline T* operand(T* p, int64_t n, bool write) {
    const size_t bytes = n > 0 ? size_t(n) * sizeof(T) : 0;
    if (n <= 0 || n % 64) kp::fail(82, "%lld elements, which are no multiple of 64", static_cast<long long>(n));
    if (!is_nram(p, bytes)) kp::fail(81, "an operand of %zu bytes that is not within NRAM", bytes);
    if ((reinterpret_cast<const unsigned char*>(p) - __start_kp_nram) % 128) kp::fail(83, "an operand that does not begin on 128 bytes");
    touch(p, bytes, write);
    if (write) steps += (bytes + 255) / 256;
    return p;
}

// int32 wraps (npu-dialects 11, row 1, for this machine too); a test may have a machine that saturates instead.
inline bool saturates;
template <class T> inline T in_range(int64_t exact) { return !saturates ? T(exact) : exact > INT32_MAX ? INT32_MAX : exact < INT32_MIN ? INT32_MIN : T(exact); }
template <class T> inline T sum(T x, T y) {
    if constexpr (std::is_integral_v<T>) return in_range<T>(int64_t(x) + y);
    else return x + y;
}
template <class T> inline T difference(T x, T y) {
    if constexpr (std::is_integral_v<T>) return in_range<T>(int64_t(x) - y);
    else return x - y;
}
template <class T> inline T product(T x, T y) {
    if constexpr (std::is_integral_v<T>) return in_range<T>(int64_t(x) * y);
    else return x * y;
}

template <class T, class... U> inline constexpr bool is_one_of = (std::is_same_v<T, U> || ...);

// Operands may be one and the same, but not overlap otherwise.
template <class T, class U> inline void apart(const T* to, const U* from, int64_t n) {
    const char *a = reinterpret_cast<const char*>(to), *b = reinterpret_cast<const char*>(from);
    if (a != b && a < b + n * int64_t(sizeof(U)) && b < a + n * int64_t(sizeof(T))) kp::fail(87, "operands that overlap in part");
}

} // namespace kp_bang
