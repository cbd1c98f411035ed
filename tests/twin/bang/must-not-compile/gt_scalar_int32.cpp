// npu-dialects 5 (__bang_gt_scalar): __bang_gt_scalar has no such type
#include "bang.h"
__mlu_global__ void gt_scalar_int32(float *f, int32_t *i, uint32_t *u, int64_t *l, half *h, int8_t *b, uint8_t *c, double *d) {
    (void)f, (void)i, (void)u, (void)l, (void)h, (void)b, (void)c, (void)d;
#ifndef KP_CONTROL
    __bang_gt_scalar(i, i, 1, 64);
#endif
}
