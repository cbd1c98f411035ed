// npu-dialects 3.2 (no 16-bit CAS): asc_atomic_cas
#include <simt_api/asc_simt.h>
__global__ void atomic_cas16(float* p, int* q, unsigned* u, unsigned long long* w) {
#ifndef KP_CONTROL
    unsigned short* h = (unsigned short*)p; asc_atomic_cas(h, (unsigned short)1, (unsigned short)2);
#endif
}
