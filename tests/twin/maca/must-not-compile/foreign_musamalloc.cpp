// simt-dialects 4, names: musaMalloc
#include <mcr/mc_runtime.h>
__global__ void foreign_musamalloc(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    musaMalloc((void**)w, 4);
#endif
}
