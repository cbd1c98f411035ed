// Unified buffer, tensors and copies (npu-dialects 2.2, 2.4, 2.5).
#pragma once
#include <type_traits>
#include <utility>
#include <vector>
#include "kp_a2_pipes.h"

namespace kp_a2 {

// 192 KB less what the library keeps (npu-dialects 2.2, 8.9); poisoned for every core.
static const uint32_t ub_bytes = 184 * 1024;
alignas(64) inline unsigned char ub[ub_bytes];
inline uint32_t core_index, core_count, ub_used, buffers;
// 0 copies, 1 adds, 2 and 3 take the greater and the smaller.
inline int atomic_mode;

// At least a byte of an operand of no elements is not touched.
inline void touch(const void* p, size_t bytes, pipe who, bool write) {
    now[who][who]++;
    const size_t first = (static_cast<const unsigned char*>(p) - ub) / 32, last = (static_cast<const unsigned char*>(p) - ub + bytes + 31) / 32;
    for (size_t i = first; bytes > 0 && i < last && i < ub_bytes / 32; i++) access(ub_stamps[i], who, write, "the unified buffer", i * 32);
}

inline void begin_core(uint32_t index, uint32_t count) {
    core_index = index;
    core_count = count;
    ub_used = buffers = 0;
    leaked_queues = 0;
    memset(live_tensors, 0, sizeof live_tensors);
    if (atomic_mode != 0) kp::fail(63, "a core ended in an atomic mode of copies");
    core_serial++;
    clear_clocks();
    gm_stamps.clear();
    memset(ub, 0xFB, ub_bytes);
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

template <class P, class A, class = void> struct has_make : std::false_type {};
template <class P, class A> struct has_make<P, A, std::void_t<decltype(std::declval<A>().make)>> : std::true_type {};
template <class P> struct tag { typedef P type; };
template <class P, class A> inline P to_parameter(A&& a) {
    if constexpr (has_make<P, A>::value) return a.make(tag<P>());
    else if constexpr (std::is_pointer_v<P> && std::is_class_v<std::decay_t<A>>) return static_cast<P>(a.data);
    else return static_cast<P>(a);
}

} // namespace kp_a2

typedef uint8_t* GM_ADDR;

// Numbers of 16 bits as a tensor has them; arithmetic on them is not modelled, conversions are (npu-dialects 2.7).
struct half { uint16_t bits = 0; };
struct bfloat16_t { uint16_t bits = 0; };

namespace AscendC {

enum class TPosition { VECIN, VECOUT, VECCALC };

// Types a tensor may have here (npu-dialects 2.7); no bool, no double.
template <class T> struct is_tensor_type : std::bool_constant<std::is_same_v<T, float> || std::is_same_v<T, int32_t> || std::is_same_v<T, uint32_t> || std::is_same_v<T, int16_t>
    || std::is_same_v<T, uint16_t> || std::is_same_v<T, uint8_t> || std::is_same_v<T, int8_t> || std::is_same_v<T, int64_t> || std::is_same_v<T, uint64_t> || std::is_same_v<T, half> || std::is_same_v<T, bfloat16_t>> {};

template <class T> class LocalTensor {
    static_assert(is_tensor_type<T>::value, "tensor type: no such LocalTensor on A2");

public:
    LocalTensor() : at(nullptr), length(0) {}
    LocalTensor(unsigned char* p, uint32_t n) : at(p), length(n) {}

    T GetValue(uint32_t i) const {
        check(i);
        kp_a2::touch(at + i * sizeof(T), sizeof(T), kp_a2::scalar_pipe, false);
        T v;
        memcpy(&v, at + i * sizeof(T), sizeof(T));
        return v;
    }
    template <class U> void SetValue(uint32_t i, U value) const {
        static_assert(std::is_same_v<U, T>, "scalar type: SetValue takes the tensor's own type");
        check(i);
        kp_a2::touch(at + i * sizeof(T), sizeof(T), kp_a2::scalar_pipe, true);
        memcpy(at + i * sizeof(T), &value, sizeof(T));
    }
    LocalTensor operator[](uint32_t offset) const {
        if (offset > length) kp::fail(51, "a tensor from element %u, where it has %u", offset, length);
        return LocalTensor(at + offset * sizeof(T), length - offset);
    }
    template <class U> LocalTensor<U> ReinterpretCast() const { return LocalTensor<U>(at, uint32_t(length * sizeof(T) / sizeof(U))); }
    uint32_t GetSize() const { return length; }
    // For the scalar unit's own use: what is done through it nobody synchronises (npu-dialects 2.6), and nothing checks it here.
    T* GetPhyAddr() const { return reinterpret_cast<T*>(at); }

    // As an operand: 32-byte aligned (npu-dialects 2.2), n elements within it.
    unsigned char* operand(int64_t n, kp_a2::pipe who, bool write) const {
        if (!at) kp::fail(52, "a tensor that was never given memory");
        if ((at - kp_a2::ub) % 32) kp::fail(53, "an operand that does not begin on 32 bytes");
        if (n < 0 || n > length) kp::fail(54, "%lld elements of a tensor of %u", static_cast<long long>(n), length);
        kp_a2::touch(at, n * sizeof(T), who, write);
        return at;
    }

    // A copy's block, some bytes behind the tensor's beginning.
    unsigned char* block(uint64_t from, uint64_t bytes, kp_a2::pipe who, bool write) const {
        operand(0, who, write);
        if (from + bytes > uint64_t(length) * sizeof(T)) kp::fail(54, "%llu bytes of a tensor of %llu", static_cast<unsigned long long>(from + bytes), static_cast<unsigned long long>(length) * sizeof(T));
        kp_a2::touch(at + from, bytes, who, write);
        return at + from;
    }

private:
    void check(uint32_t i) const {
        if (i >= length) kp::fail(51, "element %u of a tensor of %u", i, length);
    }
    unsigned char* at;
    uint32_t length;
};

template <class T> class GlobalTensor {
    static_assert(is_tensor_type<T>::value, "tensor type: no such GlobalTensor on A2");

public:
    void SetGlobalBuffer(T* p) { at = p; }
    void SetGlobalBuffer(T* p, uint64_t) { at = p; }
    GlobalTensor operator[](uint64_t offset) const {
        GlobalTensor g;
        g.at = at + int64_t(offset);
        return g;
    }
    // Read through the scalar unit's own cache: for data no core writes (npu-dialects 2.10). There is no SetValue here: its 64-byte lines lose updates.
    T GetValue(uint64_t i) const { return at[int64_t(i)]; }
    T* GetPhyAddr() const { return at; }
    T* at = nullptr;
};

template <TPosition P> class TBuf {
public:
    template <class T> LocalTensor<T> Get() const { return LocalTensor<T>(kp_a2::ub + from, bytes / sizeof(T)); }
    template <class T> LocalTensor<T> GetWithOffset(uint32_t n, uint32_t offset) const {
        if (uint64_t(offset) + n * sizeof(T) > bytes) kp::fail(55, "a tensor behind the end of its buffer");
        if (offset % 32) kp::fail(53, "a tensor that does not begin on 32 bytes");
        return LocalTensor<T>(kp_a2::ub + from + offset, n);
    }
    uint32_t from = 0, bytes = 0;
};

} // namespace AscendC

#include "kp_a2_queues.h"

namespace AscendC {

class TPipe {
public:
    template <TPosition P, int32_t Depth> void InitBuffer(TQue<P, Depth>& q, uint8_t number, uint32_t bytes) {
        bytes = (bytes + 31) / 32 * 32;
        kp_a2::buffers += number;
        if (kp_a2::buffers > 64) kp::fail(56, "more than 64 buffers");
        if (number > 8) kp::fail(70, "more than 8 buffers of a queue");
        if (kp_a2::ub_used + bytes * number > kp_a2::ub_bytes) kp::fail(57, "%u bytes of unified buffer, where a kernel has %u", kp_a2::ub_used + bytes * number, kp_a2::ub_bytes);
        q.from = kp_a2::ub_used;
        q.bytes = bytes;
        q.buffers = number;
        kp_a2::ub_used += bytes * number;
    }
    template <TPosition P> void InitBuffer(TBuf<P>& b, uint32_t bytes) {
        bytes = (bytes + 31) / 32 * 32;
        if (++kp_a2::buffers > 64) kp::fail(56, "more than 64 buffers");
        if (kp_a2::ub_used + bytes > kp_a2::ub_bytes) kp::fail(57, "%u bytes of unified buffer, where a kernel has %u", kp_a2::ub_used + bytes, kp_a2::ub_bytes);
        b.from = kp_a2::ub_used;
        b.bytes = bytes;
        kp_a2::ub_used += bytes;
    }
    template <HardEvent E> TEventID AllocEventID() {
        unsigned& taken = kp_a2::allocated[int(E)];
        for (TEventID i = 0; i < kp_a2::events_of_a_type; i++)
            if (!(taken >> i & 1)) {
                taken |= 1u << i;
                return i;
            }
        kp::fail(68, "more than %d event ids of a type", kp_a2::events_of_a_type);
        return 0;
    }
    template <HardEvent E> void ReleaseEventID(TEventID id) {
        unsigned& taken = kp_a2::allocated[int(E)];
        if (id < 0 || id >= kp_a2::events_of_a_type || !(taken >> id & 1)) kp::fail(68, "ReleaseEventID of id %d, which is not allocated", id);
        taken &= ~(1u << id);
    }
};

inline int64_t GetBlockIdx() { return kp_a2::core_index; }
inline int64_t GetBlockNum() { return kp_a2::core_count; }

// Byte counts and strides (npu-dialects 2.5).
struct DataCopyExtParams {
    uint16_t blockCount;
    uint32_t blockLen;
    uint32_t srcStride, dstStride, rsv;
};
template <class T> struct DataCopyPadExtParams {
    bool isPad;
    uint8_t leftPadding, rightPadding;
    T paddingValue;
};

inline void check_copy(const DataCopyExtParams& p) {
    if (p.blockCount > 4095) kp::fail(58, "blockCount %u of a copy, at most 4095", p.blockCount);
    if (p.blockLen > 2097151) kp::fail(58, "blockLen %u of a copy, at most 2097151", p.blockLen);
}

// Integers of 8 to 64 bits, past the data cache (npu-dialects 2.10): no neighbour's bytes are touched.
template <class T> inline T ReadGmByPassDCache(T* p) {
    static_assert(std::is_integral_v<T> && !std::is_same_v<T, bool>, "type matrix: ReadGmByPassDCache has no such type");
    if (reinterpret_cast<uintptr_t>(p) % sizeof(T)) kp::fail(62, "ReadGmByPassDCache of an address that is not a multiple of %zu", sizeof(T));
    return *p;
}
template <class T> inline void WriteGmByPassDCache(T* p, T value) {
    static_assert(std::is_integral_v<T> && !std::is_same_v<T, bool>, "type matrix: WriteGmByPassDCache has no such type");
    if (reinterpret_cast<uintptr_t>(p) % sizeof(T)) kp::fail(62, "WriteGmByPassDCache to an address that is not a multiple of %zu", sizeof(T));
    *p = value;
}

// A mode of the copies that follow, until it is switched off (npu-dialects 2.11); int8, half and bfloat16 are not modelled.
template <class T> inline void set_atomic(int mode) {
    static_assert(std::is_same_v<T, int32_t> || std::is_same_v<T, float> || std::is_same_v<T, int16_t>, "type matrix: SetAtomic has no such type on A2");
    kp_a2::atomic_mode = mode;
}
template <class T> inline void SetAtomicAdd() { set_atomic<T>(1); }
template <class T> inline void SetAtomicMax() { set_atomic<T>(2); }
template <class T> inline void SetAtomicMin() { set_atomic<T>(3); }
inline void SetAtomicNone() { kp_a2::atomic_mode = 0; }

template <class T> inline void combine(T* to, const T* from, size_t n) {
    if constexpr (!std::is_arithmetic_v<T>) kp::fail(63, "atomic copies of 16-bit floats are not modelled");
    else for (size_t i = 0; i < n; i++) to[i] = kp_a2::atomic_mode == 1 ? static_cast<T>(to[i] + from[i]) : (kp_a2::atomic_mode == 2) == (from[i] > to[i]) ? from[i] : to[i];
}

template <class T> inline void DataCopyPad(const LocalTensor<T>& to, const GlobalTensor<T>& from, const DataCopyExtParams& p, const DataCopyPadExtParams<T>& pad) {
    check_copy(p);
    kp_a2::copies++;
    kp_a2::copied_bytes += uint64_t(p.blockCount) * p.blockLen;
    if (pad.leftPadding * sizeof(T) > 32 || pad.rightPadding * sizeof(T) > 32) kp::fail(58, "more than 32 bytes of padding");
    const uint32_t left = pad.isPad ? pad.leftPadding * sizeof(T) : 0, right = pad.isPad ? pad.rightPadding * sizeof(T) : 0;
    // The last 32 bytes are filled up with anything behind the padding: here with poison.
    const uint32_t whole = (left + p.blockLen + right + 31) / 32 * 32, pitch = whole + p.dstStride * 32;
    for (uint32_t b = 0; b < p.blockCount; b++) {
        if (p.blockLen == 0) continue;
        unsigned char* d = to.block(uint64_t(b) * pitch, whole, kp_a2::copy_in, true);
        const unsigned char* s = reinterpret_cast<const unsigned char*>(from.at) + uint64_t(b) * (p.blockLen + p.srcStride);
        kp_a2::touch_global(s, p.blockLen, kp_a2::copy_in, false);
        memset(d, 0xFB, whole);
        for (uint32_t i = 0; i < left; i += sizeof(T)) memcpy(d + i, &pad.paddingValue, sizeof(T));
        memcpy(d + left, s, p.blockLen);
        for (uint32_t i = 0; i < right; i += sizeof(T)) memcpy(d + left + p.blockLen + i, &pad.paddingValue, sizeof(T));
    }
}

template <class T> inline void DataCopyPad(const GlobalTensor<T>& to, const LocalTensor<T>& from, const DataCopyExtParams& p) {
    check_copy(p);
    kp_a2::copies++;
    kp_a2::copied_bytes += uint64_t(p.blockCount) * p.blockLen;
    uint32_t pitch = (p.blockLen + 31) / 32 * 32 + p.srcStride * 32;
    for (uint32_t b = 0; b < p.blockCount; b++) {
        if (p.blockLen == 0) continue;
        unsigned char* s = from.block(uint64_t(b) * pitch, p.blockLen, kp_a2::copy_out, false);
        unsigned char* d = reinterpret_cast<unsigned char*>(to.at) + uint64_t(b) * (p.blockLen + p.dstStride);
        kp_a2::touch_global(d, p.blockLen, kp_a2::copy_out, true);
        if (kp_a2::atomic_mode == 0) memcpy(d, s, p.blockLen);
        else combine(reinterpret_cast<T*>(d), reinterpret_cast<const T*>(s), p.blockLen / sizeof(T));
    }
}

} // namespace AscendC
