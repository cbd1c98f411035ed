// npu-dialects 5 (__bang_mul): __bang_mul has no such type
#include "bang.h"
__mlu_global__ void mul_double(float *f, int32_t *i, uint32_t *u, int64_t *l, half *h, int8_t *b, uint8_t *c, double *d) {
    (void)f, (void)i, (void)u, (void)l, (void)h, (void)b, (void)c, (void)d;
#ifndef KP_CONTROL
    __bang_mul(d, d, d, 64);
#endif
}
