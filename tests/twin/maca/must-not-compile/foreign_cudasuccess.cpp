// simt-dialects 2.4, names begin with mc: cudaSuccess
#include <mcr/mc_runtime.h>
__global__ void foreign_cudasuccess(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = cudaSuccess;
#endif
}
