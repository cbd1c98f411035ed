// npu-dialects 5 (__bang_add): __bang_add has no such type
#include "bang.h"
__mlu_global__ void add_half(float *f, int32_t *i, uint32_t *u, int64_t *l, half *h, int8_t *b, uint8_t *c, double *d) {
    (void)f, (void)i, (void)u, (void)l, (void)h, (void)b, (void)c, (void)d;
#ifndef KP_CONTROL
    __bang_add(h, h, h, 64);
#endif
}
