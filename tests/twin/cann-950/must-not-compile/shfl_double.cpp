// npu-dialects 3.2 (no double): asc_shfl
#include <simt_api/asc_simt.h>
__global__ void shfl_double(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    double x = 1; p[0] = (float)asc_shfl(x, 0);
#endif
}
