// simt-dialects 2.3 (not in the reference): suMallocAsync
#include <supa_runtime.h>
int malloc_async_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; suMallocAsync(&x, n, (suStream_t)0);
#endif
    return 0;
}
