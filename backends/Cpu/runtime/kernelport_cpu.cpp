// What runs the blocks of a launch: a pool of threads, each taking the next blocks when it is done with its last. C++17, g++ or clang++.
#include "kernelport_cpu.h"
#include <atomic>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <vector>

namespace {

bool has_level(uint32_t level) {
#if defined(__x86_64__)
    __builtin_cpu_init();
    return (level < 2 || (__builtin_cpu_supports("sse4.2") && __builtin_cpu_supports("popcnt")))
        && (level < 3 || (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2")))
        && (level < 4 || (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl")));
#else
    return level == 0;
#endif
}

int wanted_threads() {
    const char *text = std::getenv("KP_THREADS");
    long n = text ? std::strtol(text, nullptr, 10) : static_cast<long>(std::thread::hardware_concurrency());
    return static_cast<int>(n < 1 ? 1 : n > 256 ? 256 : n);
}

// A thread's shared memory for the block it runs. Vectors may touch what lies behind its end.
struct shared_memory {
    static constexpr size_t behind = 256, alignment = 64;
    void *at = nullptr;
    size_t length = 0;

    void *of(size_t bytes) {
        if (!at || length < bytes) {
            std::free(at);
            length = 0;
            size_t room = bytes > SIZE_MAX - behind - alignment ? 0 : (bytes + behind + alignment - 1) / alignment * alignment;
            at = room ? std::aligned_alloc(alignment, room) : nullptr;
            if (at) length = bytes;
        }
        return at;
    }
    ~shared_memory() { std::free(at); }
};
thread_local shared_memory memory;

// Where the blocks of a launch wait for each other. One that is done waits for nobody and is waited for by none.
class meeting {
    std::mutex state;
    std::condition_variable all;
    int64_t present, arrived = 0;
    uint64_t turn = 0;

    void go() {
        if (arrived == 0 || arrived < present) return;
        arrived = 0;
        turn++;
        all.notify_all();
    }

public:
    explicit meeting(int64_t blocks) : present(blocks) {}

    void meet() {
        std::unique_lock<std::mutex> lock(state);
        const uint64_t now = turn;
        arrived++;
        go();
        all.wait(lock, [&] { return turn != now; });
    }

    void leave() {
        std::lock_guard<std::mutex> lock(state);
        present--;
        go();
    }
};
thread_local meeting *others = nullptr;
thread_local bool met_nobody = false;

struct work {
    const kp_variant *variant;
    const void *arguments;
    const kp_launch *launch;
    size_t bytes;
    int64_t count, chunk;
};

class pool {
    // Chunks a thread, so that one that is held up does not hold up the others.
    static constexpr int chunks = 8;

    std::mutex launching, state;
    std::condition_variable begin, end;
    work now{};
    uint64_t turn = 0;
    int helpers = 0, busy = 0;
    std::atomic<int64_t> next{0};
    std::atomic<bool> without_memory{false}, trapped{false}, apart{false};

    void take(const work &w) {
        void *shared = memory.of(w.bytes);
        if (!shared) without_memory = true; // whoever has room does the blocks
        met_nobody = false;
        for (int64_t first; shared && !trapped && (first = next.fetch_add(w.chunk)) < w.count;)
            if (w.variant->run(w.arguments, first, first + w.chunk < w.count ? first + w.chunk : w.count, w.launch->grid_x, w.launch->grid_y, w.launch->grid_z, shared)) trapped = true;
        if (met_nobody) apart = true;
    }

    void serve() {
        std::unique_lock<std::mutex> lock(state);
        for (uint64_t seen = 0;;) {
            begin.wait(lock, [&] { return turn != seen; });
            seen = turn;
            work w = now;
            lock.unlock();
            take(w);
            lock.lock();
            if (--busy == 0) end.notify_one();
        }
    }

public:
    const int threads = wanted_threads();

    int run(work w) {
        std::lock_guard<std::mutex> one(launching);
        next = 0;
        without_memory = trapped = apart = false;
        if (threads == 1 || w.count == 1) {
            w.chunk = w.count;
            take(w);
            return without_memory ? KP_NO_MEMORY : trapped ? KP_TRAPPED : apart ? KP_NOT_COOPERATIVE : KP_OK;
        }
        w.chunk = w.count / (int64_t(threads) * chunks);
        if (w.chunk < 1) w.chunk = 1;
        std::unique_lock<std::mutex> lock(state);
        // One that cannot be started is done without.
        try {
            for (; helpers < threads - 1; helpers++) std::thread(&pool::serve, this).detach();
        } catch (const std::system_error &) {
        }
        now = w;
        busy = helpers;
        turn++;
        lock.unlock();
        begin.notify_all();
        take(w);
        lock.lock();
        end.wait(lock, [&] { return busy == 0; });
        return trapped ? KP_TRAPPED : next < w.count ? KP_NO_MEMORY : apart ? KP_NOT_COOPERATIVE : KP_OK;
    }

    // All blocks at once, each on a thread of its own.
    int run_together(const work &w) {
        static constexpr int64_t most = 2048;
        if (w.count > most) return KP_TOO_MANY_BLOCKS;
        std::lock_guard<std::mutex> one(launching);
        without_memory = trapped = false;
        meeting all(w.count);
        std::vector<std::thread> blocks;
        auto block = [&](int64_t i) {
            others = &all;
            void *shared = memory.of(w.bytes);
            if (!shared) without_memory = true;
            else if (w.variant->run(w.arguments, i, i + 1, w.launch->grid_x, w.launch->grid_y, w.launch->grid_z, shared)) trapped = true;
            all.leave();
        };
        for (int64_t i = 0; i < w.count; i++) {
            // Without a thread for one, the others are not to wait for it.
            try {
                blocks.emplace_back(block, i);
            } catch (const std::exception &) {
                without_memory = true;
                all.leave();
            }
        }
        for (std::thread &b : blocks) b.join();
        return trapped ? KP_TRAPPED : without_memory ? KP_NO_MEMORY : KP_OK;
    }
};

// Never destroyed, as its threads never end.
pool &the_pool() {
    static pool *p = new pool;
    return *p;
}

} // namespace

// What a thread prints, whole.
extern "C" void kp_print(const char *text, int64_t length) { std::fwrite(text, 1, size_t(length), stdout); }

// All blocks have come here before one goes on.
extern "C" void kp_grid_barrier() {
    if (others) others->meet();
    else met_nobody = true;
}

extern "C" int kp_threads(void) { return the_pool().threads; }

extern "C" const char *kp_error_string(int result) {
    switch (result) {
        case KP_OK: return "no error";
        case KP_BAD_GRID: return "a launch without blocks, or with too many";
        case KP_BAD_BLOCK: return "the kernel was not compiled for blocks of this size";
        case KP_NO_MEMORY: return "no memory for the blocks' shared arrays";
        case KP_BAD_PROCESSOR: return "the object was made for another processor";
        case KP_TRAPPED: return "a thread trapped";
        case KP_TOO_MANY_BLOCKS: return "more blocks than can run at once";
        case KP_NOT_COOPERATIVE: return "blocks met at the grid's barrier in a launch that is not cooperative";
        default: return "not a result of a launch";
    }
}

static int run(const kp_kernel *kernel, const void *arguments, const kp_launch *launch, bool together) {
    static const uint32_t most = 0x7fffffff;
    const uint64_t plane = uint64_t(launch->grid_x) * launch->grid_y;
    if (!plane || !launch->grid_z || launch->grid_x > most || launch->grid_y > most || launch->grid_z > most || plane > uint64_t(INT64_MAX) / launch->grid_z)
        return KP_BAD_GRID;
    for (uint32_t i = 0; i < kernel->count; i++) {
        const kp_variant &v = kernel->variants[i];
        if (v.block_x != launch->block_x || v.block_y != launch->block_y || v.block_z != launch->block_z) continue;
        if (!has_level(kernel->level)) return KP_BAD_PROCESSOR;
        if (launch->shared_bytes > SIZE_MAX - v.dynamic_at) return KP_NO_MEMORY;
        size_t bytes = launch->shared_bytes ? v.dynamic_at + launch->shared_bytes : v.shared_bytes;
        const work w{&v, arguments, launch, bytes, int64_t(plane * launch->grid_z), 1};
        return together ? the_pool().run_together(w) : the_pool().run(w);
    }
    return KP_BAD_BLOCK;
}

extern "C" int kp_run(const kp_kernel *kernel, const void *arguments, const kp_launch *launch) { return run(kernel, arguments, launch, kernel->meets != 0); }

extern "C" int kp_run_apart(const kp_kernel *kernel, const void *arguments, const kp_launch *launch) { return run(kernel, arguments, launch, false); }
