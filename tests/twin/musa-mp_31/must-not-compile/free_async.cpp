// simt-dialects 2.1 (stub at run time): musaFreeAsync
#include <musa_runtime.h>
int free_async_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    musaFreeAsync(d, (musaStream_t)0);
#endif
    return 0;
}
