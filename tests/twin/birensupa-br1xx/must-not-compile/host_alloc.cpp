// simt-dialects 2.3 (suMallocHost instead): suHostAlloc
#include <supa_runtime.h>
int host_alloc_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; suHostAlloc(&x, n, 0);
#endif
    return 0;
}
