// simt-dialects 4 (names of another vendor are not there): supaMalloc
#include <musa_runtime.h>
int foreign_supamalloc_main(void* d, const void* s, size_t n) {
#ifndef KP_CONTROL
    (void)sizeof(supaMalloc);
#endif
    return 0;
}
