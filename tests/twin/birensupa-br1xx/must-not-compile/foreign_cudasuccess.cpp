// simt-dialects 4 (names of another vendor are not there): cudaSuccess
#include <supa_runtime.h>
int foreign_cudasuccess_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(cudaSuccess);
#endif
    return 0;
}
