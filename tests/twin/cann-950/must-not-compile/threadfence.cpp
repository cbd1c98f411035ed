// npu-dialects 3.2 (asc_threadfence): __threadfence
#include <simt_api/asc_simt.h>
__global__ void threadfence(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __threadfence();
#endif
}
