// simt-dialects 2.2 (hipDeviceProp_t instead): hipDeviceProp
#include <hip/hip_runtime.h>
int device_prop_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    hipDeviceProp x;
#endif
    return 0;
}
