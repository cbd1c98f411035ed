// npu-dialects 3.2 (__ubuf__): __shared__
#include <simt_api/asc_simt.h>
__global__ void shared_word(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __shared__ float s[4]; p[0] = s[0];
#endif
}
