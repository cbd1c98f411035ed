// simt-dialects 4 (names of another vendor are not there): cudaMalloc
#include <supa_runtime.h>
int foreign_cudamalloc_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(cudaMalloc);
#endif
    return 0;
}
