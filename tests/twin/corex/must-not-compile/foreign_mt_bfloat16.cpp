// simt-dialects 1, bf16 types: __mt_bfloat16
#include <cuda_runtime.h>
__global__ void foreign_mt_bfloat16(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __mt_bfloat16 b; (void)b;
#endif
}
