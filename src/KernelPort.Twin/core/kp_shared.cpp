// Where shared memory lies, how a block finds it and how it is looked at.
#include "kp_shared.h"
#include <link.h>
#include <sys/mman.h>

namespace kp {

__thread shared_memory shared;

static int find_tls(dl_phdr_info* info, size_t, void*) {
    for (int i = 0; i < info->dlpi_phnum; i++) {
        if (info->dlpi_phdr[i].p_type == PT_TLS) {
            shared.tls = static_cast<char*>(info->dlpi_tls_data);
            shared.tls_bytes = info->dlpi_phdr[i].p_memsz;
        }
    }
    return 1; // the first object is the program itself
}

char* dynamic_base() {
    if (!shared.dynamic) {
        size_t room = 512 * 1024;
        void* map = mmap(nullptr, room + 65536, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        mprotect(static_cast<char*>(map) + room, 65536, PROT_NONE);
        shared.dynamic = static_cast<char*>(map);
        shared.dynamic_room = room;
        dl_iterate_phdr(find_tls, nullptr);
    }
    return shared.dynamic;
}

// The bytes behind the end are marked up to this far; a write there is found when the block ends.
static const size_t dynamic_canary = 4096;

// The runtime's own words of a worker lie among the thread's storage; they are put back.
struct own_words {
    runtime g;
    shared_memory shared;
    vec::uint3 thread_index, block_index;
    sizes block_dim, grid_dim;
};
static own_words own() { return own_words{::kp::g, ::kp::shared, ::kp::thread_index, ::kp::block_index, ::kp::block_dim, ::kp::grid_dim}; }
static void put_back(const own_words& o) {
    ::kp::g = o.g;
    ::kp::shared = o.shared;
    ::kp::thread_index = o.thread_index;
    ::kp::block_index = o.block_index;
    ::kp::block_dim = o.block_dim;
    ::kp::grid_dim = o.grid_dim;
}

void begin_shared(size_t bytes) {
    char* base = dynamic_base();
    shared.dynamic_bytes = bytes;
    if (poisons) memset(base, KP_POISON_BYTE, bytes);
    memset(base + bytes, KP_CANARY_BYTE, dynamic_canary);
    if (poisons && shared.tls) {
        own_words o = own();
        memset(o.shared.tls, KP_POISON_BYTE, o.shared.tls_bytes);
        put_back(o);
    }
}

void check_shared() {
    const unsigned char* p = reinterpret_cast<const unsigned char*>(shared.dynamic) + shared.dynamic_bytes;
    for (size_t i = 0; i < dynamic_canary; i++) {
        if (p[i] != KP_CANARY_BYTE) {
            g.self = nullptr;
            fail(3, "dynamic shared memory written %zu bytes past its end (%zu bytes), block (%u,%u,%u)", i, shared.dynamic_bytes,
                 block_index.x, block_index.y, block_index.z);
        }
    }
}

bool is_shared(const void* p) {
    const char* c = static_cast<const char*>(p);
    return (c >= shared.tls && c < shared.tls + shared.tls_bytes) || (c >= shared.dynamic && c < shared.dynamic + shared.dynamic_room);
}

KP_PLAIN static bool is_word(const void* p, const void* word, size_t bytes) {
    return p >= word && p < static_cast<const char*>(word) + bytes;
}

KP_PLAIN bool is_kernels_shared(const void* p) {
    const char* c = static_cast<const char*>(p);
    if (c >= shared.dynamic && c < shared.dynamic + shared.dynamic_room) return true;
    if (c < shared.tls || c >= shared.tls + shared.tls_bytes) return false;
    return !is_word(p, &g, sizeof g) && !is_word(p, &shared, sizeof shared) && !is_word(p, &thread_index, sizeof thread_index) &&
           !is_word(p, &block_index, sizeof block_index) && !is_word(p, &block_dim, sizeof block_dim) && !is_word(p, &grid_dim, sizeof grid_dim);
}

} // namespace kp
