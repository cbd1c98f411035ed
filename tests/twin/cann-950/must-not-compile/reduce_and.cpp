// npu-dialects 3.2 (missing): asc_reduce_and
#include <simt_api/asc_simt.h>
__global__ void reduce_and(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = asc_reduce_and(u[0]);
#endif
}
