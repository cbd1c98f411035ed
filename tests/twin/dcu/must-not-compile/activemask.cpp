// simt-dialects 3.1 (__ballot(1) instead): __activemask
#include <hip/hip_runtime.h>
__global__ void activemask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    w[0] = __activemask();
#endif
}
