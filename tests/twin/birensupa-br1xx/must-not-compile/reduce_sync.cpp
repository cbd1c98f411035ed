// simt-dialects api-map (not in the guide): __reduce_add_sync
#include <supa_runtime.h>
__global__ void reduce_sync(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __reduce_add_sync(~0u, q[0]);
#endif
}
