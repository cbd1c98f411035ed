// simt-dialects 6 T13 (sqrt of a double): double
#include <supa_runtime.h>
__global__ void double_function(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = (float)sqrt((double)q[0]);
#endif
}
