// simt-dialects 6 T13 (literal without f): double
#include <supa_runtime.h>
__global__ void double_literal(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = p[1] * 0.1;
#endif
}
