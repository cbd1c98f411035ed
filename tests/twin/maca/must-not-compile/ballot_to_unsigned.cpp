// simt-dialects 6 T2 (ballot in 32 bits): unsigned int
#include <mcr/mc_runtime.h>
__global__ void ballot_to_unsigned(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    unsigned b = __ballot_sync(~0ull, 1); u[0] = b;
#endif
}
