// npu-dialects 5 (__bang_ge): __bang_ge has no such type
#include "bang.h"
__mlu_global__ void ge_uint32(float *f, int32_t *i, uint32_t *u, int64_t *l, half *h, int8_t *b, uint8_t *c, double *d) {
    (void)f, (void)i, (void)u, (void)l, (void)h, (void)b, (void)c, (void)d;
#ifndef KP_CONTROL
    __bang_ge(u, u, u, 64);
#endif
}
