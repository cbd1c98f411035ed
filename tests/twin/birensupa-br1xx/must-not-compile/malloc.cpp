// simt-dialects 2.3 (suMallocDevice instead): suMalloc
#include <supa_runtime.h>
int malloc_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; suMalloc(&x, n);
#endif
    return 0;
}
