// simt-dialects 6 T3 (32-bit search of a 64-bit mask): __clz
#include <mcr/mc_runtime.h>
__global__ void clz_of_activemask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __clz(__activemask());
#endif
}
