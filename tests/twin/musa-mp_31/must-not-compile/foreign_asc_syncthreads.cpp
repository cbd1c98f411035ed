// simt-dialects 4 (names of another vendor are not there): asc_syncthreads
#include <musa_runtime.h>
int foreign_asc_syncthreads_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(asc_syncthreads);
#endif
    return 0;
}
