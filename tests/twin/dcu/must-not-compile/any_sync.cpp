// simt-dialects 3.1 (no *_sync below HIP 6.2): __any_sync
#include <hip/hip_runtime.h>
__global__ void any_sync(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __any_sync(~0ull, 1);
#endif
}
