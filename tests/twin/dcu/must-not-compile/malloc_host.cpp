// simt-dialects 2.2 (hipHostMalloc instead): hipMallocHost
#include <hip/hip_runtime.h>
int malloc_host_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; hipMallocHost(&x, n);
#endif
    return 0;
}
