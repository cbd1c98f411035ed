// simt-dialects 4 (no packed form): atomicAdd
#include <hip/hip_runtime.h>
#include <hip/hip_fp16.h>
__global__ void half2_atomic(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    __half2 h = {}; atomicAdd((__half2*)p, h);
#endif
}
