// npu-dialects 3.2 (asc_ballot): __ballot_sync
#include <simt_api/asc_simt.h>
__global__ void ballot_sync(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __ballot_sync(~0u, 1);
#endif
}
