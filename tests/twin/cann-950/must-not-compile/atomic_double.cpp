// npu-dialects 3.2 (no double): asc_atomic_add
#include <simt_api/asc_simt.h>
__global__ void atomic_double(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    asc_atomic_add((double*)p, 1.0);
#endif
}
