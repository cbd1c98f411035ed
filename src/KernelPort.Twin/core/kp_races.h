// Races in shared memory, where the compiler's instrumentation names every access: two threads of a block at one byte, one of them
// writing, not both atomic, and nothing between that orders them. A barrier, a fence or an exchange of words orders all before it;
// an exchange of lanes, those that take part. A block's threads run one after another here, so what is found does not hang on luck.
#pragma once
#include "kp_launch.h"
#ifdef KP_RACES
namespace kp {
KP_PLAIN void see_atomic(const void* p, size_t bytes);
} // namespace kp
#define KP_SEE_ATOMIC(p, n) ::kp::see_atomic(p, n)
#else
#define KP_SEE_ATOMIC(p, n) (void)0
#endif
