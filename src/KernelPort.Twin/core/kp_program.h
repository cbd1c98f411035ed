// Kernels of whole programs. A launch says its configuration and calls the kernel; the kernel's own body, made a value of its
// own by the rewriter, then runs for every thread. So arguments convert, deduce and default as C++ has it, and once.
#pragma once
#include "kp_launch.h"
#include <functional>
#include <type_traits>
#include <vector>

namespace kp {

struct pending_launch {
    bool set;
    config cfg;
    void* stream;
    void** arguments; // where the call itself brings none (launches by address)
};
inline pending_launch& pending() {
    static thread_local pending_launch p;
    return p;
}

template <class S> inline void* as_stream(S s) {
    if constexpr (std::is_pointer<S>::value) return reinterpret_cast<void*>(s);
    else return reinterpret_cast<void*>(static_cast<uintptr_t>(0));
}

template <class S = void*> KP_PLAIN inline void configure(vec::dim3 grid, vec::dim3 block, size_t bytes = 0, S stream = S()) {
    pending() = pending_launch{true, make_config(grid, block, bytes), as_stream(stream), nullptr};
}

// What a stream that is being captured does with work: it keeps it.
inline std::function<bool(void*, std::function<void()>)>& recorder() {
    static std::function<bool(void*, std::function<void()>)> r;
    return r;
}
inline bool record(void* stream, std::function<void()> work) { return recorder() && recorder()(stream, std::move(work)); }

// Grids launched by kernels run when the grid that launched them is done.
inline std::vector<std::function<void()>>& children() {
    static std::vector<std::function<void()>> c;
    return c;
}

template <class F> inline void run_body(const config& c, const F& body) {
    run_grid(c, [](void* p) {
        F mine(*static_cast<const F*>(p)); // by value again for every thread
        mine();
    }, const_cast<F*>(&body));
    while (!children().empty() && !g.in_kernel) {
        std::vector<std::function<void()>> next;
        next.swap(children());
        for (auto& child : next) child();
    }
}

#ifdef KP_KERNELS_ELSEWHERE
} // namespace kp
#include "kp_elsewhere.h"
namespace kp {
#else
namespace elsewhere {
struct unnamed {};
} // namespace elsewhere
template <class F, class... P> inline auto grid_work(const config& c, const F& body, const P&...) {
    return [c, body] { run_body(c, body); };
}
#endif

// A kernel, or what it calls, in which the lanes of a warp go in step: not optimized, so that each access is made where it stands.
#define KP_STEPPED __attribute__((optimize("O0")))

template <class F, class... P> KP_PLAIN inline void enter(long long bounds, const char* name, bool steps, const F& body, const P&... parameters) {
    pending_launch p = pending();
    if (!p.set) fail(14, "kernel %s called like a function", name);
    pending() = pending_launch();
    p.cfg.bounds = bounds;
    p.cfg.steps = steps;
    if (g.in_kernel) {
        wait_for_earlier_blocks();
        if (!refuse_configuration(p.cfg)) children().push_back([cfg = p.cfg, body] { run_body(cfg, body); });
        return;
    }
    if (!accept(p.cfg)) return;
    auto work = grid_work(p.cfg, body, parameters...);
    if (record(p.stream, work)) return;
    work();
}

inline void take_one(void* to, const void* from, size_t n) { memcpy(to, from, n); }

// The values of a launch by address are behind pointers, not in the call.
template <class... P> KP_PLAIN inline void take(P&... parameters) {
    void** from = pending().arguments;
    if (__builtin_expect(from == nullptr, 1)) return;
    pending().arguments = nullptr;
    int i = 0;
    (void)i;
    (take_one(const_cast<void*>(static_cast<const volatile void*>(&parameters)), from[i++], sizeof(P)), ...);
}

// Room for parameters that are passed in memory; those in registers hold nothing that is looked at.
struct parameter_room { char bytes[4096 + 256]; };

template <class F> inline void launch_address(F kernel, vec::dim3 grid, vec::dim3 block, void** arguments, size_t bytes, void* stream, bool cooperative) {
    config c = make_config(grid, block, bytes);
    c.cooperative = cooperative;
    pending() = pending_launch{true, c, stream, arguments};
    static parameter_room room;
    reinterpret_cast<void (*)(parameter_room)>(reinterpret_cast<void*>(kernel))(room);
}

} // namespace kp
