// simt-dialects 9 (built-in variables are read-only): read-only
#include <mcr/mc_runtime.h>
__global__ void write_thread_index(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    threadIdx.x = 0;
#endif
}
