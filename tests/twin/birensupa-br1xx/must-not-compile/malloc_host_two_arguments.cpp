// simt-dialects 2.3 (flags needed): suMallocHost
#include <supa_runtime.h>
int malloc_host_two_arguments_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; suMallocHost(&x, n);
#endif
    return 0;
}
