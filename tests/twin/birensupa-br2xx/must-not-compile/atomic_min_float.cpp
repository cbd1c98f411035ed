// simt-dialects 2.3 (atomics): atomicMin
#include <supa_runtime.h>
__global__ void atomic_min_float(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    atomicMin(p, 1.0f);
#endif
}
