// simt-dialects 4 (names of another vendor are not there): cudaStream_t
#include <hip/hip_runtime.h>
int foreign_cudastream_t_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(cudaStream_t);
#endif
    return 0;
}
