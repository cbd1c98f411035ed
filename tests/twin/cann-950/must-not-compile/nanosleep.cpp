// npu-dialects 3.2 (none): __nanosleep
#include <simt_api/asc_simt.h>
__global__ void nanosleep(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __nanosleep(1);
#endif
}
