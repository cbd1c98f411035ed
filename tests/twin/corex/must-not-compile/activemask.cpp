// simt-dialects 3.1, type of an active mask unknown: kp_corex_ballot_type_is_unknown
#include <cuda_runtime.h>
__global__ void activemask(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __activemask();
#endif
}
