// simt-dialects 2.3 (not in the reference): suMallocManaged
#include <supa_runtime.h>
int malloc_managed_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; suMallocManaged(&x, n);
#endif
    return 0;
}
