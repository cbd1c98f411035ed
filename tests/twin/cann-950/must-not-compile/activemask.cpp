// npu-dialects 3.2 (asc_activemask): __activemask
#include <simt_api/asc_simt.h>
__global__ void activemask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __activemask();
#endif
}
