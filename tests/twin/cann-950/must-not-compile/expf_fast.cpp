// npu-dialects 3.2 (fast names are not there): __expf
#include <simt_api/asc_simt.h>
__global__ void expf_fast(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __expf(p[1]);
#endif
}
