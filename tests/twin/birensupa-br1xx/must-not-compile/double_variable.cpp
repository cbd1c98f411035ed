// simt-dialects 6 T13 (no double): double
#include <supa_runtime.h>
__global__ void double_variable(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    double x = 1; p[0] = (float)x;
#endif
}
