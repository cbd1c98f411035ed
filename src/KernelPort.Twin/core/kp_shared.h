// Shared memory. Static shared arrays are thread_local: the loader lays all of them out in one range that can be found and
// poisoned at the start of a block, templates included. Dynamic shared memory is one range whose end is guarded.
#pragma once
#include "kp_block.h"

#define KP_SHARED_VARIABLE static thread_local

namespace kp {

template <class T> using type_is = T;

struct shared_memory {
    char* tls;
    size_t tls_bytes;
    char* dynamic;
    size_t dynamic_bytes, dynamic_room;
};

extern __thread shared_memory shared;

// A program that is run, not tested, finds memory as a card would mostly have it; a kernel's test finds poison in it.
#ifdef KP_PROGRAM
static const bool poisons = false;
#else
static const bool poisons = true;
#endif

char* dynamic_base();
bool is_shared(const void* p);
// Static shared arrays lie among the worker's own words; those are nobody's shared memory.
KP_PLAIN bool is_kernels_shared(const void* p);

// A block's shared memory: poisoned where it begins, looked at beyond its end where it is done.
void begin_shared(size_t bytes);
void check_shared();

} // namespace kp

// What the rewriter makes of it: within a function; and outside, where every worker must find its own.
#define KP_DYNAMIC_SHARED_OUTSIDE(T, name) static thread_local ::kp::type_is<T>* const name = reinterpret_cast<::kp::type_is<T>*>(::kp::dynamic_base())
// What the rewriter makes of `extern __shared__ T name[];`, at either scope.
#define KP_DYNAMIC_SHARED(T, name) ::kp::type_is<T>* const name = reinterpret_cast<::kp::type_is<T>*>(::kp::dynamic_base())
