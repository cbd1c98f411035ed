// npu-dialects 3.2 (none): asc_threadfence_system
#include <simt_api/asc_simt.h>
__global__ void threadfence_system(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    asc_threadfence_system();
#endif
}
