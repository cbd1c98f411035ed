// simt-dialects 6 T13 (no double): double
#include <supa_runtime.h>
__global__ void double_cast(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = (float)((double)p[1] / 3);
#endif
}
