// Blocks on all cores, with the result of one core: a block that comes to an atomic, a fence or output waits there until all
// blocks before it are done. What happens before that is of nobody's concern but the block's own.
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace kp {

struct crew {
    std::mutex lock;
    std::condition_variable changed;
    std::vector<unsigned long long> at; // the first block of each worker's piece; the end where it has none
    unsigned long long next, end, piece;
    bool relaxed; // some block waits for a later one: order is given up
};

static int worker_count() {
    static const int n = [] {
        const char* asked = getenv("KP_TWIN_THREADS");
        int cores = asked ? atoi(asked) : static_cast<int>(std::thread::hardware_concurrency());
        return cores < 1 ? 1 : cores > 64 ? 64 : cores;
    }();
    return n;
}

void wait_for_earlier_blocks() {
    crew* team = g.team;
    if (!team || g.in_order) return;
    std::unique_lock<std::mutex> hold(team->lock);
    team->changed.wait(hold, [&] {
        if (team->relaxed) return true;
        for (unsigned long long a : team->at)
            if (a < team->at[g.team_number]) return false;
        return true;
    });
    g.in_order = true;
}

void give_up_order() {
    if (!g.team) return;
    std::lock_guard<std::mutex> hold(g.team->lock);
    g.team->relaxed = true;
    g.team->changed.notify_all();
}

static void work(crew* c, int number) {
    g.team = c;
    g.team_number = number;
    for (;;) {
        unsigned long long from, to;
        {
            std::lock_guard<std::mutex> hold(c->lock);
            from = c->next;
            to = from + c->piece < c->end ? from + c->piece : c->end;
            c->next = to;
            c->at[number] = from;
            c->changed.notify_all();
        }
        if (from >= c->end) break;
        g.in_order = false;
        run_range(from, to);
    }
    g.team = nullptr;
}

// The other workers live as long as the program: the stacks of their contexts are theirs.
class helper_threads {
public:
    void start(int n, std::function<void(int)> what) {
        std::lock_guard<std::mutex> hold(lock_);
        job_ = std::move(what);
        running_ = wanted_ = n;
        round_++;
        for (; made_ < n; made_++) std::thread([this, i = made_ + 1, seen = round_ - 1] { live(i, seen); }).detach();
        begin_.notify_all();
    }
    void wait() {
        std::unique_lock<std::mutex> hold(lock_);
        done_.wait(hold, [this] { return running_ == 0; });
    }

private:
    void live(int number, long long seen) {
        install_thread_stack();
        for (;;) {
            {
                std::unique_lock<std::mutex> hold(lock_);
                begin_.wait(hold, [&] { return round_ != seen; });
                seen = round_;
                if (number > wanted_) continue;
            }
            job_(number);
            std::lock_guard<std::mutex> hold(lock_);
            if (--running_ == 0) done_.notify_all();
        }
    }
    std::mutex lock_;
    std::condition_variable begin_, done_;
    std::function<void(int)> job_;
    int made_ = 0, wanted_ = 0, running_ = 0;
    long long round_ = 0;
};
static helper_threads& helpers() {
    static helper_threads* all = new helper_threads(); // never destroyed: its threads wait in it when the program ends
    return *all;
}

static void run_blocks(const config& c, void (*body)(void*), void* data) {
    unsigned long long blocks = 1ull * c.grid.x * c.grid.y * c.grid.z, threads = 1ull * c.block.x * c.block.y * c.block.z;
    int workers = poisons || blocks * threads < 32768 ? 1 : worker_count();
    if (static_cast<unsigned long long>(workers) > blocks) workers = static_cast<int>(blocks);
    // Two threads of the host may launch at a time; the second one does without helpers.
    static std::mutex busy;
    std::unique_lock<std::mutex> mine(busy, std::try_to_lock);
    if (workers <= 1 || !mine.owns_lock()) {
        run_range(0, blocks);
        return;
    }
    unsigned long long piece = blocks / (static_cast<unsigned long long>(workers) * 8);
    crew all;
    all.next = 0, all.end = blocks, all.piece = piece < 1 ? 1 : piece > 256 ? 256 : piece, all.relaxed = false;
    all.at.assign(workers, 0);
    helpers().start(workers - 1, [&](int i) {
        enter_grid(c, body, data);
        work(&all, i);
    });
    work(&all, 0);
    helpers().wait();
}

} // namespace kp
