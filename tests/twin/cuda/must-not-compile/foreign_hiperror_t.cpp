// simt-dialects 4 (names of another vendor are not there): hipError_t
#include <cuda_runtime.h>
int foreign_hiperror_t_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(hipError_t);
#endif
    return 0;
}
