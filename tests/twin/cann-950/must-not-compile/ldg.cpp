// npu-dialects 3.2 (*p or asc_ldca): __ldg
#include <simt_api/asc_simt.h>
__global__ void ldg(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __ldg(p + 1);
#endif
}
