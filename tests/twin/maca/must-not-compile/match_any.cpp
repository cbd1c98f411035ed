// simt-dialects 10 (ballot width on 128 lanes unknown): __match_any_sync
#include <mcr/mc_runtime.h>
__global__ void match_any(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __match_any_sync(~0u, q[0]);
#endif
}
