// simt-dialects 2.2 (hipHostFree instead): hipFreeHost
#include <hip/hip_runtime.h>
int free_host_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    hipFreeHost(d);
#endif
    return 0;
}
