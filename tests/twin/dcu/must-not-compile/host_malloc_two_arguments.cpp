// simt-dialects 4 (third argument flags): hipHostMalloc
#include <hip/hip_runtime.h>
int host_malloc_two_arguments_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    float* x; hipHostMalloc(&x, n);
#endif
    return 0;
}
