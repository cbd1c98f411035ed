// simt-dialects 2.4, a word of MACA's and HIP's: __lane_id
#include <cuda_runtime.h>
__global__ void foreign_lane_id(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __lane_id();
#endif
}
