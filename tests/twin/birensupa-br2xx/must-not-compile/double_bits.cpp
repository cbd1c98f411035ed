// simt-dialects 2.3 (double incomplete; a header of ours goes along with a migrated program): __double_as_longlong
#include <supa_runtime.h>
__global__ void double_bits(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    double2 x = {}; w[0] = __double_as_longlong(x.x);
#endif
}
