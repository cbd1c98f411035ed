// simt-dialects 6 T25 (__CUDA_ARCH__ is not defined): __CUDA_ARCH__
#include <musa_runtime.h>
__global__ void cuda_arch(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __CUDA_ARCH__;
#endif
}
