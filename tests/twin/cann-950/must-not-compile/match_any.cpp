// npu-dialects 3.2 (missing): match_any
#include <simt_api/asc_simt.h>
__global__ void match_any(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = asc_match_any(q[0]);
#endif
}
