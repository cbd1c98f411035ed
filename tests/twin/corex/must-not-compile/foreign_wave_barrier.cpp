// simt-dialects 2.2, a word of HIP's compiler: __builtin_amdgcn_wave_barrier
#include <cuda_runtime.h>
__global__ void foreign_wave_barrier(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __builtin_amdgcn_wave_barrier();
#endif
}
