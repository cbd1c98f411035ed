// simt-dialects 3.1 (no *_sync below HIP 6.2): __all_sync
#include <hip/hip_runtime.h>
__global__ void all_sync(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    q[0] = __all_sync(~0ull, 1);
#endif
}
