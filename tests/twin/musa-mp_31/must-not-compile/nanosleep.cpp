// simt-dialects 2.1 (__nanosleep is stated missing): __nanosleep
#include <musa_runtime.h>
__global__ void nanosleep(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __nanosleep(10);
#endif
}
