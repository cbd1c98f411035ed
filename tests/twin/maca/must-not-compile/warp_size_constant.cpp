// simt-dialects 9 (warpSize is no constant, trap T36): constant
#include <mcr/mc_runtime.h>
__global__ void warp_size_constant(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    constexpr int n = warpSize; q[0] = n;
#endif
}
