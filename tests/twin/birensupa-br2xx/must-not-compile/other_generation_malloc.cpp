// simt-dialects 6 T41 (two APIs): suMallocDevice
#include <supa_runtime.h>
int other_generation_malloc_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; suMallocDevice(&x, n);
#endif
    return 0;
}
