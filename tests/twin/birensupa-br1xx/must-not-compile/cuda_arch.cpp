// simt-dialects 6 T25 (undefined): __CUDA_ARCH__
#include <supa_runtime.h>
__global__ void cuda_arch(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __CUDA_ARCH__;
#endif
}
