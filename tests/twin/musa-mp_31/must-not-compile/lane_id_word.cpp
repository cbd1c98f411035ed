// simt-dialects 3.3 R5 (MACA and HIP only): __lane_id
#include <musa_runtime.h>
__global__ void lane_id_word(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __lane_id();
#endif
}
