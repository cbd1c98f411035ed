// How the marks of bytes are kept and races told.
#include "kp_races.h"
#include <mutex>
#include <set>
#include <string>
#include <link.h>
#include <sys/mman.h>

namespace kp {

struct access_mark {
    const char* at;
    unsigned long long order;
    unsigned exchanges;
    short thread;
    bool atomic;
};

struct byte_marks {
    access_mark write;
    access_mark reads[2]; // the first and the latest reader since the last order
};

// The marks of this worker's shared memory, untouched pages of which cost nothing.
struct race_shadow {
    byte_marks* dynamic;
    byte_marks* statics;
    // a write over another thread's write: no race if it leaves what is there
    const char* same_at;
    size_t same_bytes;
    char same[16];
    access_mark same_write, same_before;
};
static __thread race_shadow shadow;

KP_PLAIN static byte_marks* new_marks(size_t bytes) {
    void* map = mmap(nullptr, bytes * sizeof(byte_marks), PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (map == MAP_FAILED) fail(53, "no memory to look for races");
    return static_cast<byte_marks*>(map);
}

KP_PLAIN static byte_marks* marks_of(const char* c) {
    if (c >= shared.dynamic && c < shared.dynamic + shared.dynamic_room) {
        if (!shadow.dynamic) shadow.dynamic = new_marks(shared.dynamic_room);
        return shadow.dynamic + (c - shared.dynamic);
    }
    if (!shadow.statics) shadow.statics = new_marks(shared.tls_bytes);
    return shadow.statics + (c - shared.tls);
}

// The user's line of an instruction: what was inlined is left until a file that is not ours.
KP_PLAIN static std::string line_of(const char* at) {
    char command[512], text[1024];
    const char* base = nullptr;
    dl_iterate_phdr([](dl_phdr_info* i, size_t, void* p) { *static_cast<const char**>(p) = reinterpret_cast<const char*>(i->dlpi_addr); return 1; }, &base);
    snprintf(command, sizeof command, "addr2line -i -e /proc/$PPID/exe 0x%zx 2>/dev/null", static_cast<size_t>(at - 1 - base));
    std::string first, ours = __FILE__;
    ours.resize(ours.rfind('/') + 1);
    if (FILE* f = popen(command, "r")) {
        while (fgets(text, sizeof text, f)) {
            std::string line(text);
            line.resize(line.find_first_of(" \n"));
            if (first.empty() || first.compare(0, ours.size(), ours) == 0 || first.find("/twin/") != std::string::npos) first = line;
        }
        pclose(f);
    }
    return first.empty() ? "?" : first;
}

// A compiler keeps a word beside an array of a class with constructors, which says whether it was made: nobody's shared memory.
KP_PLAIN static bool is_guard(const char* c) {
    static const std::set<size_t>* guards = [] {
        auto* all = new std::set<size_t>();
        char line[4096];
        if (FILE* f = popen("nm /proc/$PPID/exe 2>/dev/null", "r")) {
            while (fgets(line, sizeof line, f))
                if (strstr(line, " _ZGV")) all->insert(strtoul(line, nullptr, 16));
            pclose(f);
        }
        return all;
    }();
    size_t offset = static_cast<size_t>(c - shared.tls);
    auto after = guards->upper_bound(offset);
    return c >= shared.tls && offset < shared.tls_bytes && after != guards->begin() && offset - *std::prev(after) < 8;
}

// Each pair of places once. The program goes on: whoever runs it asks for its report.
KP_PLAIN static void report_race(const char* c, const access_mark& before, bool was_write, const access_mark& now, bool is_write) {
    static std::mutex lock;
    static std::set<std::pair<const char*, const char*>> seen;
    std::lock_guard<std::mutex> hold(lock);
    if (seen.size() >= 20 || is_guard(c) || !seen.insert({before.at, now.at}).second) return;
    thread* a = g.blk->threads + before.thread;
    thread* b = g.blk->threads + now.thread;
    bool one_warp = a->warp_id == b->warp_id;
    // whoever started the run tells it in the user's terms
    const char* report = getenv("KP_TWIN_REPORT");
    FILE* f = report ? fopen(report, "a") : stderr;
    if (!f) return;
    fprintf(f, "TW060\t%s\t%s\tthread (%u,%u,%u) %s\t%s\tthread (%u,%u,%u) %s\t(%u,%u,%u)\n", one_warp ? "lanes" : "warps", line_of(before.at).c_str(),
            a->index.x, a->index.y, a->index.z, was_write ? "writes" : "reads", line_of(now.at).c_str(), b->index.x, b->index.y, b->index.z,
            is_write ? "writes" : "reads", block_index.x, block_index.y, block_index.z);
    if (report) fclose(f);
}

KP_PLAIN static bool unordered(const access_mark& m, const access_mark& now) {
    if (!m.at || m.order != g.order || m.thread == now.thread || (m.atomic && now.atomic)) return false;
    const thread* before = g.blk->threads + m.thread;
    return before->warp_id != g.self->warp_id || g.self->exchanged <= m.exchanges;
}

KP_PLAIN static void settle_same() {
    if (!shadow.same_at) return;
    const char* at = shadow.same_at;
    shadow.same_at = nullptr;
    if (memcmp(at, shadow.same, shadow.same_bytes) != 0) report_race(at, shadow.same_before, true, shadow.same_write, true);
}

__attribute__((noinline)) KP_PLAIN static void see_access(const void* p, size_t bytes, bool writes, bool atomic, const char* at) {
    thread* me = g.self;
    if (!g.in_kernel || !me || g.cfg.steps || !is_kernels_shared(p)) return;
    settle_same();
    const char* c = static_cast<const char*>(p);
    byte_marks* marks = marks_of(c);
    access_mark now{at, g.order, g.blk->warps[me->warp_id].exchanges, static_cast<short>(me - g.blk->threads), atomic};
    for (size_t i = 0; i < bytes; i++) {
        byte_marks& m = marks[i];
        if (unordered(m.write, now)) {
            if (!writes) {
                report_race(c + i, m.write, true, now, false);
            } else if (!atomic && bytes <= sizeof shadow.same) {
                shadow.same_at = c;
                shadow.same_bytes = bytes;
                memcpy(shadow.same, c, bytes);
                shadow.same_write = now;
                shadow.same_before = m.write;
            } else {
                report_race(c + i, m.write, true, now, true);
            }
        }
        if (writes) {
            if (unordered(m.reads[0], now)) report_race(c + i, m.reads[0], false, now, true);
            else if (unordered(m.reads[1], now)) report_race(c + i, m.reads[1], false, now, true);
            m.write = now;
        } else if (!m.reads[0].at || m.reads[0].order != g.order || (m.reads[0].thread == now.thread && m.reads[0].exchanges != now.exchanges)) {
            m.reads[0] = now;
        } else if (m.reads[0].thread != now.thread) {
            m.reads[1] = now;
        }
    }
}

__attribute__((noinline)) KP_PLAIN void see_atomic(const void* p, size_t bytes) {
    see_access(p, bytes, true, true, static_cast<const char*>(__builtin_return_address(0)));
}
} // namespace kp
