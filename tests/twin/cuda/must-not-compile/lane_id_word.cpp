// simt-dialects 3.3 R5 (other vendors only): __lane_id
#include <cuda_runtime.h>
__global__ void lane_id_word(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __lane_id();
#endif
}
