// simt-dialects 2.3 (double incomplete): rsqrt
#include <supa_runtime.h>
__global__ void double_math(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    double2 x = {}; p[0] = (float)rsqrt(x.x);
#endif
}
