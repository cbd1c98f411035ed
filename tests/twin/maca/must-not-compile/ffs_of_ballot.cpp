// simt-dialects 6 T3 (32-bit search of a 64-bit mask): __ffs
#include <mcr/mc_runtime.h>
__global__ void ffs_of_ballot(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __ffs(__ballot_sync(~0ull, 1));
#endif
}
