// simt-dialects 2.4, packed half atomics excluded: atomicAdd
#include <maca_fp16.h>
__global__ void half2_atomic(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    atomicAdd((__half2*)p, __half2());
#endif
}
