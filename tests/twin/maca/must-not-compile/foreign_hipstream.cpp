// simt-dialects 9, handle types: hipStream_t
#include <mcr/mc_runtime.h>
__global__ void foreign_hipstream(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    hipStream_t s = 0; (void)s;
#endif
}
