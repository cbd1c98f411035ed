// simt-dialects 2.3 (avoided): __ldg
#include <supa_runtime.h>
__global__ void ldg(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    p[0] = __ldg(p + 1);
#endif
}
