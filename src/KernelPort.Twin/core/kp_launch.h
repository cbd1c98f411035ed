// Launches: checks the configuration against the target's limits and runs the grid.
#pragma once
#include "kp_workers.h"

namespace kp {

// The program's static shared memory is this kernel's alone. A variable and no macro: a macro in front of the precompiled
// header keeps g++ from using it.
inline bool has_one_kernel;

// Null where the target takes this configuration, else why not.
inline const char* refuse_configuration(const config& c) {
    unsigned long long threads = 1ull * c.block.x * c.block.y * c.block.z;
    unsigned long long blocks = 1ull * c.grid.x * c.grid.y * c.grid.z;
    if (threads == 0 || blocks == 0) return "a grid or block size of zero";
    if (threads > KP_MAX_THREADS) return "too many threads in a block";
    if (c.block.x > KP_MAX_BLOCK_X || c.block.y > KP_MAX_BLOCK_Y || c.block.z > KP_MAX_BLOCK_Z) return "a block size beyond the limit of its axis";
    if (c.grid.x > KP_MAX_GRID_X || c.grid.y > KP_MAX_GRID_YZ || c.grid.z > KP_MAX_GRID_YZ) return "a grid size beyond the limit of its axis";
    if (KP_MAX_GRID_TOTAL && blocks > KP_MAX_GRID_TOTAL) return "too many blocks in the grid";
    if (c.bounds && threads > static_cast<unsigned long long>(c.bounds)) return "more threads than __launch_bounds__ allows";
    if (!c.bounds && threads > KP_UNBOUNDED_THREADS) return "so many threads need __launch_bounds__ on the kernel";
    if (c.shared > KP_MAX_SHARED) return "too much shared memory";
    if (has_one_kernel) {
        dynamic_base();
        if (c.shared + shared.tls_bytes > KP_MAX_SHARED) return "too much shared memory";
    }
    return nullptr;
}

inline void run_grid(const config& c, void (*body)(void*), void* data) {
    install_handlers();
    enter_grid(c, body, data);
    if (c.cooperative) run_together();
    else run_blocks(c, body, data);
    g.in_kernel = false;
    if (checks_canaries_each_time) check_all_canaries();
}

template <class... P> inline void run_packed(const config& c, void (*kernel)(P...), P... arguments) {
    auto body = [&] { kernel(arguments...); }; // by value again for every thread
    run_grid(c, [](void* p) { (*static_cast<decltype(body)*>(p))(); }, &body);
}

template <class P, class A> inline P to_parameter(A&& a) { return static_cast<P>(a); }

// A configuration that is refused is an error a program may ask for; the kernel test's driver makes it fatal.
inline const char* last_refusal;
inline bool refusal_is_fatal;

inline bool accept(const config& c) {
    last_refusal = refuse_configuration(c);
    if (last_refusal && refusal_is_fatal) {
        fail(13, "launch refused: %s (grid %ux%ux%u, block %ux%ux%u, %zu bytes shared)", last_refusal, c.grid.x, c.grid.y, c.grid.z, c.block.x,
             c.block.y, c.block.z, c.shared);
    }
    return !last_refusal;
}

// A kernel with known parameter types: arguments convert as in a call.
template <class... P, class... A> inline void launch(const config& c, void (*kernel)(P...), A&&... a) {
    static_assert(sizeof...(P) == sizeof...(A), "number of kernel arguments");
    if (accept(c)) run_packed<P...>(c, kernel, to_parameter<P>(static_cast<A&&>(a))...);
}

// A kernel template whose arguments are deduced: `call` is a generic lambda around it.
template <class F, class... A> inline void launch_deduced(const config& c, F call, A... a) {
    auto body = [&] { call(a...); };
    if (accept(c)) run_grid(c, [](void* p) { (*static_cast<decltype(body)*>(p))(); }, &body);
}

template <class S = void*> inline config make_config(vec::dim3 grid, vec::dim3 block, size_t shared_bytes = 0, S = S()) {
    return config{grid, block, shared_bytes, 0, false, false};
}

inline config bounded(config c, long long bounds) {
    c.bounds = bounds;
    return c;
}

} // namespace kp
