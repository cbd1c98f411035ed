// simt-dialects 2.2 (abort() instead): __trap
#include <hip/hip_runtime.h>
__global__ void trap(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __trap();
#endif
}
