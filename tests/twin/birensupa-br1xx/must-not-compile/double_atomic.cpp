// simt-dialects 2.3 (no double atomics): double
#include <supa_runtime.h>
__global__ void double_atomic(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    atomicAdd((double*)p, 1);
#endif
}
