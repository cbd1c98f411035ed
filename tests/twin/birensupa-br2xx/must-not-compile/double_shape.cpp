// simt-dialects 2.3 (double incomplete): __dadd_rn
#include <supa_runtime.h>
__global__ void double_shape(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = (float)__dadd_rn(1.0, 2.0);
#endif
}
