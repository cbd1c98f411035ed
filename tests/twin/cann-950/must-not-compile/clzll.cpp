// npu-dialects 3.2 (overload of the short name): __clzll
#include <simt_api/asc_simt.h>
__global__ void clzll(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __clzll((long long)w[0]);
#endif
}
