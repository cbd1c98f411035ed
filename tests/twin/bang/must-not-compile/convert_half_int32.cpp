// npu-dialects 5 (calls seen in mlu-ops): cannot convert
#include "bang.h"
__mlu_global__ void convert_half_int32(float *f, int32_t *i, uint32_t *u, int64_t *l, half *h, int8_t *b, uint8_t *c, double *d) {
    (void)f, (void)i, (void)u, (void)l, (void)h, (void)b, (void)c, (void)d;
#ifndef KP_CONTROL
    __bang_float2int32_tz(i, h, 64, 0);
#endif
}
