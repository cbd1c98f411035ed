// simt-dialects 6 T3 (32-bit count of a 64-bit mask): __popc
#include <mcr/mc_runtime.h>
__global__ void popc_of_ballot(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __popc(__ballot_sync(~0ull, 1));
#endif
}
