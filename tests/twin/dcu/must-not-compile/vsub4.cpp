// simt-dialects 2.2 (must be emulated): __vsub4
#include <hip/hip_runtime.h>
__global__ void vsub4(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __vsub4(u[0], u[1]);
#endif
}
