// simt-dialects 2.1 (stub at run time): musaMallocAsync
#include <musa_runtime.h>
int malloc_async_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; musaMallocAsync(&x, n, (musaStream_t)0);
#endif
    return 0;
}
