// npu-dialects 5 (__bang_add_scalar): __bang_add_scalar takes the tensor's own type
#include "bang.h"
__mlu_global__ void add_scalar_double(float *f, int32_t *i, uint32_t *u, int64_t *l, half *h, int8_t *b, uint8_t *c, double *d) {
    (void)f, (void)i, (void)u, (void)l, (void)h, (void)b, (void)c, (void)d;
#ifndef KP_CONTROL
    __bang_add_scalar(f, f, 1.0, 64);
#endif
}
