// Assertions in kernels (npu-dialects 3.2): always on here.
#pragma once
#include <assert.h>
#undef assert
#define assert(condition) ((condition) ? (void)0 : kp::fail(20, "assertion failed: %s", #condition))
