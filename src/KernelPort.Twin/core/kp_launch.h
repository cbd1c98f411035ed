// Launches: the configuration against the target's limits, the arguments as a call has them, the grid.
#pragma once
#include "kp_memory.h"

namespace kp {

// The program's static shared memory is this kernel's alone. A variable and no macro: a macro in front of the precompiled
// header keeps g++ from using it.
extern bool has_one_kernel;

// Null where the target takes this configuration, else why not.
const char* refuse_configuration(const config& c);

// Runs the body for every thread of the grid.
void run_grid(const config& c, void (*body)(void*), void* data);

template <class... P> inline void run_packed(const config& c, void (*kernel)(P...), P... arguments) {
    auto body = [&] { kernel(arguments...); }; // by value again for every thread
    run_grid(c, [](void* p) { (*static_cast<decltype(body)*>(p))(); }, &body);
}

template <class P, class A> inline P to_parameter(A&& a) { return static_cast<P>(a); }

// A configuration that is refused is an error a program may ask for; the kernel test's driver makes it fatal.
extern const char* last_refusal;
extern bool refusal_is_fatal;
bool accept(const config& c);

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
