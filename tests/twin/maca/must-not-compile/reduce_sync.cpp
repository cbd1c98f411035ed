// simt-dialects api-map (used from arch 800 only; emulate elsewhere): __reduce_add_sync
#include <mcr/mc_runtime.h>
__global__ void reduce_sync(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __reduce_add_sync(~0u, q[0]);
#endif
}
