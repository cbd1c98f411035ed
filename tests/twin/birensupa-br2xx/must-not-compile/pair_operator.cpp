// simt-dialects 2.3 (functions on pairs are inferred, operators are in no text; ours go along with a migrated program): no match for 'operator+'
#include <supa_runtime.h>
__global__ void pair_operator(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    half2 a, b; a = a + b;
#endif
}
