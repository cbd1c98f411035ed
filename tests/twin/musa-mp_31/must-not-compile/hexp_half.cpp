// simt-dialects 2.1 (hexp may be missing): hexp
#include <musa_runtime.h>
#include <musa_fp16.h>
__global__ void hexp_half(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    half h = half(1.0f); p[0] = hexp(h);
#endif
}
