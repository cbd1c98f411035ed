// npu-dialects 5 (__bang_mul_scalar): __bang_mul_scalar takes the tensor's own type
#include "bang.h"
__mlu_global__ void mul_scalar_int_of_float(float *f, int32_t *i, uint32_t *u, int64_t *l, half *h, int8_t *b, uint8_t *c, double *d) {
    (void)f, (void)i, (void)u, (void)l, (void)h, (void)b, (void)c, (void)d;
#ifndef KP_CONTROL
    __bang_mul_scalar(f, f, 2, 64);
#endif
}
