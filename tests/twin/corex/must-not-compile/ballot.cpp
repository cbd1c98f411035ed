// simt-dialects 3.1, type of a ballot unknown: kp_corex_ballot_type_is_unknown
#include <cuda_runtime.h>
__global__ void ballot(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __ballot_sync(0xffffffffu, 1);
#endif
}
