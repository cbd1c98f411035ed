// simt-dialects 2.3 (not seen): __nanosleep
#include <supa_runtime.h>
__global__ void nanosleep(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __nanosleep(10);
#endif
}
