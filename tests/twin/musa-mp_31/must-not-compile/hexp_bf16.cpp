// simt-dialects 2.1 (hexp may be missing): hexp
#include <musa_runtime.h>
#include <musa_bf16.h>
__global__ void hexp_bf16(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __mt_bfloat16 h = __mt_bfloat16(1.0f); p[0] = hexp(h);
#endif
}
