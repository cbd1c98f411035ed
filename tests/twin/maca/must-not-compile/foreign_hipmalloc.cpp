// simt-dialects 4, names: hipMalloc
#include <mcr/mc_runtime.h>
__global__ void foreign_hipmalloc(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    hipMalloc((void**)w, 4);
#endif
}
