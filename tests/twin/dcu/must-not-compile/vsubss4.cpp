// simt-dialects 2.2 (must be emulated): __vsubss4
#include <hip/hip_runtime.h>
__global__ void vsubss4(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __vsubss4(u[0], u[1]);
#endif
}
