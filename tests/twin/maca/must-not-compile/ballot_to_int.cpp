// simt-dialects 6 T2 (ballot in 32 bits): int
#include <mcr/mc_runtime.h>
__global__ void ballot_to_int(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    int b = __ballot_sync(~0ull, 1); q[0] = b;
#endif
}
