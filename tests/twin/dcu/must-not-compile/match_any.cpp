// simt-dialects 3.3 R7 (refuse): __match_any_sync
#include <hip/hip_runtime.h>
__global__ void match_any(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    u[0] = __match_any_sync(~0u, q[0]);
#endif
}
