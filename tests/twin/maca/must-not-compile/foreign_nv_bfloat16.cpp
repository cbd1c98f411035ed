// simt-dialects 2.4, bf16 types: __nv_bfloat16
#include <maca_bfloat16.h>
__global__ void foreign_nv_bfloat16(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __nv_bfloat16 b; (void)b;
#endif
}
