// simt-dialects 4 (names of another vendor are not there): cudaMemcpyHostToDevice
#include <hip/hip_runtime.h>
int foreign_cudamemcpyhosttodevice_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(cudaMemcpyHostToDevice);
#endif
    return 0;
}
